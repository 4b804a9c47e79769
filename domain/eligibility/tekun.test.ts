import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoAmounts } from '../rules/shipped.ts';
import { workCapacity } from './person-state.ts';
import { selfCareFailed, selfCareItems, selfCareLevel } from './self-care.ts';
import { assessed, earning, facts, printed, someone, states, today } from './testing.ts';

const failing = (count: number) => Object.fromEntries(selfCareItems.map(({ code }, i) => [code, i >= count]));
const old = someone({ birth: '1950-01-01' });
const tekun = (more: Parameters<typeof facts>[0] = {}, fen = 0) =>
  assessed(
    'tekun',
    facts(
      { members: [old], supporters: { none: true, people: [] }, selfCare: failing(0), ...more },
      fen > 0 ? [earning(fen)] : [],
    ),
  );

describe('capacity to work', () => {
  it.each([
    ['1966-03-10', '60 岁，满 60 岁', true],
    ['1966-03-11', '59 岁，没有无劳动能力的残疾等级', false],
    ['2010-03-11', '15 岁，未满 16 岁', true],
    ['2010-03-10', '16 岁，没有无劳动能力的残疾等级', false],
    ['', '还没有出生日期', null],
  ])('born %s: %s', (birth, found, without) => {
    expect(workCapacity({ birth, disability: null }, today)).toEqual({ without, found });
  });

  it.each([
    [1, 1, true],
    [1, 2, false],
    [2, 1, false],
    [3, 1, false],
    [4, 2, true],
    [4, 3, false],
    [5, 3, true],
    [5, 4, false],
    [6, 3, true],
    [6, 4, false],
    [7, 1, null],
    [7, 4, null],
  ])('disability of kind %i, grade %i', (kind, grade, without) => {
    expect(workCapacity({ birth: '1980-01-01', disability: { kind, grade } }, today).without).toBe(without);
  });

  it('says which disability it is', () => {
    const found = (kind: number, grade: number) =>
      workCapacity({ birth: '', disability: { kind, grade } }, today).found;
    expect([found(5, 3), found(4, 2), found(1, 1), found(7, 2), found(2, 1)]).toEqual([
      '一至三级智力或者精神残疾',
      '一、二级肢体残疾',
      '一级视力残疾',
      '多重残疾，要看残疾证上写的各类等级',
      '还没有出生日期',
    ]);
  });
});

describe('self-care', () => {
  it.each([
    [0, 'able'],
    [1, 'partial'],
    [3, 'partial'],
    [4, 'unable'],
    [6, 'unable'],
  ])('%i of six failed: %s', (count, level) => {
    expect(selfCareLevel(failing(count))).toBe(level);
    expect(selfCareFailed(failing(count))).toBe(count);
  });

  it('is open until all six are answered', () => {
    for (const { code } of selfCareItems) {
      const rest = Object.entries(failing(6)).filter(([name]) => name !== code);
      expect(selfCareLevel(Object.fromEntries(rest)), code).toBeNull();
    }
    expect(selfCareLevel(undefined)).toBeNull();
    expect(selfCareFailed(undefined)).toBe(0);
  });
});

