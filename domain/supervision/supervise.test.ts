import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedCalendar as calendar } from '../calendar/shipped-calendar.ts';
import type { RawHistory } from '../clocks/history.ts';
import type { Step } from '../process/steps.ts';
import { shippedRuleSets } from '../rules/shipped.ts';
import { testId } from '../testing/sample-application.ts';
import type { CaseFacts } from './case-figures.ts';
import { supervise, type SupervisionQuestion } from './supervise.ts';
import { SupervisionReport, type AreaFigures } from './supervision-report.ts';

const rules = shippedRuleSets[0]!;
const district = { code: '500107', name: '九龙坡区' };
const towns = [
  { code: '500107001', name: '杨家坪街道' },
  { code: '500107002', name: '黄桷坪街道' },
];
let made = 0;
function facts(change: Partial<CaseFacts> = {}): CaseFacts {
  made += 1;
  const history: RawHistory = [['submitted', '2026-03-10']];
  return {
    ...{ caseId: testId(made), caseCode: `JLP-${made}`, kind: 'dibao', step: 'SUBMITTED', history, rules },
    ...{ townCode: '500107001', villageCode: '500107001001', claimedBy: null, nextVisitDue: null },
    submittedOn: history[0]![1],
    ...change,
  };
}
const ask = (cases: CaseFacts[], change: Partial<SupervisionQuestion> = {}): SupervisionReport =>
  SupervisionReport.parse(
    supervise({
      ...{ area: district, parts: towns, cases, calendar, pickUps: null, certification: null },
      ...{ from: '2026-03-01', to: '2026-03-31', today: '2026-03-12', ...change },
    }),
  );
const total = (cases: CaseFacts[], change: Partial<SupervisionQuestion> = {}): AreaFigures =>
  ask(cases, change).total;

/** The whole way to registration; day numbers of March 2026. */
const wholeWay: RawHistory = [
  ['submitted', '2026-03-02'],
  ['accepted', '2026-03-03'],
  ['surveyStarted', '2026-03-05'],
  ['preliminary', '2026-03-11'],
  ['noticePosted', '2026-03-12'],
  ['reported', '2026-03-19'],
  ['confirmed', '2026-03-24'],
  ['published', '2026-03-25'],
  ['registered', '2026-03-26'],
];
const upTo = (kind: string): RawHistory =>
  wholeWay.slice(0, wholeWay.findIndex(([each]) => each === kind) + 1);

