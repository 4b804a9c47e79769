import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { specOf, type DocumentData } from '../../domain/official-documents/document-kinds.ts';
import { fillTemplate } from '../../domain/official-documents/fill-template.ts';
import { sampleDocuments, sampleOf } from '../../domain/official-documents/samples.ts';
import { loadTemplates } from './load-templates.ts';
import { createDocumentRenderer } from './render-document.ts';
import { pagesOfPdf, pdfInfo, wordsOfPdf } from './testing-pdf.ts';

const assets = fileURLToPath(new URL('../../assets/', import.meta.url));
const fontsDir = join(assets, 'fonts');
const { templates } = loadTemplates({
  shippedDir: join(assets, 'document-templates'),
  overrideDir: null,
  fontsDir,
});
const renderer = createDocumentRenderer(fontsDir, templates);
async function pdf(data: DocumentData): Promise<Uint8Array> {
  const result = await renderer.render(data);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
const plain = (text: string) => text.replace(/\s/g, '');
/** The words of a filled document, without the names of its blocks' types. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.split('\n');
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === 'type' ? [] : wordsOf(part)));
}

/** Whole, or in pieces of at least two characters where lines of cells beside each other are read in turn. */
function expectSaid(text: string, said: string): void {
  const words = plain(said);
  let from = 0;
  while (from < words.length) {
    let to = words.length;
    while (to > from && !text.includes(words.slice(from, to))) to -= 1;
    expect([words, words.slice(from), to - from >= Math.min(2, words.length - from)]).toEqual([
      words,
      words.slice(from),
      true,
    ]);
    from = to;
  }
}

describe.each(sampleDocuments.map((data) => [data.kind, data] as const))('%s', (kind, data) => {
  it('prints every word it was given, with office, number and date', async () => {
    const bytes = await pdf(data);
    // Page footers stand between the last line of a page and the first of the next.
    const text = wordsOfPdf(bytes).replace(/九龙坡示例救\p{L}+〔2026〕K7QM-012号第\d+页，共\d+页/gu, '');
    const template = templates.get(kind)!;
    for (const said of wordsOf(fillTemplate(template, data))) expectSaid(text, said);
    expect(text).toContain(plain(data.officeName));
    expect(text).toContain(plain(data.number ?? 'numbered'));
    if (template.seal) expect(text).toContain('2026年3月10日');
    expect(text.includes('（盖章处）')).toBe(template.seal);
    expect(wordsOfPdf(bytes)).toMatch(new RegExp(`${data.number}第1页，共${pagesOfPdf(bytes).length}页`));
  });

  it('tells nobody’s name in the file’s information', async () => {
    const info = pdfInfo(await pdf(data));
    expect(info).toContain(specOf(kind).title);
    expect(info).toContain(`${kind}-2026-07`);
    expect(info).toContain('A4');
    expect(info).not.toMatch(/示例|虚构/);
  });
});

describe('a document', () => {
  it('is equal for equal data', async () => {
    const [one, other] = [await pdf(sampleOf('publication')), await pdf(sampleOf('publication'))];
    expect(Buffer.from(one).equals(other)).toBe(true);
    const fresh = await createDocumentRenderer(fontsDir, templates).render(sampleOf('publication'));
    expect(fresh.ok && Buffer.from(fresh.value).equals(one)).toBe(true);
  });

  it('embeds its fonts', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'documents-test-'));
    writeFileSync(join(dir, 'one.pdf'), await pdf(sampleOf('refusalNotice')));
    const fonts = execFileSync('pdffonts', [join(dir, 'one.pdf')], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .slice(2);
    rmSync(dir, { recursive: true });
    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect(font).toMatch(/NotoSansCJKsc-\w+ +CID Type 0C +Identity-H +yes yes yes/);
  });

  it('prints rare characters, in a bold heading too', async () => {
    const rare = { addressee: '张䶮𬭸', officeName: '重庆市䶮𬭸街道办事处' };
    const text = wordsOfPdf(await pdf({ ...sampleOf('acceptanceNotice'), ...rare }));
    expect(text).toContain('张䶮𬭸：');
    expect(text.split('重庆市䶮𬭸街道办事处')).toHaveLength(3);
  });

  it.each([
    [{ addressee: '张\u{30001}' }, '\u{30001}'],
    [{ kindTitle: '低保\uE001' }, '\uE001'],
    [{ officeName: '街道한' }, '한'],
  ])('%j is refused by name, never printed as a box', async (changes, characters) => {
    expect(await renderer.render({ ...sampleOf('acceptanceNotice'), ...changes })).toEqual({
      ok: false,
      failure: { code: 'receipt.glyphMissing', data: { characters } },
    });
  });

  it('prints what looks like a place as it is', async () => {
    const text = wordsOfPdf(await pdf({ ...sampleOf('acceptanceNotice'), kindTitle: '{收件人}{编号}' }));
    expect(text).toContain('{收件人}{编号}申请');
  });

  it('carries a long list over the pages, the heading again on each, nothing lost', async () => {
    const entries = Array.from({ length: 200 }, (_, i) => ({
      name: `张示例${'甲乙丙丁戊己庚辛壬癸'[i % 10]}`,
      members: 1 + (i % 9),
      amountFen: 10_000 + i * 100,
    }));
    const pages = pagesOfPdf(await pdf({ ...sampleOf('publication'), entries }));
    expect(pages.length).toBeGreaterThan(8);
    pages.forEach((text, i) => expect(text).toContain(`第${i + 1}页，共${pages.length}页`));
    pages.slice(0, -1).forEach((text) => expect(text).toContain('家庭人数'));
    for (let i = 0; i < 200; i += 1) expect(pages.join('')).toContain(`${100 + i}.00`);
    expect(pages.at(-1)).toContain('（盖章处）');
  });

  it('carries one long answer over the pages', async () => {
    const said = Array.from({ length: 120 }, (_, i) => `第${i + 1}句说明。`);
    const pages = pagesOfPdf(await pdf({ ...sampleOf('surveyNeighbourForm'), said: said.join('\n') }));
    expect(pages.length).toBeGreaterThan(3);
    for (const sentence of said) expect(pages.join('')).toContain(sentence);
  });

  it('never leaves the seal on a page without words', async () => {
    for (let count = 1; count <= 14; count += 1) {
      const items = Array.from({ length: count }, (_, i) => ({ title: `材料${i}`, why: '请补交。' }));
      const pages = pagesOfPdf(await pdf({ ...sampleOf('supplementNotice'), items }));
      const sealed = pages.find((text) => text.includes('（盖章处）')) ?? '';
      expect(sealed).toContain('查办理进度请报编号');
    }
  });

  it('never asks for a signature on a page without what is signed', async () => {
    for (let count = 1; count <= 30; count += 1) {
      const situation = Array.from({ length: count }, (_, i) => `第${i}条情况。`).join('\n');
      const pages = pagesOfPdf(await pdf({ ...sampleOf('visitRecord'), situation }));
      expect(pages.at(-1)).toMatch(/处理意见.*家庭成员（签字）/);
    }
  });

  it('is not made of data with a field too many', async () => {
    const more = { ...sampleOf('publication'), address: '虚构路1号' };
    await expect(renderer.render(more)).rejects.toThrow();
  });
});
