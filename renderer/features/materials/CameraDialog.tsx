import { useState } from 'react';
import type { PageEngine } from '../../capture/page-engine.ts';
import type { FinishedPage, PlacedStill } from '../../capture/page-protocol.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { AdjustPage } from './AdjustPage.tsx';
import { LiveCamera } from './LiveCamera.tsx';
import { rowName, type MaterialRow } from './material-rows.ts';
import { PageDialog } from './PageDialog.tsx';
import type { Pages } from './use-pages.ts';

interface Props {
  row: MaterialRow;
  pages: Pages;
  onClose: () => void;
}

/** Page after page from the camera into one slot. */
export function CameraDialog({ row, pages, onClose }: Props) {
  return (
    <PageDialog title={`拍照：${rowName(row)}`} onClose={onClose}>
      {(engine) => <Shooting engine={engine} row={row} pages={pages} onClose={onClose} />}
    </PageDialog>
  );
}

function Shooting({ engine, row, pages, onClose }: Props & { engine: PageEngine }) {
  const [placed, setPlaced] = useState<PlacedStill | null>(null);
  const [taken, setTaken] = useState(0);
  const [busy, setBusy] = useState(false);
  const use = async (page: FinishedPage): Promise<void> => {
    setBusy(true);
    const saved = await pages.add(row, {
      ...{ mime: 'image/jpeg', source: 'camera', content: page.jpeg },
      ...{ width: page.width, height: page.height, warnings: [...page.warnings] },
    });
    setBusy(false);
    if (!saved) return;
    setTaken((n) => n + 1);
    setPlaced(null);
  };
  return (
    <>
      <ErrorNotice failure={pages.failure} />
      {placed ? (
        <AdjustPage
          engine={engine}
          placed={placed}
          start="found"
          backLabel="重拍"
          onBack={() => setPlaced(null)}
          onUse={(page) => void use(page)}
          busy={busy}
        />
      ) : (
        <LiveCamera
          engine={engine}
          taken={taken}
          onStill={(still) => void engine.call('place', { still }).then(setPlaced, () => undefined)}
          onDone={onClose}
        />
      )}
    </>
  );
}