describe('places', () => {
  it('list every part, those without a case too, and add up to the whole', () => {
    const report = ask([facts(), facts(), facts({ townCode: '500107002', villageCode: '500107002003' })]);
    expect(report.areas.map(({ code, name, open }) => [code, name, open])).toEqual([
      ['500107001', '杨家坪街道', 2],
      ['500107002', '黄桷坪街道', 1],
    ]);
    expect(report.total).toMatchObject({ code: '500107', name: '九龙坡区', open: 3 });
    expect(report.cases).toEqual([]);
    expect(ask([]).areas.map(({ open }) => open)).toEqual([0, 0]);
  });

  it('carry code and name only, whatever else a place knows', () => {
    const parts = towns.map((town) => ({ ...town, villages: [] }));
    expect(ask([facts()], { parts }).areas.map(({ code }) => code)).toEqual(towns.map(({ code }) => code));
  });

  it('show cases of a place in no list apart, only when there are some', () => {
    const report = ask([facts(), facts({ townCode: '500107999', villageCode: '500107999001' })], {
      pickUps: [{ townCode: '500107001', days: [], missing: [], onDaysOff: 0 }],
      certification: [{ areaCode: '500107001', due: 1, done: 1 }],
    });
    expect(report.areas.at(-1)).toMatchObject({
      ...{ code: '', name: '其他', open: 1, pickUps: null, certification: null },
    });
    expect(report.areas).toHaveLength(3);
  });

  it('go down to the villages of a town; a case applied for elsewhere counts where it is handled', () => {
    const villages = [
      { code: '500107001001', name: '西郊二村' },
      { code: '500107001002', name: '西郊三村' },
    ];
    const guest = facts({ villageCode: '500107002001' });
    const report = ask([facts(), facts({ villageCode: '500107001002' }), guest], {
      area: towns[0]!,
      parts: villages,
    });
    expect(report.areas.map(({ name, open }) => [name, open])).toEqual([
      ['西郊二村', 1],
      ['西郊三村', 1],
      ['其他', 1],
    ]);
    expect(ask([guest]).areas.map(({ open }) => open)).toEqual([1, 0]);
  });

  it('list the cases of a village: late ones first, then the older', () => {
    const late = facts({
      history: [['submitted', '2026-03-06']],
      submittedOn: '2026-03-06',
      claimedBy: testId(9),
    });
    const old = facts({ history: [['submitted', '2026-03-11']], submittedOn: '2026-03-11' });
    const young = facts({ history: [['submitted', '2026-03-12']], submittedOn: '2026-03-12' });
    const visit = facts({
      step: 'REGISTERED',
      history: wholeWay,
      nextVisitDue: '2026-03-11',
      submittedOn: '2025-03-02',
    });
    const settled = facts({ step: 'REGISTERED', history: wholeWay, nextVisitDue: '2026-12-01' });
    const closed = facts({ step: 'WITHDRAWN', history: [...upTo('accepted'), ['withdrawn', '2026-03-04']] });
    const village = { code: '500107001001', name: '西郊二村' };
    const { cases, areas } = ask([young, closed, late, old, visit, settled], { area: village, parts: [] });
    expect(areas).toEqual([]);
    expect(cases.map(({ caseCode }) => caseCode)).toEqual(
      [visit, late, old, young].map(({ caseCode }) => caseCode),
    );
    expect(cases.slice(0, 2)).toEqual([
      {
        ...{ caseId: visit.caseId, caseCode: visit.caseCode, kind: 'dibao', step: 'REGISTERED' },
        ...{ submittedOn: '2025-03-02', overdue: [], visitOverdue: true, claimed: false },
      },
      {
        ...{ caseId: late.caseId, caseCode: late.caseCode, kind: 'dibao', step: 'SUBMITTED' },
        ...{ submittedOn: '2026-03-06', overdue: ['accept'], visitOverdue: false, claimed: true },
      },
    ]);
  });
});

describe('open cases', () => {
  const open = (step: Step, change: Partial<CaseFacts> = {}): number =>
    total([facts({ step, ...change })]).open;

  it.each<[Step, number]>([
    ['SUBMITTED', 1],
    ['NOT_ELIGIBLE', 1],
    ['CONFIRMED', 1],
    ['PUBLISHED', 1],
    ['REASSESSMENT', 1],
    ['REGISTERED', 0],
    ['REFUSED', 0],
    ['ENDED', 0],
    ['ABANDONED', 0],
    ['WITHDRAWN', 0],
    ['TERMINATED', 0],
  ])('%s: %i', (step, expected) => {
    expect(open(step)).toBe(expected);
  });

  it('one-off help is done when announced', () => {
    expect(open('PUBLISHED', { kind: 'linshi' })).toBe(0);
    expect(open('CONFIRMED', { kind: 'linshi' })).toBe(1);
    expect(open('EXPLAINED', { kind: 'linshi' })).toBe(1);
  });

  it('are counted by step and by whether somebody has taken them', () => {
    const figures = total([
      facts(),
      facts({ claimedBy: testId(1) }),
      facts({ step: 'ACCEPTED', history: upTo('accepted') }),
      facts({ step: 'REGISTERED', history: wholeWay, claimedBy: testId(1) }),
    ]);
    expect(figures).toMatchObject({ open: 3, claimed: 1, openByStep: { SUBMITTED: 2, ACCEPTED: 1 } });
    expect(figures.openByStep).not.toHaveProperty('REGISTERED');
  });
});