describe('特困', () => {
  it('needs all three: no capacity, nothing to live on, nobody to support', () => {
    expect(tekun()).toMatchObject({ outcome: 'met', selfCare: 'able' });
    expect(states(tekun({ members: [someone()] }))).toMatchObject({ capacity: 'notMet' });
    expect(states(tekun({}, 74_999))).toMatchObject({ income: 'met' });
    expect(states(tekun({}, 75_000))).toMatchObject({ income: 'notMet' });
    expect(tekun({ propertyComplies: null }).outcome).toBe('open');
    expect(tekun({ propertyComplies: false }).outcome).toBe('notMet');
    const { conditions } = tekun({}, 100);
    expect(conditions.map(({ source }) => source)).toEqual([
      '《社会救助法》第十六条；民发〔2021〕43号',
      '《社会救助法》第十六条；民发〔2021〕43号',
      '民发〔2021〕43号',
      '《社会救助法》第十六条、第四十一条',
    ]);
    expect(conditions.map(({ found }) => found)).toEqual([
      '76 岁，满 60 岁',
      '人均一个月 1.00 元',
      '符合',
      '没有义务人',
    ]);
    expect(conditions.map(({ label }) => label)).toEqual([
      '没有劳动能力',
      '没有生活来源（人均收入低于低保标准）',
      '财产符合当地规定',
      '没有法定赡养、抚养、扶养义务人，或者他们没有能力',
    ]);
  });

  it('looks at everybody: one who can work, or of whom it is not known, decides', () => {
    const all = (...births: string[]) =>
      tekun({ members: births.map((birth, i) => someone({ id: `m${i}`, birth })) }).conditions[0];
    expect(all('1950-01-01', '1952-01-01')).toMatchObject({ state: 'met', found: '76 岁，满 60 岁' });
    expect(all('1950-01-01', '1990-01-01')).toMatchObject({
      ...{ state: 'notMet', found: '36 岁，没有无劳动能力的残疾等级' },
    });
    expect(all('1950-01-01', '')).toMatchObject({ state: 'open', found: '还没有出生日期' });
    expect(all('', '1990-01-01')).toMatchObject({ state: 'notMet' });
  });

  it.each<[string, Parameters<typeof facts>[0] extends infer F ? F : never, string, string]>([
    ['not asked', { supporters: undefined }, 'open', '还没有问'],
    ['nobody written down', { supporters: { none: false, people: [] } }, 'open', '还没有问'],
    [
      'unable, checked',
      { supporters: { none: false, people: [{ able: false, consent: true }] } },
      'met',
      '义务人都没有能力',
    ],
    [
      'able, checked',
      { supporters: { none: false, people: [{ able: true, consent: true }] } },
      'notMet',
      '有义务人有能力',
    ],
    [
      'able, no consent',
      { supporters: { none: false, people: [{ able: true, consent: false }] } },
      'open',
      '要等义务人同意以后核对',
    ],
    [
      'unable, no consent',
      { supporters: { none: false, people: [{ able: false, consent: null }] } },
      'open',
      '要等义务人同意以后核对',
    ],
    [
      'not known',
      { supporters: { none: false, people: [{ able: null, consent: true }] } },
      'open',
      '要等义务人同意以后核对',
    ],
    [
      'one able among others',
      {
        supporters: {
          none: false,
          people: [
            { able: false, consent: true },
            { able: true, consent: true },
          ],
        },
      },
      'notMet',
      '有义务人有能力',
    ],
    [
      'one open among others',
      {
        supporters: {
          none: false,
          people: [
            { able: false, consent: true },
            { able: false, consent: false },
          ],
        },
      },
      'open',
      '要等义务人同意以后核对',
    ],
  ])('supporters: %s', (_, more, state, found) => {
    expect(tekun(more).conditions[3]).toMatchObject({ state, found });
  });

  it('pays the basic standard and the care of the level; nothing where a level or a standard is open', () => {
    const amount = (count: number) => tekun({ selfCare: failing(count) }).amount;
    expect([0, 2, 5].map((count) => amount(count)?.fen)).toEqual([102_500, 127_500, 157_500]);
    expect(amount(2)).toMatchObject({ per: 'month', source: '《社会救助法》第十七条' });
    expect(printed(amount(2)?.lines ?? [])).toEqual([
      '基本生活标准=975.00 元',
      '照料护理标准（部分丧失生活自理能力）=300.00 元',
      '每月合计=1,275.00 元',
    ]);
    expect(printed(tekun({ selfCare: failing(5) }).lines).at(-1)).toBe(
      '生活自理能力=完全丧失生活自理能力（6 项中 5 项做不到）',
    );
    const open = tekun({ selfCare: {} });
    expect([open.amount, open.selfCare]).toEqual([null, null]);
    expect(printed(open.lines)).toEqual(printed(tekun().lines).slice(0, -1));
    const unset = { ...demoAmounts, tekun: undefined };
    expect(assessed('tekun', facts({ members: [old], selfCare: failing(0) }), unset).amount).toBeNull();
  });

  it('failing more items never pays less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), (count) => {
        const [one, more] = [tekun({ selfCare: failing(count) }), tekun({ selfCare: failing(count + 1) })];
        expect(more.amount?.fen).toBeGreaterThanOrEqual(one.amount?.fen ?? Infinity);
      }),
    );
  });
});
