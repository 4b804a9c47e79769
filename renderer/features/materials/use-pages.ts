import { useState } from 'react';
import type { InputOf } from '../../../contract/commands.ts';
import type { AnyFailure } from '../../../contract/failures.ts';
import type { DraftView } from '../../../contract/views.ts';
import type { DraftPage } from '../../../domain/application/evidence.ts';
import { CallFailed, callOrThrow } from '../../core-query.ts';
import { useToast } from '../../ui/Toast.tsx';
import type { MaterialRow } from './material-rows.ts';
import { readPage } from './page-picture.ts';

export type NewPage = Pick<InputOf<'page.add'>, 'mime' | 'width' | 'height' | 'source' | 'warnings'> & {
  readonly content: Blob;
};
type Place = Pick<MaterialRow, 'slot' | 'memberId'>;

/** Everything that changes pages; each answers whether it worked, and `failure` says what did not. */
export function usePages(draft: Pick<DraftView, 'id'>, refresh: () => void) {
  const [failure, setFailure] = useState<AnyFailure | null>(null);
  const toast = useToast();
  const draftId = draft.id;

  async function run<T>(work: () => Promise<T>): Promise<T | null> {
    setFailure(null);
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setFailure(error.failure);
      return null;
    } finally {
      refresh();
    }
  }

  const add = ({ slot, memberId }: Place, page: NewPage, replaces: string | null = null) =>
    run(async () => {
      const { content, ...facts } = page;
      const bytes = new Uint8Array(await content.arrayBuffer());
      return (await callOrThrow('page.add', { draftId, slot, memberId, ...facts, replaces }, bytes)).output
        .page;
    });

  const arrange = ({ slot, memberId }: Place, pageIds: string[]) =>
    run(() => callOrThrow('page.arrange', { draftId, slot, memberId, pageIds }));

  /** Gone at once; the bytes stay in this page's memory as long as it can be undone. */
  const remove = (row: MaterialRow, page: DraftPage) =>
    run(async () => {
      const content = await readPage(draftId, page.id).catch(() => null);
      await callOrThrow('page.remove', { draftId, pageId: page.id });
      const text = `已删除${row.title}的一页`;
      if (!content) return toast({ text, severity: 'info' });
      toast({
        text,
        severity: 'info',
        action: { label: '撤销', run: () => void putBack(row, page, content) },
      });
    });

  async function putBack(row: MaterialRow, page: DraftPage, content: Blob) {
    const { mime, width, height, source, warnings } = page;
    const back = await add(row, { mime, width, height, source, warnings, content });
    if (!back) return;
    await arrange(
      row,
      row.pages.map((other) => (other.id === page.id ? back.id : other.id)),
    );
  }

  const scan = ({ slot, memberId }: Place, deviceId: string) =>
    run(async () => (await callOrThrow('scanner.scan', { draftId, slot, memberId, deviceId })).output.pages);

  const still = ({ slot, memberId }: Place) =>
    run(async () => (await callOrThrow('still.capture', { draftId, slot, memberId })).output.page);

  return { add, arrange, remove, scan, still, failure, clearFailure: () => setFailure(null) };
}
export type Pages = ReturnType<typeof usePages>;