describe('overdue', () => {
  it('begins the day after the due date', () => {
    expect(total([facts()], { today: '2026-03-12' })).toMatchObject({ overdue: {}, overdueCases: 0 });
    expect(total([facts()], { today: '2026-03-13' })).toMatchObject({
      overdue: { accept: 1 },
      overdueCases: 1,
    });
  });

  it('counts a case once and each of its periods', () => {
    const accepted = facts({ step: 'ACCEPTED', history: upTo('accepted') });
    expect(total([accepted, facts()], { today: '2026-04-30' })).toMatchObject({
      overdueCases: 2,
      overdue: { accept: 1, survey: 1, review: 1, wholeCase: 1 },
    });
  });

  it('says when an applicant has not been told of the decision', () => {
    const confirmed = facts({ step: 'CONFIRMED', history: upTo('confirmed') });
    expect(total([confirmed], { today: '2026-03-27' }).overdue).toEqual({});
    expect(total([confirmed], { today: '2026-03-30' }).overdue).toEqual({ inform: 1 });
    const published = facts({ step: 'PUBLISHED', history: upTo('published') });
    expect(total([published], { today: '2026-04-30' }).overdue).toEqual({});
    const lateInYear = facts({
      step: 'CONFIRMED',
      history: [
        ['reported', '2026-12-29'],
        ['confirmed', '2026-12-31'],
      ],
    });
    expect(total([lateInYear], { today: '2027-02-01' }).overdue).toEqual({});
    const national = facts({
      ...confirmed,
      rules: { ...rules, clocks: { ...rules.clocks, inform: { workingDays: null, source: '没有规定' } } },
    });
    expect(total([national], { today: '2026-04-30' }).overdue).toEqual({});
  });

  it('never speaks of a closed case', () => {
    const refused = facts({ step: 'REFUSED', history: [...upTo('reported'), ['refused', '2026-03-24']] });
    const withdrawn = facts({ step: 'WITHDRAWN' });
    expect(total([refused, withdrawn], { today: '2026-05-29' })).toMatchObject({
      overdue: {},
      overdueCases: 0,
    });
  });

  it('goes by the rules the case runs under', () => {
    const national = shippedRuleSets[1]!;
    expect(total([facts({ rules: national })], { today: '2026-04-30' }).overdue).toEqual({});
  });

  it('does not guess a year without a calendar, and says so', () => {
    const accepted: RawHistory = [
      ['submitted', '2026-12-14'],
      ['accepted', '2026-12-15'],
    ];
    const figures = total([facts({ step: 'ACCEPTED', history: accepted })], { today: '2027-02-01' });
    expect(figures).toMatchObject({ dueUnknown: 1, overdue: { survey: 1, review: 1 }, overdueCases: 1 });
    const done = facts({ step: 'WITHDRAWN', history: [...accepted, ['withdrawn', '2026-12-16']] });
    expect(total([done], { today: '2027-02-01' }).dueUnknown).toBe(0);
    expect(total([facts()]).dueUnknown).toBe(0);
  });

  it('tells of a record that cannot be read instead of leaving it out', () => {
    const empty = facts({ history: [], step: 'ACCEPTED' });
    const torn = facts({ history: [['confirmed', '2026-03-02']], step: 'CONFIRMED' });
    expect(total([empty, torn, facts()], { today: '2026-03-13' })).toMatchObject({
      ...{ unreadable: 2, open: 3, overdueCases: 1, dueUnknown: 0 },
      wholeCase: { count: 0 },
    });
  });
});

