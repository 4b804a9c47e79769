import { parentPort } from 'node:worker_threads';

/** The real worker, and one command that ends it as a fault of the program would. */
parentPort?.on('message', (message: { kind: string; call?: { envelope: { name: string } } }) => {
  if (message.call?.envelope.name !== 'test.crash') return;
  throw new Error('crash asked for by the test: 张示例');
});
await import('../core-worker.ts');
