import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { documentKindNames, specOf } from '../../domain/official-documents/document-kinds.ts';
import { sampleOf } from '../../domain/official-documents/samples.ts';
import { listNames } from './list-names.ts';
import { loadTemplates, readFolder } from './load-templates.ts';
import { createDocumentRenderer, type Templates } from './render-document.ts';

/** For the person who edits templates: says what is wrong, and prints fictional samples to look at. */
const assets = fileURLToPath(new URL('../../assets/', import.meta.url));
const shippedDir = join(assets, 'document-templates');
const fontsDir = join(assets, 'fonts');
const say = (line: string) => process.stdout.write(`${line}\n`);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { names: { type: 'boolean' }, print: { type: 'string' } },
});
const [dir = shippedDir] = positionals;

if (values.names) {
  for (const kind of documentKindNames) say(`${listNames(kind)}\n`);
} else {
  const { found, refused } = readFolder(dir, fontsDir);
  for (const kind of found.keys()) say(`✓ ${kind}.json  ${specOf(kind).title}`);
  for (const { file, problems } of refused)
    say([`✗ ${file}`, ...problems.map((one) => `    ${one}`)].join('\n'));
  if (found.size + refused.length === 0) say(`${dir} 里没有模板（.json 文件）。`);
  if (refused.length > 0) process.exitCode = 1;
  if (values.print !== undefined) await print(found, values.print);
}

async function print(found: Templates, out: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  const { templates } = loadTemplates({ shippedDir, overrideDir: null, fontsDir });
  const { render } = createDocumentRenderer(fontsDir, new Map([...templates, ...found]));
  for (const kind of found.keys()) {
    const result = await render(sampleOf(kind));
    const file = join(out, `${kind}.pdf`);
    if (result.ok) writeFileSync(file, result.value);
    say(
      result.ok
        ? `样张（虚构的人和事）：${file}`
        : `✗ ${kind}.json  字体里没有：${String(result.failure.data?.['characters'])}`,
    );
  }
}
