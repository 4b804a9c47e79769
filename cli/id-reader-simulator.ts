import path from 'node:path';
import { loadDemoCards } from '../devices/id-reader/demo-cards.ts';
import { startIdReaderSimulator } from '../devices/id-reader/simulator.ts';

/** A card reader with fictional cards for the demo, the first lying on it; stops with its starter. */
const cards = await loadDemoCards(
  path.resolve(import.meta.dirname, '..', 'devices', 'id-reader', 'cards-demo.json'),
);
const port = Number(process.env['ID_READER_PORT'] ?? 0);
const simulator = await startIdReaderSimulator({ port, cards, inserted: cards[0] ?? null });
process.stdout.write(`${JSON.stringify({ listening: simulator.url })}\n`);
const stop = (): void => void simulator.close().then(() => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
process.stdin.on('end', stop).resume();
