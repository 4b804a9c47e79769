import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { FILE_PROBLEMS } from '../../capture/accept-file.ts';
import type { PageEngine } from '../../capture/page-engine.ts';
import type { FinishedPage, PlacedStill } from '../../capture/page-protocol.ts';
import { bitmapOf } from '../../capture/still.ts';
import type { AnyFailure } from '../../../contract/failures.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { AdjustPage } from './AdjustPage.tsx';
import { PageDialog } from './PageDialog.tsx';

interface Props {
  title: string;
  picture: Blob;
  backLabel: string;
  failure: AnyFailure | null;
  /** Answers whether the page was saved. */
  onUse: (page: FinishedPage) => Promise<boolean>;
  onClose: () => void;
}

/** A picture there is already (a chosen file, a page of the draft): crop, turn, straighten, take. */
export function PictureDialog({ title, onClose, ...rest }: Props) {
  return (
    <PageDialog title={title} onClose={onClose}>
      {(engine) => <Adjusting engine={engine} onClose={onClose} {...rest} />}
    </PageDialog>
  );
}

type AdjustingProps = Omit<Props, 'title'> & { engine: PageEngine };

function Adjusting({ engine, picture, backLabel, failure, onUse, onClose }: AdjustingProps) {
  const [placed, setPlaced] = useState<PlacedStill | 'unreadable' | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let gone = false;
    bitmapOf(picture)
      .then((still) => engine.call('place', { still }))
      .then(
        (result) => !gone && setPlaced(result),
        () => !gone && setPlaced('unreadable'),
      );
    return () => {
      gone = true;
    };
  }, [engine, picture]);
  if (placed === null) return <Waiting words="正在打开图片…" />;
  if (placed === 'unreadable') {
    return (
      <Alert severity="error" role="alert" action={<Button onClick={onClose}>知道了</Button>}>
        {FILE_PROBLEMS.unreadable}
      </Alert>
    );
  }
  const use = async (page: FinishedPage): Promise<void> => {
    setBusy(true);
    const saved = await onUse(page);
    setBusy(false);
    if (saved) onClose();
  };
  return (
    <>
      <ErrorNotice failure={failure} />
      <AdjustPage
        engine={engine}
        placed={placed}
        start="whole"
        backLabel={backLabel}
        onBack={onClose}
        onUse={(page) => void use(page)}
        busy={busy}
      />
    </>
  );
}
