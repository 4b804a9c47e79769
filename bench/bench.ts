import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { benchCommit, benchIngest } from './disk.ts';
import type { Figure } from './measure.ts';
import { benchFace, benchStart } from './page.ts';
import { benchSync } from './sync.ts';

const benches: Record<string, () => Promise<Figure>> = {
  start: () => benchStart(),
  commit: () => benchCommit(),
  ingest: () => benchIngest(),
  face: () => benchFace(),
  sync: () => benchSync(),
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
const unknown = positionals.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
  process.exit(1);
}

const figures: Figure[] = [];
for (const [name, run] of Object.entries(benches).filter(
  ([n]) => positionals.length === 0 || positionals.includes(n),
)) {
  const done = await run();
  figures.push(done);
  const { value, unit, boundIs, bound, ratio, what, runs } = done;
  console.log(
    `${name.padEnd(7)} ${String(value)} ${unit} (${what}) ÷ ${String(bound)} ${unit} (${boundIs}) = ${String(ratio)}  [${String(runs)} runs]`,
  );
}
if (values.json) await writeFile(values.json, `${JSON.stringify({ figures }, null, 2)}\n`);
