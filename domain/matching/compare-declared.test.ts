import { describe, expect, it } from 'vitest';
import type { CheckAnswer } from './check.ts';
import { testId } from '../testing/sample-application.ts';
import { compareDeclared } from './compare-declared.ts';
import { Source } from './sources.ts';
import {
  found,
  household,
  income,
  me,
  member,
  other,
  property,
  silent,
  stated,
  status,
  type Stated,
} from './testing.ts';

const rowsOf = (given: Stated, ...answers: CheckAnswer[]) => compareDeclared(stated(given), answers);
const money = (fen: number, periodMonths: 1 | 12 | null = 1) => ({ as: 'money', fen, periodMonths });
const brief = (given: Stated, ...answers: CheckAnswer[]) =>
  rowsOf(given, ...answers).map(({ topic, kind, difference }) => `${topic}.${kind} ${difference}`);

describe('income stated against found', () => {
  it.each([
    [60_000, 60_000, 'same'],
    [60_000, 60_001, 'higher'],
    [60_000, 59_999, 'lower'],
  ])('%i stated and %i found is %s: nothing is tolerated', (declared, amount, difference) => {
    expect(rowsOf({ income: [['wage', declared]] }, found('tax', [income('wage', amount)]))).toEqual([
      {
        ...{ topic: 'income', kind: 'wage', personId: me, sources: ['tax'], asOf: '2025-12-31', flag: null },
        ...{ declared: money(declared), found: money(amount), difference },
      },
    ]);
  });

  it('is put over one period without a fraction of a 分', () => {
    const [row] = rowsOf(
      { income: [['landTransfer', 100]] },
      found('ruralRevitalization', [income('landTransfer', 1200, 12)]),
    );
    expect(row).toMatchObject({ declared: money(1200, 12), found: money(1200, 12), difference: 'same' });
    const [odd] = rowsOf({ income: [['wage', 1201, 12]] }, found('tax', [income('wage', 100)]));
    expect(odd).toMatchObject({ declared: money(1201, 12), found: money(1200, 12), difference: 'lower' });
    const [yearly] = rowsOf({ income: [['wage', 1201, 12]] }, found('tax', [income('wage', 1201, 12)]));
    expect(yearly).toMatchObject({ found: money(1201, 12), difference: 'same' });
  });

  it('adds up several entries and several records of one kind', () => {
    const given: Stated = {
      income: [
        ['wage', 10_000],
        ['wage', 24_000, 12],
        ['pension', 5],
      ],
    };
    const [row] = rowsOf(given, found('tax', [income('wage', 7000), income('wage', 5000)]));
    expect(row).toMatchObject({
      declared: money(144_000, 12),
      found: money(144_000, 12),
      difference: 'same',
    });
  });

  it('sees one wage in two offices as one, and two subsidies as two', () => {
    const wages = rowsOf(
      { income: [['wage', 100]] },
      found('tax', [income('wage', 100)]),
      found('humanResources', [income('wage', 90)]),
    );
    expect(wages.map(({ sources, difference }) => [sources, difference])).toEqual([
      [['humanResources'], 'lower'],
      [['tax'], 'same'],
    ]);
    const subsidies = rowsOf(
      { income: [['subsidy', 130]] },
      found('disabledFederation', [income('subsidy', 80)]),
      found('civilAffairs', [income('subsidy', 50)]),
    );
    expect(subsidies).toMatchObject([
      { sources: ['civilAffairs', 'disabledFederation'], found: money(130), difference: 'same' },
    ]);
  });

  it('found and not stated is told; "no income" is no statement of any', () => {
    expect(brief({}, found('tax', [income('business', 1)]))).toEqual(['income.business notDeclared']);
    const none = rowsOf({ none: true, income: [['wage', 9]] }, found('tax', [income('wage', 9)]));
    expect(none).toMatchObject([{ declared: null, difference: 'notDeclared' }]);
  });

  it('stated and found nowhere is only sure when everybody who could know and was asked has answered', () => {
    const given: Stated = { income: [['wage', 60_000]] };
    expect(rowsOf(given, found('tax'))).toEqual([
      {
        ...{ topic: 'income', kind: 'wage', personId: me, sources: ['tax'], asOf: null, flag: null },
        ...{ declared: money(60_000), found: null, difference: 'notFound' },
      },
    ]);
    expect(brief(given, found('tax'), silent('humanResources'))).toEqual(['income.wage unknown']);
    expect(brief(given, silent('tax'))).toEqual(['income.wage unknown']);
    expect(brief(given, found('vehicles'))).toEqual(['income.wage unknown']);
    expect(brief(given, found('tax'), silent('vehicles'))).toEqual(['income.wage notFound']);
    expect(brief(given)).toEqual(['income.wage unknown']);
    expect(rowsOf(given, found('vehicles'))[0]?.sources).toEqual([]);
  });

  it('of kinds that nobody keeps stays unknown', () => {
    const everybody = [found('tax'), found('humanResources'), found('civilAffairs')];
    expect(
      brief(
        {
          income: [
            ['support', 1],
            ['other', 1],
          ],
        },
        ...everybody,
      ),
    ).toEqual(['income.support unknown', 'income.other unknown']);
  });

  it('less than stated is no proof while another office may know the rest', () => {
    const given: Stated = { income: [['subsidy', 130]] };
    const part = found('civilAffairs', [income('subsidy', 50)]);
    expect(brief(given, part)).toEqual(['income.subsidy lower']);
    expect(brief(given, part, silent('disabledFederation'))).toEqual(['income.subsidy unknown']);
    expect(brief(given, part, silent('vehicles'))).toEqual(['income.subsidy lower']);
    const more = found('civilAffairs', [income('subsidy', 150)]);
    expect(brief(given, more, silent('disabledFederation'))).toEqual(['income.subsidy higher']);
    // A wage is one wage: what one office says of it stands by itself.
    const wage = found('tax', [income('wage', 1)]);
    expect(brief({ income: [['wage', 2]] }, wage, silent('humanResources'))).toEqual(['income.wage lower']);
  });

  it('is compared for each person by their own', () => {
    const given: Stated = {
      members: [member(), member({ id: other })],
      income: [
        ['wage', 100],
        ['wage', 200, 1, other],
      ],
    };
    const rows = rowsOf(
      given,
      found('tax', [income('wage', 100)]),
      found('tax', [income('wage', 250)], other),
    );
    expect(rows.map(({ personId, difference }) => [personId, difference])).toEqual([
      [me, 'same'],
      [other, 'higher'],
    ]);
  });
});

