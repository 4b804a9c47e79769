import { parseArgs } from 'node:util';
import { loadDemoPeople } from '../district/testing/demo-people.ts';
import { Behaviour, startMatchingSimulator } from '../district/testing/matching-simulator.ts';
import { Source } from '../domain/matching/sources.ts';

/**
 * All departments as one server with fictional people: `node cli/matching-simulator.ts --port 8470 --behaviour tax=error`.
 * Stops with its starter when `--with-parent` is given.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8470' },
    people: { type: 'string' },
    behaviour: { type: 'string', multiple: true, default: [] },
    'with-parent': { type: 'boolean', default: false },
  },
});
const simulator = await startMatchingSimulator({
  port: Number(values.port),
  people: await loadDemoPeople(values.people),
});
for (const text of values.behaviour) {
  const [source, kind] = text.split('=');
  simulator.behave(Source.parse(source), Behaviour.parse({ kind }));
}
process.stdout.write(`${JSON.stringify({ listening: simulator.url })}\n`);
const stop = (): void => void simulator.close().then(() => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
if (values['with-parent']) process.stdin.on('end', stop).resume();
