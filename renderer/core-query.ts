import { QueryClient, useMutation, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import type { CommandName, InputOf, OutputOf } from '../contract/commands.ts';
import type { AnyFailure } from '../contract/failures.ts';
import { call, type Client } from './client.ts';

/** Thrown inside queries only, so that react-query sees a failed call; carries the typed failure. */
export class CallFailed extends Error {
  readonly failure: AnyFailure;
  constructor(failure: AnyFailure) {
    super(failure.code);
    this.name = 'CallFailed';
    this.failure = failure;
  }
}

export interface Answer<N extends CommandName> {
  output: OutputOf<N>;
  binary?: Uint8Array;
}

/** Calls and throws `CallFailed`: for query and mutation functions. */
export async function callOrThrow<N extends CommandName>(
  name: N,
  input: InputOf<N>,
  binary?: Uint8Array,
): Promise<Answer<N>> {
  const result = await call(name, input, binary);
  if (!result.ok) throw new CallFailed(result.failure as AnyFailure);
  return result.binary ? { output: result.output, binary: result.binary } : { output: result.output };
}

export const failureOf = (error: unknown): AnyFailure | null =>
  error instanceof CallFailed ? error.failure : null;

type QuerySettings<N extends CommandName> = Pick<
  UseQueryOptions<OutputOf<N>>,
  'enabled' | 'staleTime' | 'refetchInterval'
>;

/** Reads by a command; the key is [name, input], so news can mark it stale by name. */
export function useCoreQuery<N extends CommandName>(
  name: N,
  input: InputOf<N>,
  settings: QuerySettings<N> = {},
) {
  const query = useQuery<OutputOf<N>>({
    queryKey: [name, input],
    queryFn: async () => (await callOrThrow(name, input)).output,
    ...settings,
  });
  return { ...query, failure: failureOf(query.error) };
}

/** Changes by a command: `run(input, binary?)` resolves with the answer or null; `failure` is what went wrong last. */
export function useCoreCommand<N extends CommandName>(name: N) {
  const mutation = useMutation({
    mutationFn: ({ input, binary }: { input: InputOf<N>; binary?: Uint8Array }) =>
      callOrThrow(name, input, binary),
  });
  const run = async (input: InputOf<N>, binary?: Uint8Array): Promise<Answer<N> | null> =>
    mutation.mutateAsync(binary ? { input, binary } : { input }).catch(() => null);
  return { run, pending: mutation.isPending, failure: failureOf(mutation.error), reset: mutation.reset };
}

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: 5_000, refetchOnWindowFocus: false } },
  });

/** News names what changed; what is on screen is asked again. */
export function followNews(client: Client, queries: QueryClient): () => void {
  const stale = (...names: CommandName[]): void => {
    for (const name of names) void queries.invalidateQueries({ queryKey: [name] });
  };
  let first = true;
  const stopConnection = client.onConnection((connected) => {
    if (connected && !first) void queries.invalidateQueries();
    first = false;
  });
  const stopNews = client.onNews((news) => {
    if (news.type === 'sync.changed') stale('system.status', 'outbox.list', 'case.list');
    if (news.type === 'case.changed') stale('case.list', 'case.dossier', 'case.process', 'case.progress');
    if (news.type === 'record.changed') stale('alert.list', 'alert.read', 'ticket.list', 'ticket.read');
    if (news.type === 'session.ended') stale('system.status');
  });
  return () => {
    stopConnection();
    stopNews();
  };
}
