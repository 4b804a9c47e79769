import { describe, expect, it } from 'vitest';
import { DocumentData, documentKindNames, documentKinds, specOf } from './document-kinds.ts';
import { publicNotice } from './kinds/public-notice.ts';
import { sampleDocuments, sampleOf } from './samples.ts';

describe('kinds of documents', () => {
  it('have a sample each, which is data of that kind', () => {
    expect(sampleDocuments.map(({ kind }) => kind).sort()).toEqual([...documentKindNames].sort());
    for (const sample of sampleDocuments) expect(DocumentData.parse(sample)).toEqual(sample);
  });

  it('are listed under their own name', () => {
    for (const name of documentKindNames) expect(documentKinds[name].kind).toBe(name);
  });

  it('refuse a field too many, each', () => {
    for (const sample of sampleDocuments) {
      expect(DocumentData.safeParse({ ...sample, note: '别的' }).success).toBe(false);
      expect(() => specOf(sample.kind).values({ ...sample, note: '别的' })).toThrow();
    }
  });

  it('refuse control characters in a line, allow paragraphs in words', () => {
    const reply = sampleOf('objectionReply');
    expect(DocumentData.safeParse({ ...reply, reply: '一\n二' }).success).toBe(true);
    expect(DocumentData.safeParse({ ...reply, reply: '一\u0007二' }).success).toBe(false);
    expect(DocumentData.safeParse({ ...reply, officeName: '街道\n办事处' }).success).toBe(false);
  });
});

describe('what is posted in public', () => {
  const shared = ['entries', 'issuedOn', 'kind', 'number', 'officeName', 'officePhone', 'villageName'];
  const keysOf = (schema: { shape: object }) => Object.keys(schema.shape).sort();

  it('has room for nothing else', () => {
    expect(keysOf(documentKinds.publication.schema)).toEqual(shared);
    for (const { schema } of [publicNotice, documentKinds.renewedNotice]) {
      expect(keysOf(schema)).toEqual([...shared, 'endsOn', 'startsOn'].sort());
    }
    expect(keysOf(documentKinds.publication.schema.shape.entries.element)).toEqual([
      'amountFen',
      'members',
      'name',
    ]);
    expect(keysOf(publicNotice.schema.shape.entries.element)).toEqual(['amountFen', 'members', 'name']);
  });

  it.each(['publicNotice', 'renewedNotice', 'publication'] as const)(
    '%s refuses an entry that knows more',
    (kind) => {
      const sample = sampleOf(kind);
      for (const more of [
        { idNumber: '11010519491231002X' },
        { address: '虚构路1号' },
        { illness: '虚构病' },
      ]) {
        const entries = sample.entries.map((entry) => ({ ...entry, ...more }));
        expect(DocumentData.safeParse({ ...sample, entries }).success).toBe(false);
      }
    },
  );

  it('says 拟不纳入 for whom nothing is proposed', () => {
    const rows = specOf('publicNotice').values(sampleOf('publicNotice')).lists.get('名单');
    expect(rows?.map((row) => row['意见'])).toEqual(['拟纳入，900.00 元', '拟不纳入', '拟纳入']);
  });
});

describe('reducing or ending', () => {
  it.each([
    ['reduced', null, false],
    ['ended', null, false],
    ['ended', '2026-09-10', true],
    ['raised', null, true],
  ] as const)('%s, heard on %s: %s', (change, heardOn, allowed) => {
    const data = { ...sampleOf('adjustmentNotice'), change, heardOn };
    expect(DocumentData.safeParse(data).success).toBe(allowed);
  });
});