describe('time', () => {
  const registered = facts({ step: 'REGISTERED', history: wholeWay, submittedOn: '2026-03-02' });

  it('is counted in working days by step', () => {
    const { timeInStep, wholeCase } = total([registered]);
    const medians = Object.fromEntries(
      Object.entries(timeInStep).map(([step, spread]) => [step, spread.median]),
    );
    expect(medians).toEqual({
      ...{
        SUBMITTED: 1,
        ACCEPTED: 2,
        SURVEY: 4,
        PRELIMINARY: 1,
        NOTICE: 5,
        REPORTED: 3,
        CONFIRMED: 1,
        PUBLISHED: 1,
      },
    });
    // Accepted 3 March, posted on the 12th, over on the 19th, confirmed on the 24th: 7 and 3.
    expect(wholeCase).toEqual({ count: 1, median: 10, p90: 10, unknown: 0 });
  });

  it('is of steps left, and of cases decided, within the period; both ends belong to it', () => {
    const within = (from: string, to: string) => total([registered], { from, to });
    expect(Object.keys(within('2026-03-11', '2026-03-12').timeInStep)).toEqual(['SURVEY', 'PRELIMINARY']);
    expect(within('2026-03-24', '2026-03-24')).toMatchObject({ decided: 1, wholeCase: { count: 1 } });
    expect(within('2026-03-25', '2026-03-31')).toMatchObject({
      decided: 0,
      wholeCase: { count: 0, unknown: 0 },
    });
    expect(within('2026-03-01', '2026-03-23').decided).toBe(0);
    expect(within('2026-03-02', '2026-03-02').submitted).toBe(1);
    expect(within('2026-03-03', '2026-03-31').submitted).toBe(0);
    expect(within('2026-02-01', '2026-03-01').submitted).toBe(0);
  });

  it('of several cases has median and p90', () => {
    const taking = (day: string) =>
      facts({
        step: 'ACCEPTED',
        history: [
          ['submitted', '2026-03-02'],
          ['accepted', day],
        ],
      });
    const { SUBMITTED } = total([
      taking('2026-03-03'),
      taking('2026-03-04'),
      taking('2026-03-12'),
    ]).timeInStep;
    expect(SUBMITTED).toEqual({ count: 3, median: 2, p90: 8, unknown: 0 });
  });

  it('counts a refusal as decided', () => {
    const refused = facts({ step: 'REFUSED', history: [...upTo('reported'), ['refused', '2026-03-24']] });
    expect(total([refused])).toMatchObject({ decided: 1, wholeCase: { count: 1, median: 10 } });
  });

  it('over a year without a calendar is unknown', () => {
    const history: RawHistory = [
      ['accepted', '2026-12-15'],
      ['noticePosted', '2026-12-17'],
      ['reported', '2026-12-28'],
      ['confirmed', '2027-01-05'],
    ];
    const figures = total([facts({ step: 'CONFIRMED', history })], {
      from: '2026-12-01',
      to: '2027-01-31',
      today: '2027-01-31',
    });
    expect(figures.timeInStep).toMatchObject({
      NOTICE: { count: 1 },
      REPORTED: { count: 0, median: null, unknown: 1 },
    });
    expect(figures.wholeCase).toEqual({ count: 0, median: null, p90: null, unknown: 1 });
  });

  it('of a case without acceptance on record is none', () => {
    const history: RawHistory = [
      ['reported', '2026-03-19'],
      ['confirmed', '2026-03-24'],
    ];
    expect(total([facts({ step: 'CONFIRMED', history })])).toMatchObject({
      decided: 1,
      wholeCase: { count: 0, unknown: 0 },
    });
  });

  it('reads a kind without public notice by its own process', () => {
    const history: RawHistory = [
      ['accepted', '2026-03-03'],
      ['preliminary', '2026-03-05'],
      ['reported', '2026-03-06'],
    ];
    const of = (kind: CaseFacts['kind']) => total([facts({ step: 'REPORTED', history, kind })]);
    expect(of('linshi')).toMatchObject({ unreadable: 0, timeInStep: { PRELIMINARY: { median: 1 } } });
    expect(of('dibao')).toMatchObject({ unreadable: 1, timeInStep: {} });
  });

  it('takes a kind the rules do not know for one with public notice', () => {
    const bare = { ...rules, processes: {} };
    expect(total([facts({ step: 'REGISTERED', history: wholeWay, rules: bare })]).timeInStep).toHaveProperty(
      'NOTICE',
    );
  });
});