describe('property stated against found', () => {
  it('is compared by value, all accounts together', () => {
    const accounts = [
      found('finance', [property('deposit', 8000), property('deposit', 500)]),
      found('nonBankPayment', [property('deposit', 1500)]),
    ];
    expect(rowsOf({ property: [['deposit', [4000, 6000]]] }, ...accounts)).toEqual([
      {
        ...{ topic: 'property', kind: 'deposit', personId: me, flag: null },
        ...{ declared: money(10_000, null), found: money(10_000, null), difference: 'same' },
        ...{ sources: ['finance', 'nonBankPayment'], asOf: '2025-12-31' },
      },
    ]);
    expect(brief({ property: [['deposit', [10_001]]] }, ...accounts)).toEqual(['property.deposit lower']);
    expect(brief({ property: [['deposit', [10_001]]] }, ...accounts, silent('housingFund'))).toEqual([
      'property.deposit unknown',
    ]);
  });

  it('is counted where a department keeps no value', () => {
    const two = found('vehicles', [property('vehicle', null), property('vehicle', 1)]);
    expect(rowsOf({ property: [['vehicle', [500_000]]] }, two)).toMatchObject([
      { declared: { as: 'count', count: 1 }, found: { as: 'count', count: 2 }, difference: 'higher' },
    ]);
    const one = found('vehicles', [property('vehicle', null)]);
    expect(brief({ property: [['vehicle', [500_000]]] }, one)).toEqual(['property.vehicle same']);
    expect(rowsOf({ property: [['vehicle', []]] }, one)).toMatchObject([
      { declared: null, found: { as: 'count', count: 1 }, difference: 'notDeclared' },
    ]);
  });

  it('known to two offices is one thing', () => {
    const rows = rowsOf(
      { property: [['shop', [9]]] },
      found('housing', [property('shop', null)]),
      found('marketRegulation', [property('shop', null)]),
    );
    expect(rows.map(({ sources, difference }) => [...sources, difference])).toEqual([
      ['housing', 'same'],
      ['marketRegulation', 'same'],
    ]);
    expect(
      brief(
        { property: [['shop', [9, 9]]] },
        found('housing', [property('shop', null)]),
        silent('marketRegulation'),
      ),
    ).toEqual(['property.shop lower']);
  });

  it('stated and not found, or found by nobody who could', () => {
    const given: Stated = { property: [['securities', [700]]] };
    expect(rowsOf(given, found('finance'))).toMatchObject([
      { declared: money(700, null), found: null, sources: ['finance'], asOf: null, difference: 'notFound' },
    ]);
    expect(brief(given, silent('finance'))).toEqual(['property.securities unknown']);
    expect(rowsOf(given, silent('finance'), found('tax'))[0]?.sources).toEqual([]);
  });

  it('of somebody else in the household is not taken for mine', () => {
    expect(brief({ property: [['housing', [1], other]] }, found('housing'))).toEqual([]);
    const both: Stated = { members: [member(), member({ id: other })], property: [['housing', [1], other]] };
    expect(rowsOf(both, found('housing', [], other)).map(({ personId }) => personId)).toEqual([other]);
  });

  it('answered with "none" states nothing, whatever lies in the list', () => {
    const application = stated({ property: [['vehicle', [5]]] });
    const denied = {
      ...application,
      property: { vehicle: { ...application.property.vehicle!, has: false } },
    };
    expect(compareDeclared(denied, [found('vehicles')])).toEqual([]);
  });
});

