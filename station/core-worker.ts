import { parentPort, workerData } from 'node:worker_threads';
import type { Reply } from '../contract/envelope.ts';
import { createCore } from '../core/create-core.ts';
import { lockFolder } from '../db/folder-lock.ts';
import { buildPorts } from './build-ports.ts';
import { StationOptions } from './config.ts';
import { ownBytes, type FromWorker, type ToWorker } from './worker-messages.ts';

if (!parentPort) throw new Error('the core worker runs as a worker thread only');
const port = parentPort;
const tell = (message: FromWorker, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

const options = StationOptions.parse(workerData);
// Held as long as this thread lives; before anything in the folder is touched.
const lock = await lockFolder(options.dataDir);
const ports = await buildPorts(options);
const core = createCore(ports);
core.onNews((news) => tell({ kind: 'news', news }));

port.on('message', (message: ToWorker) => {
  if (message.kind === 'close') void close();
  else void core.dispatch(message.clientId, message.call).then((reply) => answer(message.seq, reply));
});

function answer(seq: number, reply: Reply): void {
  if (!reply.binary) return tell({ kind: 'reply', seq, reply });
  const binary = ownBytes(reply.binary);
  tell({ kind: 'reply', seq, reply: { envelope: reply.envelope, binary } }, [binary.buffer]);
}

async function close(): Promise<void> {
  await core.close();
  lock.release();
  tell({ kind: 'closed' });
  port.close();
}

core.start();
tell({ kind: 'ready' });
