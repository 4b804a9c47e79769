import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoAmounts } from '../rules/shipped.ts';
import { incrementsOf } from './amount.ts';
import { assessed, earning, facts, printed, someone, states, today } from './testing.ts';

const plain = { ...demoAmounts, increments: undefined };
const bands = [
  { belowPerCapitaFen: 30_000, perPersonFen: 50_000 },
  { belowPerCapitaFen: 75_000, perPersonFen: 20_000 },
];
const three = [someone(), someone({ id: 'm2' }), someone({ id: 'm3' })];

describe('低保 a month', () => {
  it('is the difference to the standard, printed line by line', () => {
    const result = assessed('dibao', facts({ members: three }, [earning(135_000)]));
    expect(result).toMatchObject({ outcome: 'met', amountsId: 'amounts-demo', kind: 'dibao' });
    expect(result.amount).toMatchObject({ per: 'month', fen: 90_000, source: '《社会救助法》第十八条' });
    expect(printed(result.amount?.lines ?? [])).toEqual([
      '标准 × 3 人=2,250.00 元',
      '减去 家庭一个月的收入=1,350.00 元',
      '每月低保金=900.00 元',
    ]);
    expect(printed(result.lines)).toEqual([
      '工资性收入（一个月）=1,350.00 元',
      '家庭一个月的收入=1,350.00 元',
      '共同生活的人数=3 人',
      '人均一个月=450.00 元',
      '低保标准=750.00 元',
    ]);
    expect(result.conditions[0]).toMatchObject({
      label: '人均收入低于低保标准',
      found: '人均一个月 450.00 元，低保标准 750.00 元',
      source: '《社会救助法》第十八条',
    });
  });

  it('names what is taken off, and the year where it is one', () => {
    const income = { incomes: [earning(1_200_000, 12)], employmentCostFen: 10_000, rigidDeductionFen: 0 };
    const { lines } = assessed('dibao', facts({ income: { ...income, farmHousehold: true } }));
    expect(printed(lines).slice(0, 2)).toEqual([
      '工资性收入（一年）=12,000.00 元',
      '减去 就业成本（一年）=1,200.00 元',
    ]);
  });

  it('is nothing at the standard, and hangs on property', () => {
    const at = assessed('dibao', facts({}, [earning(75_000)]));
    expect(at).toMatchObject({ outcome: 'notMet', amount: null, singlePersonIds: [] });
    const open = assessed('dibao', facts({ propertyComplies: null }));
    expect([open.outcome, states(open)]).toEqual(['open', { income: 'met', property: 'open' }]);
    const rich = assessed('dibao', facts({ propertyComplies: false }));
    expect([rich.outcome, states(rich)]).toEqual(['notMet', { income: 'met', property: 'notMet' }]);
    expect([open, rich].map(({ conditions }) => conditions[1]?.found)).toEqual([
      '要等核对财产以后才知道',
      '不符合',
    ]);
    expect(assessed('dibao', facts()).conditions[1]?.found).toBe('符合');
  });

  it('goes by the first band above the per-capita income where the district has bands', () => {
    const banded = { ...plain, dibaoBands: bands };
    const of = (fen: number) => assessed('dibao', facts({}, [earning(fen)]), banded).amount;
    expect([29_999, 30_000, 74_999].map((fen) => of(fen)?.fen)).toEqual([50_000, 20_000, 20_000]);
    const { amount } = assessed('dibao', facts({ members: three }, [earning(60_000)]), banded);
    expect(printed(amount?.lines ?? [])).toEqual([
      '人均收入低于 300.00 元 一档，每人=500.00 元',
      '共同生活的人数=3 人',
      '每月低保金=1,500.00 元',
    ]);
  });

  it('rounds once, at the end: thirds of 分 of base and increment together, not each by itself', () => {
    // 1 分 a year leaves 74,999 11/12 分; a percent of an odd standard leaves hundredths.
    const odd = { ...demoAmounts, standardFen: 75_001, increments: { minorPercent: 33 } };
    const minor = someone({ birth: '2015-01-01' });
    const { amount } = assessed('dibao', facts({ members: [minor] }, [earning(7, 12)]), odd);
    // (75001*12 − 7)/12 + 75001*33/100 = 75000.4166… + 24750.33 = 99750.7466…
    expect(amount?.fen).toBe(99_751);
    expect(amount?.source).toBe('《社会救助法》第十八条、第二十条');
    expect(amount?.lines.map(({ amountFen }) => amountFen)).toEqual([75_001, 0, 24_751, 99_751]);
  });
});

