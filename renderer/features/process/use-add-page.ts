import { useState } from 'react';
import type { Page } from '../../../domain/application/evidence.ts';
import { judgeFile, FILE_PROBLEMS } from '../../capture/accept-file.ts';
import { useCoreCommand } from '../../core-query.ts';

/** Archives pictures and papers for a coming step; answers the page, or null when it was not taken. */
export function useAddPage(caseId: string) {
  const add = useCoreCommand('case.addPage');
  const [refused, setRefused] = useState<string | null>(null);
  const addFile = async (file: Blob, source: Page['source']): Promise<Page | null> => {
    setRefused(null);
    const verdict = await judgeFile(file).catch(() => ({
      ok: false as const,
      problem: 'unreadable' as const,
    }));
    if (!verdict.ok) {
      setRefused(FILE_PROBLEMS[verdict.problem]);
      return null;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    return (await add.run({ caseId, mime: verdict.mime, source }, bytes))?.output.page ?? null;
  };
  return { addFile, pending: add.pending, failure: add.failure, refused };
}
