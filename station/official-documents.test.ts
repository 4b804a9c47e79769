import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { wordsOfPdf } from '../devices/official-documents/testing-pdf.ts';
import { sampleOf } from '../domain/official-documents/samples.ts';
import { officialDocuments } from './official-documents.ts';

const assets = join(import.meta.dirname, '..', 'assets');
let dataDir: string;
let logged: unknown[];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'documents-'));
  mkdirSync(join(dataDir, 'document-templates'));
  logged = [];
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
const edit = (file: string, change: (text: string) => string) => {
  const shipped = readFileSync(join(assets, 'document-templates', file), 'utf8');
  writeFileSync(join(dataDir, 'document-templates', file), change(shipped));
};
const open = () =>
  officialDocuments(assets, dataDir, {
    info: (code, data) => void logged.push({ code, ...data }),
    error: (code, data) => void logged.push({ code, ...data }),
  });

it('prints by the office’s own template, and by the shipped one where the own was refused, which the log says', async () => {
  edit('publication.json', (text) => text.replace('现予公布。', '现予公布，接受监督。'));
  edit('acceptanceNotice.json', (text) => text.replaceAll('{办结期限}', '不久'));
  const { render } = open();
  expect(logged).toMatchObject([
    { code: 'template.overridden', kind: 'publication' },
    {
      code: 'template.refused',
      file: 'acceptanceNotice.json',
      problems: expect.stringContaining('办结期限'),
    },
  ]);
  const text = async (kind: 'publication' | 'acceptanceNotice') => {
    const rendered = await render(sampleOf(kind));
    return rendered.ok ? wordsOfPdf(rendered.value) : rendered.failure.code;
  };
  expect(await text('publication')).toContain('接受监督');
  expect(await text('acceptanceNotice')).toContain('2026年3月31日前办结');
});
