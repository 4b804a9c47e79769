import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { callOrThrow, failureOf } from '../../core-query.ts';

/** A blob's address while it is shown; taken back afterwards. */
export function useBlobUrl(blob: Blob | null | undefined): string | null {
  const url = useMemo(() => (blob ? URL.createObjectURL(blob) : null), [blob]);
  useEffect(() => () => (url ? URL.revokeObjectURL(url) : undefined), [url]);
  return url;
}

/** The bytes of a draft's page; pages never change, and are forgotten a minute after they were last shown. */
export function usePageBlob(draftId: string, pageId: string | null) {
  const query = useQuery({
    queryKey: ['page.read', { draftId, pageId }],
    enabled: pageId !== null,
    staleTime: Infinity,
    gcTime: 60_000,
    queryFn: () => readPage(draftId, pageId ?? ''),
  });
  return { blob: query.data ?? null, failure: failureOf(query.error) };
}

export async function readPage(draftId: string, pageId: string): Promise<Blob> {
  const { output, binary } = await callOrThrow('page.read', { draftId, pageId });
  return new Blob([new Uint8Array(binary ?? new Uint8Array())], { type: output.mime });
}
