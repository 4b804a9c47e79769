import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AnyFailure } from '../../../contract/failures.ts';
import type { PageMime } from '../../../domain/application/evidence.ts';
import { call } from '../../client.ts';

/** A page whose digest was checked when it was opened, or why it cannot be shown. */
export type OpenedPage = { ok: true; mime: PageMime; bytes: Uint8Array } | { ok: false; failure: AnyFailure };

async function open(caseId: string, digest: string): Promise<OpenedPage> {
  const result = await call('case.readPage', { caseId, digest });
  if (!result.ok) return { ok: false, failure: result.failure as AnyFailure };
  return { ok: true, mime: result.output.mime, bytes: result.binary ?? new Uint8Array() };
}

/** Each opening is written down by the core, so a page seen a moment ago is not asked for again. */
const opened = (queries: QueryClient, caseId: string, digest: string): Promise<OpenedPage> =>
  queries.fetchQuery({
    queryKey: ['opened page', caseId, digest],
    queryFn: () => open(caseId, digest),
    staleTime: ({ state }) => (state.data?.ok ? 60_000 : 0),
    gcTime: 60_000,
  });

/** Opens pages one after another, so that a thick dossier does not choke the machine; answers what is there so far. */
export function useOpenedPages(caseId: string, digests: readonly string[]): ReadonlyMap<string, OpenedPage> {
  const queries = useQueryClient();
  const [pages, setPages] = useState<ReadonlyMap<string, OpenedPage>>(new Map());
  const wanted = digests.join(' ');
  useEffect(() => {
    let left = false;
    const openAll = async (): Promise<void> => {
      for (const digest of wanted.split(' ').filter(Boolean)) {
        if (left) return;
        const page = await opened(queries, caseId, digest);
        setPages((before) => new Map(before).set(digest, page));
      }
    };
    void openAll();
    return () => {
      left = true;
    };
  }, [queries, caseId, wanted]);
  return pages;
}
