import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { DocumentData } from '../../domain/official-documents/document-kinds.ts';
import { sampleOf } from '../../domain/official-documents/samples.ts';
import { maskIdNumber, maskPhone } from '../../domain/privacy/mask.ts';
import { toPublicationEntry } from '../../domain/privacy/publication.ts';
import { sampleSections, testIdNumber } from '../../domain/testing/sample-application.ts';
import { formatYuan } from '../../domain/values/fen.ts';
import { loadTemplates } from './load-templates.ts';
import { createDocumentRenderer } from './render-document.ts';
import { wordsOfPdf } from './testing-pdf.ts';

const assets = fileURLToPath(new URL('../../assets/', import.meta.url));
const fontsDir = join(assets, 'fonts');
const { templates } = loadTemplates({
  shippedDir: join(assets, 'document-templates'),
  overrideDir: null,
  fontsDir,
});
const { render } = createDocumentRenderer(fontsDir, templates);

/** A household that has told us everything. */
const sections = sampleSections([
  {
    name: '李虚构',
    idNumber: testIdNumber('1952-05-06', 20),
    phone: '13900000001',
    address: '虚构路1号2单元',
  },
  { name: '张虚构', idNumber: testIdNumber('2012-07-08', 33), relation: 'son', address: '虚构路1号2单元' },
]);
const record = {
  sections,
  caseCode: 'JLP-7K3M-260309-0007',
  caseNo: '500107-2026-000123',
  kindTitle: '最低生活保障（低保）',
  account: { holder: '李虚构', bank: '虚构银行', number: '6200000000000005' },
  deposit: { description: '虚构银行定期存款', valueFen: 1_234_500 },
  illness: '虚构重病',
  disability: '肢体二级',
  countableFen: 135_000,
  perCapitaFen: 45_000,
  ...{ name: '张示例', members: 3, amountFen: 90_000 },
};
const allowed = new Set(['张示例', '3', '900.00']);

/** Every value the household's record holds, as it could stand on paper: plain, masked, or as money. */
function valuesOf(value: unknown): string[] {
  if (typeof value === 'string')
    return value.length < 2 ? [] : [value, maskIdNumber(value), maskPhone(value)];
  if (typeof value === 'number')
    return value < 1000 ? [] : [String(value), formatYuan(value), formatYuan(value).replace(',', '')];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesOf) : [];
}
const secrets = [...new Set(valuesOf(record))].filter((one) => !allowed.has(one) && /[^*]/.test(one));

async function found(data: DocumentData): Promise<string[]> {
  const result = await render(data);
  if (!result.ok) throw new Error(result.failure.code);
  const text = wordsOfPdf(result.value);
  return secrets.filter((secret) => text.includes(secret.replace(/\s/g, '')));
}

describe('what is posted in public', () => {
  it('is searched for enough values, and the search finds them where they may stand', async () => {
    for (const secret of [
      '李虚构',
      '张虚构',
      testIdNumber('2012-07-08', 33),
      '虚构路1号',
      '13800000000',
      testIdNumber('1950-03-10', 11),
      '450.00',
      '虚构重病',
    ])
      expect(secrets).toContain(secret);
    const form = {
      ...sampleOf('surveyHomeForm'),
      address: sections.identity?.address ?? '',
      members: sections.members.map(({ name }) => ({ name: name ?? '', relation: '家人', note: null })),
      formula: [{ label: '人均', amountFen: record.perCapitaFen }],
    };
    expect(await found(form)).toEqual(
      expect.arrayContaining(['虚构路1号', '李虚构', '张虚构', '450.00', record.caseCode, record.kindTitle]),
    );
  });

  it('says of a household three things and not one of its other values', async () => {
    const entry = toPublicationEntry(record);
    const posted: DocumentData[] = [
      { ...sampleOf('publication'), entries: [entry] },
      { ...sampleOf('publicNotice'), entries: [entry] },
      { ...sampleOf('publicNotice'), entries: [{ ...entry, amountFen: null }] },
      { ...sampleOf('renewedNotice'), entries: [entry] },
    ];
    for (const data of posted) expect([data.kind, await found(data)]).toEqual([data.kind, []]);
  });

  it('tells the objector no more than was posted', async () => {
    const reply = { ...sampleOf('objectionReply'), postedName: record.name };
    expect(await found(reply)).toEqual([]);
  });
});
