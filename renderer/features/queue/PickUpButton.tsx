import CloudDownloadOutlined from '@mui/icons-material/CloudDownloadOutlined';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import type { AnyFailure } from '../../../contract/failures.ts';
import { call } from '../../client.ts';
import { momentWords } from '../../words/moment-words.ts';

export type PickedUp = { ok: true; words: string } | { ok: false; failure: AnyFailure };

interface Props {
  busy: boolean;
  onBusy: (busy: boolean) => void;
  onDone: (result: PickedUp) => void;
}

/** Looks for what came in online. The look itself is noted at the district, also when nothing is there. */
export function PickUpButton({ busy, onBusy, onDone }: Props) {
  const queries = useQueryClient();
  const look = async (): Promise<void> => {
    onBusy(true);
    const result = await call('pickup.run', {});
    onBusy(false);
    if (!result.ok) return onDone({ ok: false, failure: result.failure as AnyFailure });
    const { waiting, at } = result.output;
    await queries.invalidateQueries({ queryKey: ['case.list'] });
    onDone({ ok: true, words: pickedUpWords(waiting.length, at) });
  };
  return (
    <Button
      variant="outlined"
      startIcon={<CloudDownloadOutlined />}
      onClick={() => void look()}
      disabled={busy}
    >
      {busy ? '正在收取…' : '收取网上申请'}
    </Button>
  );
}

export const pickedUpWords = (count: number, at: string): string =>
  count === 0
    ? `${momentWords(at)}查过，没有等着收取的网上申请。这次查看区里已经记下。`
    : `${momentWords(at)}查过，有 ${count} 件网上申请等着收取，在“网上申请”里，打开后点“收取”。`;
