import { startIdReaderSimulator } from '../devices/id-reader/simulator.ts';

/** A card reader with fictional cards for the demo; stops with its starter. */
const simulator = await startIdReaderSimulator({ port: Number(process.env['ID_READER_PORT'] ?? 0) });
process.stdout.write(`${JSON.stringify({ listening: simulator.url })}\n`);
const stop = (): void => void simulator.close().then(() => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
process.stdin.on('end', stop).resume();
