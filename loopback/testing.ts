import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Call, CoreHost, CoreNews } from '../contract/index.ts';

/** A core that echoes, so that a transport can be looked at alone. `calls` keeps who called what. */
export function echoCore(): CoreHost & {
  calls: { clientId: string; call: Call }[];
  tell(news: CoreNews): void;
} {
  const listeners = new Set<(news: CoreNews) => void>();
  const calls: { clientId: string; call: Call }[] = [];
  return {
    calls,
    tell: (news) => {
      for (const listener of listeners) listener(news);
    },
    call: (clientId, call) => {
      calls.push({ clientId, call });
      const envelope = { id: call.envelope.id, ok: true as const, output: call.envelope.input };
      return Promise.resolve(call.binary ? { envelope, binary: call.binary } : { envelope });
    },
    onNews: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => Promise.resolve(),
  };
}

/** A folder with a one-line page that opens its session and a socket, the way the real page does. */
export function tinyPage(): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'nc-page-'));
  writeFileSync(
    path.join(dir, 'index.html'),
    '<!doctype html><html><head><title>t</title></head><body><script src="/page.js"></script></body></html>',
  );
  writeFileSync(
    path.join(dir, 'page.js'),
    `const code = location.hash.slice(3);
     fetch('/session', { method: 'POST', body: JSON.stringify({ code }) }).then(() => {
       const socket = new WebSocket('ws://' + location.host + '/ws');
       socket.onopen = async () => {
         const head = new TextEncoder().encode(JSON.stringify({ id: 1, name: 'page.says', input: { isolated: crossOriginIsolated, hash: location.hash.length } }));
         const frame = new Uint8Array(4 + head.length);
         new DataView(frame.buffer).setUint32(0, head.length);
         frame.set(head, 4);
         socket.send(frame);
       };
     });`,
  );
  return dir;
}