describe('what comes on top', () => {
  const one = (more: Parameters<typeof someone>[0], amounts = demoAmounts) =>
    incrementsOf([someone(more)], amounts, today).map(({ label, percent }) => `${label} ${percent}`);

  it('is for the old from their birthday, minors, the severely disabled and seriously ill, each by the district', () => {
    expect(one({ birth: '1956-03-10' })).toEqual(['老年人 20']);
    expect(one({ birth: '1956-03-11' })).toEqual([]);
    expect(one({ birth: '2008-03-11' })).toEqual(['未成年人 20']);
    expect(one({ birth: '2008-03-10' })).toEqual([]);
    expect(one({ health: 'seriousIllness' })).toEqual(['重病患者 30']);
    expect(one({ health: 'severeDisability' })).toEqual(['重度残疾人 30']);
    expect(one({ disability: { kind: 4, grade: 2 } })).toEqual(['重度残疾人 30']);
    expect(one({ disability: { kind: 4, grade: 3 }, health: 'severeDisability' })).toEqual([]);
    expect(one({ birth: '' })).toEqual([]);
    expect(one({})).toEqual([]);
  });

  it('is the highest a person qualifies for, once', () => {
    expect(one({ birth: '1940-01-01', disability: { kind: 1, grade: 1 } })).toEqual(['重度残疾人 30']);
    const amounts = { ...demoAmounts, increments: { minorPercent: 50, seriousIllnessPercent: 30 } };
    expect(one({ birth: '2015-01-01', health: 'seriousIllness' }, amounts)).toEqual(['未成年人 50']);
  });

  it('is nothing where the district sets nothing', () => {
    expect(one({ birth: '1940-01-01', health: 'seriousIllness' }, plain)).toEqual([]);
    expect(
      one({ birth: '1940-01-01', health: 'seriousIllness' }, { ...demoAmounts, increments: {} }),
    ).toEqual([]);
  });

  it('is named with whose it is', () => {
    const members = [someone(), someone({ id: 'm2', birth: '2015-01-01' })];
    expect(incrementsOf(members, demoAmounts, today)).toEqual([
      { memberId: 'm2', label: '未成年人', percent: 20 },
    ]);
    const { amount } = assessed('dibao', facts({ members }));
    expect(amount?.fen).toBe(150_000 + 15_000);
    expect(printed(amount?.lines ?? [])).toContain('未成年人增发（标准的 20%）=150.00 元');
  });
});

describe('单人户保', () => {
  const single = (more: Parameters<typeof someone>[0], fen = 90_000) =>
    assessed('dibaoMargin', facts({ members: [someone(more)] }, [earning(fen)])).singlePersonIds;

  it('is for grades 1 and 2, mental and intellectual grade 3, and serious illness inside a 边缘家庭', () => {
    expect(single({ disability: { kind: 2, grade: 2 } })).toEqual(['m1']);
    expect(single({ disability: { kind: 5, grade: 3 } })).toEqual(['m1']);
    expect(single({ disability: { kind: 6, grade: 3 } })).toEqual(['m1']);
    expect(single({ disability: { kind: 4, grade: 3 } })).toEqual([]);
    expect(single({ disability: { kind: 6, grade: 4 } })).toEqual([]);
    expect(single({ health: 'seriousIllness' })).toEqual(['m1']);
    expect(single({ health: 'severeDisability' })).toEqual(['m1']);
    expect(single({ health: 'weak' })).toEqual([]);
  });

  it('is flagged only there: not below the standard, not above the higher line', () => {
    expect(single({ health: 'seriousIllness' }, 74_999)).toEqual([]);
    expect(single({ health: 'seriousIllness' }, 75_000)).toEqual(['m1']);
    expect(single({ health: 'seriousIllness' }, 112_499)).toEqual(['m1']);
    expect(single({ health: 'seriousIllness' }, 112_500)).toEqual([]);
    const ill = [someone(), someone({ id: 'm2', health: 'seriousIllness' })];
    expect(assessed('dibao', facts({ members: ill }, [earning(180_000)])).singlePersonIds).toEqual(['m2']);
  });
});

describe('低保边缘', () => {
  it('is a status below the higher line, without an amount', () => {
    const of = (fen: number) => assessed('dibaoMargin', facts({}, [earning(fen)]));
    expect(of(112_499)).toMatchObject({ outcome: 'met', amount: null });
    expect(of(112_500).outcome).toBe('notMet');
    expect(printed(of(90_000).lines)).toContain('边缘家庭标准（低保标准的 150%）=1,125.00 元');
    expect(of(90_000).conditions[0]).toMatchObject({
      label: '人均收入低于边缘家庭标准',
      source: '《社会救助法》第二十一条',
    });
    expect(of(90_000).conditions[1]?.source).toBe('《社会救助法》第二十一条');
  });
});

describe('the amount of any household', () => {
  const household = fc.record({
    incomes: fc.array(fc.record({ fen: fc.nat(200_000), year: fc.boolean() }), { maxLength: 4 }),
    births: fc.array(fc.constantFrom('1940-01-01', '1980-01-01', '2015-01-01'), {
      minLength: 1,
      maxLength: 5,
    }),
    banded: fc.boolean(),
  });
  const given = ({ incomes, births }: { incomes: { fen: number; year: boolean }[]; births: string[] }) =>
    facts(
      { members: births.map((birth, i) => someone({ id: `m${i}`, birth })) },
      incomes.map(({ fen, year }) => earning(fen, year ? 12 : 1)),
    );

  it('is there exactly below the standard, whole and positive, its last line the sum, and never more for earning more', () => {
    fc.assert(
      fc.property(household, fc.integer({ min: 1, max: 100_000 }), (one, more) => {
        const amounts = one.banded ? { ...demoAmounts, dibaoBands: bands } : demoAmounts;
        const before = assessed('dibao', given(one), amounts);
        const after = assessed(
          'dibao',
          given({ ...one, incomes: [...one.incomes, { fen: more, year: false }] }),
          amounts,
        );
        expect(before.amount !== null).toBe(states(before)['income'] === 'met');
        if (before.amount) {
          expect(Number.isSafeInteger(before.amount.fen) && before.amount.fen > 0).toBe(true);
          expect(before.amount.lines.at(-1)?.amountFen).toBe(before.amount.fen);
        }
        expect(after.amount?.fen ?? 0).toBeLessThanOrEqual(before.amount?.fen ?? 0);
      }),
    );
  });
});
