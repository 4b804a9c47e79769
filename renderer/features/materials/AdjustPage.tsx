import Crop from '@mui/icons-material/Crop';
import CropFree from '@mui/icons-material/CropFree';
import RotateRight from '@mui/icons-material/RotateRight';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef, useState } from 'react';
import type { PageEngine } from '../../capture/page-engine.ts';
import type { FinishedPage, PlacedStill } from '../../capture/page-protocol.ts';
import { wholePicture, type Quad } from '../../capture/quad.ts';
import { MAX_PAGE_SIDE } from '../../capture/straighten.ts';
import { CornerEditor } from './CornerEditor.tsx';
import { useBlobUrl } from './page-picture.ts';
import { warningWords } from './warning-words.ts';

interface Props {
  engine: PageEngine;
  placed: PlacedStill;
  /** Begin with the whole picture (a file, a page already straight) or with the page found. */
  start: 'found' | 'whole';
  /** 重拍, 换一个文件, 不改了. */
  backLabel: string;
  onBack: () => void;
  onUse: (page: FinishedPage) => void;
  busy: boolean;
}

/** After a corner moved, wait this long before cutting anew, ms. */
const SETTLE_MS = 180;

/** One still: corners to move, the straight page beside it with what is wrong with it, then use it or not. */
export function AdjustPage({ engine, placed, start, backLabel, onBack, onUse, busy }: Props) {
  const whole = wholePicture(placed);
  const [quad, setQuad] = useState<Quad>(start === 'found' ? (placed.quad ?? whole) : whole);
  const [quarters, setQuarters] = useState(0);
  const page = useFinished(engine, placed, quad, quarters);
  const url = useBlobUrl(placed.view);
  const use = useRef<HTMLButtonElement>(null);
  const ready = page !== null;
  const [offered, setOffered] = useState(false);
  if (ready && !offered) setOffered(true);
  useEffect(() => {
    // once, when the page first lies there: later the focus belongs to whoever moves a corner
    if (offered) use.current?.focus();
  }, [offered]);
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 3fr) minmax(280px, 2fr)',
        gap: 2,
        height: '100%',
      }}
    >
      <Box sx={{ minHeight: 0, display: 'flex', flexDirection: 'column', gap: 1 }}>
        <Box
          sx={{
            flex: 1,
            minHeight: 0,
            p: 2,
            bgcolor: '#2b2520',
            borderRadius: 1,
          }}
        >
          <Box sx={{ containerType: 'size', height: '100%', display: 'grid', placeItems: 'center' }}>
            {url && <CornerEditor url={url} {...placed} quad={quad} onChange={setQuad} />}
          </Box>
        </Box>
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          <Button
            variant="outlined"
            startIcon={<RotateRight />}
            onClick={() => setQuarters((n) => (n + 1) % 4)}
          >
            转 90 度
          </Button>
          <Button variant="outlined" startIcon={<CropFree />} onClick={() => setQuad(whole)}>
            用整张
          </Button>
          {placed.quad && (
            <Button variant="outlined" startIcon={<Crop />} onClick={() => setQuad(placed.quad ?? whole)}>
              自动找纸边
            </Button>
          )}
        </Box>
      </Box>
      <Box sx={{ minHeight: 0, display: 'flex', flexDirection: 'column', gap: 1 }}>
        <FinishedView page={page} />
        <Warnings page={page} found={start === 'whole' || placed.quad !== null} />
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button variant="outlined" sx={{ flex: 1, minHeight: 56 }} onClick={onBack} disabled={busy}>
            {backLabel}
          </Button>
          <Button
            ref={use}
            variant="contained"
            sx={{ flex: 1, minHeight: 56 }}
            disabled={!page || busy}
            onClick={() => page && onUse(page)}
          >
            {busy ? '正在保存…' : page && page.warnings.length > 0 ? '仍然使用' : '使用这一页'}
          </Button>
        </Box>
      </Box>
    </Box>
  );
}

/** The page cut out by these corners; null while it is being worked on. */
function useFinished(
  engine: PageEngine,
  placed: PlacedStill,
  quad: Quad,
  quarters: number,
): FinishedPage | null {
  const [done, setDone] = useState<{ for: Quad; quarters: number; page: FinishedPage } | null>(null);
  useEffect(() => {
    let gone = false;
    const timer = setTimeout(() => {
      engine.call('finish', { quad, quarters, maxSide: MAX_PAGE_SIDE }).then(
        (page) => !gone && setDone({ for: quad, quarters, page }),
        () => undefined,
      );
    }, SETTLE_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [engine, placed, quad, quarters]);
  return done && done.for === quad && done.quarters === quarters ? done.page : null;
}

function FinishedView({ page }: { page: FinishedPage | null }) {
  const url = useBlobUrl(page?.jpeg);
  return (
    <Box
      sx={{
        flex: 1,
        minHeight: 0,
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.default',
      }}
    >
      {url ? (
        <Box
          component="img"
          src={url}
          alt="拉直后的样子"
          sx={{ maxWidth: '100%', maxHeight: '100%', boxShadow: 1 }}
        />
      ) : (
        <span role="status">正在拉直…</span>
      )}
    </Box>
  );
}

function Warnings({ page, found }: { page: FinishedPage | null; found: boolean }) {
  const words = [
    ...(found ? [] : ['没有找到纸边，现在用的是整张画面，可以拖动四个角']),
    ...(page?.warnings ?? []).map((warning) => warningWords[warning]),
  ];
  return (
    <Box aria-live="polite">
      {words.length > 0 && (
        <Alert
          severity="warning"
          variant="outlined"
          icon={<WarningAmberOutlined />}
          aria-label="这一页的提醒"
        >
          {words.map((word) => (
            <div key={word}>{word}</div>
          ))}
        </Alert>
      )}
    </Box>
  );
}