describe('visits', () => {
  const receiving = (nextVisitDue: string | null, step: Step = 'REGISTERED') =>
    facts({ step, history: wholeWay, nextVisitDue });

  it('are overdue the day after, and of receiving households only', () => {
    const cases = [
      receiving('2026-03-11'),
      receiving('2026-03-12'),
      receiving('2026-04-01'),
      receiving('2026-03-31', 'REASSESSMENT'),
      receiving('2026-03-01', 'ENDED'),
      receiving(null),
    ];
    expect(total(cases).visits).toEqual({ households: 4, onTime: 3, overdue: 1, dueInPeriod: 3 });
    expect(total(cases, { from: '2026-03-12', to: '2026-03-12' }).visits.dueInPeriod).toBe(1);
  });
});

describe('numbers given', () => {
  it('of pick-ups are added up by town', () => {
    const day = (day: string, count: number) => ({ day, count });
    const pickUps = [
      {
        townCode: '500107001',
        days: [day('2026-03-09', 2), day('2026-03-10', 1)],
        missing: ['2026-03-10'],
        onDaysOff: 1,
      },
      {
        townCode: '500107002',
        days: [day('2026-03-09', 3), day('2026-03-10', 2)],
        missing: [],
        onDaysOff: 0,
      },
    ];
    const report = ask([], { pickUps });
    expect(report.areas.map((each) => each.pickUps)).toEqual([
      { days: 2, short: 1, count: 4 },
      { days: 2, short: 0, count: 5 },
    ]);
    expect(report.total.pickUps).toEqual({ days: 4, short: 1, count: 9 });
    const village = { code: '500107001001', name: '西郊二村' };
    expect(total([], { pickUps, area: village, parts: [] }).pickUps).toBeNull();
    expect(total([]).pickUps).toBeNull();
  });

  it('of certification are added up by place', () => {
    const certification = [
      { areaCode: '500107001001', due: 10, done: 8 },
      { areaCode: '500107001002', due: 5, done: 5 },
    ];
    const report = ask([], { certification });
    expect(report.areas.map((each) => each.certification)).toEqual([{ due: 15, done: 13 }, null]);
    expect(report.total.certification).toEqual({ due: 15, done: 13 });
    expect(total([]).certification).toBeNull();
  });
});

describe('every report', () => {
  const anyCase = fc
    .record({
      length: fc.integer({ min: 1, max: wholeWay.length }),
      town: fc.constantFrom('500107001', '500107002', '500107003'),
      step: fc.constantFrom<Step>('SUBMITTED', 'ACCEPTED', 'REPORTED', 'REGISTERED', 'WITHDRAWN'),
    })
    .map(({ length, town, step }) =>
      facts({ history: wholeWay.slice(0, length), townCode: town, villageCode: `${town}001`, step }),
    );

  it('adds up: what the parts count, the whole counts', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 30 }), (cases) => {
        const report = ask(cases, { today: '2026-04-30' });
        const added = (of: (figures: AreaFigures) => number): number =>
          report.areas.reduce((sum, each) => sum + of(each), 0);
        for (const of of [
          (each: AreaFigures) => each.open,
          (each: AreaFigures) => each.overdueCases,
          (each: AreaFigures) => each.decided,
          (each: AreaFigures) => each.wholeCase.count,
          (each: AreaFigures) => each.timeInStep.SURVEY?.count ?? 0,
        ])
          expect(added(of)).toBe(of(report.total));
      }),
      { numRuns: 30 },
    );
  });

  it('holds no more than counts, places and case codes', () => {
    const text = JSON.stringify(ask([facts({ claimedBy: testId(77) })], { area: towns[0]!, parts: [] }));
    expect(text).not.toContain(testId(77));
  });
});
