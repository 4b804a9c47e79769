import type { CallEnvelope, CoreHost, CoreNews, Reply } from '../../contract/envelope.ts';

/**
 * A core for tests of the shell alone: answers with what it was given, so that the way there and back shows. `test.*` names
 * are its own; the product's core knows none of them.
 */
export function startStation(options: {
  key: string | null;
  dataDir: string;
  host: object;
}): Promise<CoreHost> {
  const listeners = new Set<(news: CoreNews) => void>();
  const bytesBack = (binary: Uint8Array | undefined) =>
    binary ? { binary: Uint8Array.from(binary, (byte) => byte ^ 255) } : {};
  const answer = (clientId: string, { id, name, input }: CallEnvelope): Reply['envelope'] => ({
    id,
    ok: true,
    output:
      name === 'test.options'
        ? { ...options, key: options.key === null ? null : options.key.length }
        : { clientId, name, input },
  });
  return Promise.resolve({
    call(clientId, { envelope, binary }) {
      if (envelope.name === 'test.news') for (const listener of listeners) listener({ type: 'sync.changed' });
      return Promise.resolve({ envelope: answer(clientId, envelope), ...bytesBack(binary) });
    },
    onNews(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      // As a store does: closing is over some time after it was asked for.
      await new Promise((resolve) => setTimeout(resolve, 50));
      process.stderr.write(`${JSON.stringify({ part: 'echo', code: 'closed' })}\n`);
    },
  });
}
