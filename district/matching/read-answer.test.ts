import { describe, expect, it } from 'vitest';
import { FieldMap } from './field-map.ts';
import { readAnswer } from './read-answer.ts';

const asked = '500107197903129818';
const receivedAt = '2026-01-05T16:30:00.000Z';
const fact = {
  ...{ topic: 'income', kind: 'wage', amountFen: 280_000, periodMonths: 1, label: '工资' },
  ...{ text: null, asOf: '2025-12-31' },
};
const read = (value: unknown, fieldMap?: FieldMap) =>
  readAnswer(
    typeof value === 'string' ? value : JSON.stringify(value),
    asked,
    { fieldMap, validDays: 90 },
    receivedAt,
  );
const standard = { answerId: 'a1', idNumber: asked, facts: [fact] };

describe('an answer in our format', () => {
  it('is taken whole; what is not said follows from when it came', () => {
    expect(read(standard)).toEqual({
      ok: true,
      // The day in Shanghai is already the 6th.
      value: { answerId: 'a1', at: receivedAt, validUntil: '2026-04-06', facts: [fact] },
    });
    const said = { ...standard, answeredAt: '2026-01-02T00:00:00.000Z', validUntil: '2026-02-01' };
    expect(read(said)).toMatchObject({ value: { at: said.answeredAt, validUntil: said.validUntil } });
  });

  it('about another number than asked is told apart, whatever else is wrong with it', () => {
    expect(read({ ...standard, idNumber: '500107198207059822' })).toEqual({
      ok: false,
      reason: 'wrongPerson',
    });
    expect(read({ idNumber: '500107198207059822' })).toEqual({ ok: false, reason: 'wrongPerson' });
    expect(read({ ...standard, idNumber: ' 500107197903129818 ' })).toMatchObject({ ok: true });
  });

  it.each([
    ['no JSON', '<html>'],
    ['cut off', JSON.stringify(standard).slice(0, -3)],
    ['null', 'null'],
    ['without a number', { ...standard, idNumber: undefined }],
    ['without an id', { ...standard, answerId: '' }],
    ['with one bad fact among good ones', { ...standard, facts: [fact, { ...fact, amountFen: -1 }] }],
    ['with money in fractions', { ...standard, facts: [{ ...fact, amountFen: 0.5 }] }],
    ['with an unknown field', { ...standard, more: 1 }],
    ['with a day that does not exist', { ...standard, facts: [{ ...fact, asOf: '2026-02-30' }] }],
  ])('%s is unreadable as a whole', (_, value) => {
    expect(read(value)).toEqual({ ok: false, reason: 'unreadable' });
  });
});

const mapped = FieldMap.parse({
  success: { path: 'code', equals: ['0', '200'] },
  ...{ idNumber: 'd.sfz', answerId: 'd.id', answeredAt: 'd.at', validUntil: 'd.until' },
  facts: [
    {
      ...{ list: 'd.hy', topic: 'status', kind: 'marriage', label: '婚姻登记', asOfFrom: 'day' },
      marriage: { from: 'zt', codes: { '20': 'married', '40': 'divorced' } },
    },
    {
      list: 'd.cjr',
      topic: 'status',
      kind: 'disability',
      label: '残疾人证',
      disability: { kindFrom: 'lb', gradeFrom: 'dj' },
    },
    { list: 'd.sw', topic: 'status', kind: 'deceased', label: '死亡登记', onFrom: 'rq' },
    { list: 'd.hk', topic: 'household', kind: 'size', label: '户内人数', countFrom: 'rs' },
    { list: 'd.fc', topic: 'property', kind: 'housing', label: '住宅', labelFrom: 'yt', textFrom: 'mj' },
    { list: 'd.ck', topic: 'property', kind: 'deposit', label: '存款', amountFrom: 'ye', unit: 'fen' },
    {
      list: 'd.sr',
      topic: 'income',
      kind: 'pension',
      label: '养老金',
      amountFrom: 'je',
      when: { path: 'lx', equals: ['1'] },
    },
  ],
});
const reply = (more: object, rest: object = {}) => ({ code: 0, d: { sfz: asked, id: 7, ...more }, ...rest });
const factsOf = (more: object) => {
  const result = read(reply(more), mapped);
  return result.ok ? result.value.facts : result.reason;
};

describe('an answer in a department’s own format', () => {
  it('becomes facts of every topic', () => {
    const all = {
      ...{ at: '2026-01-05 09:30:00', until: '20260601' },
      hy: { zt: 20, day: '2001/5/4' },
      cjr: [{ lb: '4', dj: 2 }],
      ...{ sw: { rq: '2025-12-20' }, hk: { rs: '3' }, fc: [{ yt: '商住', mj: '62 平方米' }] },
      ...{
        ck: [{ ye: 835000 }],
        sr: [
          { lx: '1', je: '1,950.50' },
          { lx: '2', je: '未知' },
        ],
      },
    };
    expect(read(reply(all), mapped)).toMatchObject({
      ok: true,
      value: {
        ...{ answerId: '7', at: '2026-01-05T01:30:00.000Z', validUntil: '2026-06-01' },
        facts: [
          { kind: 'marriage', marriage: 'married', asOf: '2001-05-04' },
          { kind: 'disability', disability: { kind: 4, grade: 2 } },
          { kind: 'deceased', on: '2025-12-20' },
          { kind: 'size', count: 3 },
          { kind: 'housing', amountFen: null, label: '商住', text: '62 平方米', asOf: '2026-01-06' },
          { kind: 'deposit', amountFen: 835_000 },
          { kind: 'pension', amountFen: 195_050 },
        ],
      },
    });
  });

  it('without its lists found nothing', () => {
    expect(factsOf({})).toEqual([]);
    expect(factsOf({ sr: [] })).toEqual([]);
    expect(factsOf({ sr: null })).toEqual([]);
  });

  it.each([
    ['a marriage code nobody mapped', { hy: { zt: 99, day: '2001-05-04' } }],
    ['a day that cannot be read', { hy: { zt: 20, day: '去年' } }],
    ['an amount that cannot be read', { sr: [{ lx: '1', je: '约两千' }] }],
    ['fen with a point', { ck: [{ ye: '12.5' }] }],
    ['a grade out of range', { cjr: [{ lb: '4', dj: '9' }] }],
    ['a list of texts', { sr: ['1'] }],
    ['a household of nobody', { hk: { rs: '' } }],
  ])('with %s is unreadable', (_, more) => {
    expect(factsOf(more)).toBe('unreadable');
  });

  it('that says it did not go well is unreadable', () => {
    expect(read(reply({}, { code: '4031' }), mapped)).toEqual({ ok: false, reason: 'unreadable' });
    expect(read({ d: { sfz: asked, id: 7 } }, mapped)).toEqual({ ok: false, reason: 'unreadable' });
  });

  it('is not led outside of the answer by a path', () => {
    const map = FieldMap.parse({ ...mapped, success: undefined, answerId: 'constructor.name' });
    expect(read(reply({}), map)).toEqual({ ok: false, reason: 'unreadable' });
  });
});
