import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentKindNames } from '../../domain/official-documents/document-kinds.ts';
import { loadTemplates } from './load-templates.ts';

const assets = fileURLToPath(new URL('../../assets/', import.meta.url));
const shippedDir = join(assets, 'document-templates');
const fontsDir = join(assets, 'fonts');
const shipped = (kind: string) => readFileSync(join(shippedDir, `${kind}.json`), 'utf8');

let overrideDir: string;
beforeEach(() => (overrideDir = mkdtempSync(join(tmpdir(), 'templates-test-'))));
afterEach(() => rmSync(overrideDir, { recursive: true, force: true }));
const edit = (file: string, text: string) => writeFileSync(join(overrideDir, file), text);
const load = () => loadTemplates({ shippedDir, overrideDir, fontsDir });

describe('templates of a station', () => {
  it('are the shipped ones, all sound, when there is no folder of its own', () => {
    for (const dir of [null, join(overrideDir, 'absent')]) {
      const { templates, overridden, refused } = loadTemplates({ shippedDir, overrideDir: dir, fontsDir });
      expect([...templates.keys()]).toEqual(documentKindNames);
      expect({ overridden, refused }).toEqual({ overridden: [], refused: [] });
    }
  });

  it('take over what was edited soundly', () => {
    edit('publication.json', shipped('publication').replace('现予公布。', '现予公布，接受监督。'));
    const { templates, overridden, refused } = load();
    expect({ overridden, refused }).toEqual({ overridden: ['publication'], refused: [] });
    expect(JSON.stringify(templates.get('publication'))).toContain('接受监督');
  });

  it('refuse what is not sound, and the shipped one stays', () => {
    edit('refusalNotice.json', shipped('refusalNotice').replaceAll('行政复议', ''));
    edit('publication.json', '{');
    edit('acceptanceNotice.json', shipped('acceptanceNotice').replace('申请材料', '申请\uE000材料'));
    edit('receipts.json', '{}');
    edit('notes.txt', 'not a template');
    const { templates, overridden, refused } = load();
    expect(overridden).toEqual([]);
    expect(refused.map(({ file }) => file)).toEqual([
      'acceptanceNotice.json',
      'publication.json',
      'receipts.json',
      'refusalNotice.json',
    ]);
    const said = refused.map(({ problems }) => problems.join());
    expect(said[0]).toContain('（U+E000）');
    expect(said[2]).toContain('没有叫 receipts.json 的文书');
    expect(said[3]).toBe('少了必须写明的内容：“行政复议”。');
    for (const kind of ['refusalNotice', 'publication', 'acceptanceNotice'] as const)
      expect(templates.get(kind)).toEqual(JSON.parse(shipped(kind)));
  });

  it('cannot be without a shipped one', () => {
    cpSync(shippedDir, overrideDir, { recursive: true });
    rmSync(join(overrideDir, 'publication.json'));
    expect(() => loadTemplates({ shippedDir: overrideDir, overrideDir: null, fontsDir })).toThrow();
  });
});

describe('the check command', () => {
  const command = fileURLToPath(new URL('./check-command.ts', import.meta.url));
  const run = (...args: string[]) =>
    execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', command, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  it('says what is wrong and fails', () => {
    edit('publication.json', shipped('publication').replace('{村居}', '{村局}'));
    const failed = (() => {
      try {
        return run(overrideDir);
      } catch (error) {
        return error as { status: number; stdout: string };
      }
    })();
    expect(failed).toMatchObject({ status: 1 });
    expect((failed as { stdout: string }).stdout).toContain('是不是想写 {村居}？');
  });

  it('prints a sample of what is sound', () => {
    edit('publication.json', shipped('publication'));
    const out = join(overrideDir, 'out');
    expect(run(overrideDir, '--print', out)).toContain('✓ publication.json  社会救助公布');
    expect(readFileSync(join(out, 'publication.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('names every place of every kind', () => {
    const said = run('--names');
    for (const kind of documentKindNames) expect(said).toContain(`（${kind}.json）`);
    expect(said).toContain('{受理日期}  哪天受理的（必须有）');
  });
});