describe('household and status', () => {
  it('the registered household against the members stated', () => {
    const two: Stated = { members: [member(), member({ id: other })] };
    expect(rowsOf(two, found('householdRegistration', [household(3)]))).toEqual([
      {
        ...{ topic: 'household', kind: 'size', personId: me, flag: null, asOf: '2025-12-31' },
        ...{ declared: { as: 'count', count: 2 }, found: { as: 'count', count: 3 } },
        ...{ sources: ['householdRegistration'], difference: 'differs' },
      },
    ]);
    expect(brief(two, found('householdRegistration', [household(2)]))).toEqual(['household.size same']);
  });

  it('a death is always flagged', () => {
    const dead = status({ kind: 'deceased', on: '2025-12-20' });
    expect(rowsOf({}, found('civilAffairs', [dead]))).toEqual([
      {
        ...{ topic: 'status', kind: 'deceased', personId: me, flag: 'deceased', asOf: '2025-12-31' },
        ...{ declared: null, found: { as: 'words', words: '示例（2025-12-20）' } },
        ...{ sources: ['civilAffairs'], difference: 'notDeclared' },
      },
    ]);
    const unknownDay = status({ kind: 'deceased', on: null });
    expect(rowsOf({}, found('civilAffairs', [unknownDay]))[0]?.found).toEqual({ as: 'words', words: '示例' });
  });

  const married = found('civilAffairs', [status({ kind: 'marriage', marriage: 'married' })]);
  it.each([
    ['married', 'same', null],
    ['single', 'differs', 'marriage'],
    ['divorced', 'differs', 'marriage'],
    [null, 'notDeclared', 'marriage'],
  ] as const)('stated as %s and found married is %s', (marriage, difference, flag) => {
    expect(rowsOf({ members: [member({ marriage })] }, married)).toMatchObject([
      { kind: 'marriage', difference, flag },
    ]);
  });

  it('a registry’s silence contradicts only what it would have written down', () => {
    expect(brief({ members: [member({ marriage: 'single' })] }, found('civilAffairs'))).toEqual([]);
    expect(rowsOf({ members: [member({ marriage: 'divorced' })] }, found('civilAffairs'))).toEqual([
      {
        ...{
          topic: 'status',
          kind: 'marriage',
          personId: me,
          declared: { as: 'marriage', marriage: 'divorced' },
        },
        ...{ found: null, sources: ['civilAffairs'], asOf: null, difference: 'notFound', flag: null },
      },
    ]);
    expect(brief({ members: [member({ marriage: 'divorced' })] }, silent('civilAffairs'))).toEqual([
      'status.marriage unknown',
    ]);
  });

  it('a disability by kind and grade', () => {
    const disability = { kind: 4, grade: 2 };
    const card = (grade: number) =>
      found('disabledFederation', [status({ kind: 'disability', disability: { kind: 4, grade } })]);
    const given: Stated = { members: [member({ disability })] };
    expect(brief(given, card(2))).toEqual(['status.disability same']);
    expect(brief(given, card(3))).toEqual(['status.disability differs']);
    expect(brief({}, card(2))).toEqual(['status.disability notDeclared']);
    expect(brief(given, found('disabledFederation'))).toEqual(['status.disability notFound']);
    expect(rowsOf(given, card(2))[0]?.flag).toBeNull();
  });

  it('studies by whether they were stated', () => {
    const enrolled = found('education', [status({ kind: 'student' })]);
    expect(brief({ members: [member({ work: 'student' })] }, enrolled)).toEqual(['status.student same']);
    expect(brief({ members: [member({ work: 'employed' })] }, enrolled)).toEqual([
      'status.student notDeclared',
    ]);
    expect(brief({ members: [member({ work: 'student' })] }, found('education'))).toEqual([
      'status.student notFound',
    ]);
  });

  it.each(['employment', 'medicalInsurance', 'povertyMonitoring', 'residence', 'other'])(
    '%s is for reading and compares nothing',
    (kind) => {
      expect(rowsOf({}, found('humanResources', [status({ kind, text: '示例单位' })]))).toMatchObject([
        {
          kind,
          declared: null,
          found: { as: 'words', words: '示例：示例单位' },
          difference: 'unknown',
          flag: null,
        },
      ]);
      expect(rowsOf({}, found('humanResources', [status({ kind })]))[0]?.found).toEqual({
        as: 'words',
        words: '示例',
      });
    },
  );
});

describe('answers that came more than once', () => {
  const old = found('tax', [income('wage', 1)], me, '2026-01-01T00:00:00.000Z');
  const fresh = found('tax', [income('wage', 2)], me, '2026-01-02T00:00:00.000Z');

  it('the newest counts, in whatever order they stand', () => {
    for (const answers of [
      [old, fresh],
      [fresh, old],
    ])
      expect(rowsOf({ income: [['wage', 2]] }, ...answers)).toMatchObject([{ difference: 'same' }]);
  });

  it('of one moment the later in the list counts', () => {
    const again = { ...fresh, facts: [income('wage', 3)] };
    expect(rowsOf({}, fresh, again)).toMatchObject([{ found: money(3) }]);
  });

  it('a later try that failed wipes nothing out, and is no longer missing once there is an answer', () => {
    const failed = silent('tax', 'timeout', me, '2026-01-09T00:00:00.000Z');
    for (const answers of [
      [old, failed],
      [failed, old],
    ])
      expect(rowsOf({}, ...answers)).toMatchObject([{ found: money(1) }]);
    expect(brief({ income: [['pension', 1]] }, silent('humanResources'), found('humanResources'))).toEqual([
      'income.pension notFound',
    ]);
  });

  it('the newest day of several records is told', () => {
    const early = { ...income('wage', 1), asOf: '2025-06-30' };
    const late = { ...income('wage', 1), asOf: '2025-11-30' };
    for (const facts of [
      [early, late],
      [late, early],
    ])
      expect(rowsOf({}, found('tax', facts))[0]?.asOf).toBe('2025-11-30');
  });
});

describe('who could know of what', () => {
  const sourcesOf = (given: Stated, kind: string) =>
    Source.options.filter((source) =>
      rowsOf(given, found(source)).some((row) => row.kind === kind && row.difference === 'notFound'),
    );

  it.each([
    ['wage', ['humanResources', 'tax']],
    ['farming', ['ruralRevitalization']],
    ['business', ['marketRegulation', 'tax']],
    ['property', ['tax']],
    ['landTransfer', ['ruralRevitalization']],
    ['pension', ['humanResources']],
    ['support', []],
    ['subsidy', ['humanResources', 'ruralRevitalization', 'disabledFederation', 'civilAffairs']],
    ['other', []],
  ] as const)('%s: %j', (kind, sources) => {
    expect(sourcesOf({ income: [[kind, 1]] }, kind)).toEqual(sources);
  });

  it.each([
    ['housing', ['housing']],
    ['vehicle', ['vehicles']],
    ['deposit', ['housingFund', 'finance', 'nonBankPayment']],
    ['securities', ['finance']],
    ['insurance', ['finance']],
    ['shop', ['housing', 'marketRegulation']],
    ['company', ['marketRegulation']],
  ] as const)('%s: %j', (kind, sources) => {
    expect(sourcesOf({ property: [[kind, [1]]] }, kind)).toEqual(sources);
  });

  it.each([
    ['marriage', ['civilAffairs', 'householdRegistration'], { marriage: 'married' }],
    ['disability', ['disabledFederation'], { disability: { kind: 1, grade: 1 } }],
    ['student', ['education'], { work: 'student' }],
  ] as const)('%s: %j', (kind, sources, person) => {
    expect(sourcesOf({ members: [member(person)] }, kind)).toEqual(sources);
  });
});

it('a status that was found hides no other that was not, and names only who could have known', () => {
  const given: Stated = {
    members: [member({ marriage: 'married', disability: { kind: 1, grade: 1 }, work: 'student' })],
  };
  const answers = [
    found('civilAffairs', [status({ kind: 'marriage', marriage: 'married' })]),
    found('disabledFederation'),
    found('tax', [status({ kind: 'employment' })]),
  ];
  expect(
    rowsOf(given, ...answers).map(({ kind, declared, sources, difference }) => [
      kind,
      declared?.as,
      sources,
      difference,
    ]),
  ).toEqual([
    ['marriage', 'marriage', ['civilAffairs'], 'same'],
    ['employment', undefined, ['tax'], 'unknown'],
    ['disability', 'disability', ['disabledFederation'], 'notFound'],
    ['student', 'student', [], 'unknown'],
  ]);
});

it('people who are no members come after them, in the order of their ids', () => {
  const dead = status({ kind: 'deceased', on: null });
  const ids = [testId(8), testId(6), me, testId(7)];
  const rows = rowsOf({}, ...ids.map((id) => found('civilAffairs', [dead], id)));
  expect(rows.map(({ personId }) => personId)).toEqual([me, testId(6), testId(7), testId(8)]);
});

it('of supporters what was found is shown and nothing compared', () => {
  const dead = status({ kind: 'deceased', on: null });
  const wed = status({ kind: 'marriage', marriage: 'married' });
  const answers = [found('tax', [income('wage', 5), property('deposit', 3), dead, wed], other)];
  const rows = rowsOf({ income: [['wage', 5]] }, ...answers).filter(({ personId }) => personId === other);
  expect(rows.map(({ kind, declared, difference, flag }) => [kind, declared, difference, flag])).toEqual([
    ['wage', null, 'unknown', null],
    ['deposit', null, 'unknown', null],
    ['deceased', null, 'unknown', 'deceased'],
    ['marriage', null, 'unknown', null],
  ]);
  expect(rowsOf({}, silent('tax', 'noConsent', other))).toEqual([]);
});

it('keeps to the order of the form: person, income, property, household, status', () => {
  const facts = [
    status({ kind: 'student' }),
    household(2),
    property('shop', 1),
    property('housing', 1),
    income('pension', 1),
    income('wage', 1),
  ];
  const given: Stated = { members: [member({ id: other }), member()] };
  const rows = rowsOf(given, found('tax', facts), found('tax', [income('wage', 1)], other));
  expect(rows.map(({ personId, kind }) => [personId === me ? 'me' : 'other', kind])).toEqual([
    ['other', 'wage'],
    ['me', 'wage'],
    ['me', 'pension'],
    ['me', 'housing'],
    ['me', 'shop'],
    ['me', 'size'],
    ['me', 'student'],
  ]);
});
