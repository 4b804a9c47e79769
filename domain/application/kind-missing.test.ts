import { describe, expect, it } from 'vitest';
import { sampleSectionsOf, testId } from '../testing/sample-application.ts';
import { AssistanceKind } from './application.ts';
import { SelfCareItem, type KindParts } from './kind-forms.ts';
import { kindMissing } from './kind-missing.ts';
import { asks, mustSign, taskNames, tasksOf } from './kind-tasks.ts';

const today = '2025-01-24';
const codes = (kind: AssistanceKind, parts: KindParts) =>
  kindMissing(kind, parts, today).map(({ task, code, field }) =>
    [task, code, field].filter(Boolean).join(' '),
  );
const linshi = sampleSectionsOf('linshi');
const tekun = sampleSectionsOf('tekun');
const one = {
  id: testId(70),
  name: '李虚构',
  relation: '儿子',
  monthIncomeFen: null,
  able: false,
  consent: true,
};

describe('tasks of a kind', () => {
  it('are in the order of the paper form, and only those it asks', () => {
    expect(tasksOf('dibao')).toEqual([
      ...['identity', 'members', 'kinship', 'income', 'property', 'agent'],
      ...['materials', 'authorization', 'certification'],
    ]);
    expect(tasksOf('dibaoMargin')).toEqual(tasksOf('dibao'));
    const more = (kind: AssistanceKind) => tasksOf(kind).filter((task) => !asks('dibao', task));
    expect(more('rigidExpenditure')).toEqual(['expenses']);
    expect(more('tekun')).toEqual(['supporters', 'selfCare', 'account']);
    expect(more('linshi')).toEqual(['emergency', 'account']);
    expect(taskNames.filter((task) => asks('dibao', task) && !asks('linshi', task))).toEqual([
      'income',
      'property',
    ]);
  });

  it('everybody signs, for 临时救助 the applicant alone', () => {
    for (const kind of AssistanceKind.options)
      expect(mustSign(kind, ['a', 'b'])).toEqual(kind === 'linshi' ? ['a'] : ['a', 'b']);
  });
});

describe('what the sections of a kind lack', () => {
  it.each(AssistanceKind.options)(
    'is nothing in a whole draft for %s, and nothing another kind asks',
    (kind) => {
      expect(codes(kind, sampleSectionsOf(kind))).toEqual([]);
    },
  );

  it('is named from the start', () => {
    expect(codes('dibao', {})).toEqual([]);
    expect(codes('dibaoMargin', {})).toEqual([]);
    expect(codes('rigidExpenditure', {})).toEqual(['expenses expenses.notAnswered']);
    expect(codes('linshi', {})).toEqual([
      'emergency emergency.notAnswered',
      ...['holder', 'bank', 'number'].map((name) => `account field.missing account.${name}`),
    ]);
    expect(codes('tekun', {})).toEqual([
      'supporters supporters.notAnswered',
      ...SelfCareItem.options.map((item) => `selfCare selfCare.notAnswered ${item}`),
      ...['holder', 'bank', 'number'].map((name) => `account field.missing account.${name}`),
    ]);
  });

  it('is each field of the event', () => {
    const lack = (change: object) =>
      codes('linshi', { ...linshi, emergency: { ...linshi.emergency, ...change } });
    expect(lack({ what: ' ' })).toEqual(['emergency field.missing emergency.what']);
    expect(lack({ place: '' })).toEqual(['emergency field.missing emergency.place']);
    expect(lack({ happenedOn: '2025-02-30' })).toEqual(['emergency emergency.dateInvalid']);
    expect(lack({ happenedOn: '2025-01-25' })).toEqual(['emergency emergency.dateInvalid']);
    expect(lack({ happenedOn: today })).toEqual([]);
    expect(lack({ urgent: null })).toEqual(['emergency emergency.urgentMissing']);
    expect(lack({ urgent: false })).toEqual([]);
    expect(lack({ requestedFen: 0 })).toEqual(['emergency emergency.amountMissing']);
    expect(lack({ kind: null })).toEqual(['emergency emergency.notAnswered']);
  });

  it('an account number must be one; a wrong check digit only warns', () => {
    const lack = (number: string) => codes('linshi', { ...linshi, account: { ...linshi.account, number } });
    expect(lack('6200 0000 0000 0001')).toEqual([]);
    expect(lack('123')).toEqual(['account bankAccount.format']);
    expect(lack('  ')).toEqual(['account field.missing account.number']);
    const noBank = { ...linshi.account, bank: '', number: 'x' };
    expect(codes('linshi', { ...linshi, account: noBank })).toEqual([
      'account field.missing account.bank',
      'account bankAccount.format',
    ]);
  });

  it('is each open answer about a supporter; "nobody" answers all', () => {
    const lack = (change: object) =>
      codes('tekun', { ...tekun, supporters: { none: false, people: [{ ...one, ...change }] } });
    expect(lack({})).toEqual([]);
    expect(lack({ name: ' ' })).toEqual(['supporters field.missing name']);
    expect(lack({ able: null })).toEqual(['supporters supporters.ableMissing']);
    expect(lack({ consent: null })).toEqual(['supporters supporters.consentMissing']);
    expect(lack({ consent: false, able: true })).toEqual([]);
    expect(codes('tekun', { ...tekun, supporters: { none: false, people: [] } })).toEqual([
      'supporters supporters.notAnswered',
    ]);
    const none = { none: true, people: [{ ...one, able: null }] };
    expect(codes('tekun', { ...tekun, supporters: none })).toEqual([]);
  });

  it('"cannot" is an answer', () => {
    const selfCare = Object.fromEntries(SelfCareItem.options.map((item) => [item, false]));
    expect(codes('tekun', { ...tekun, selfCare })).toEqual([]);
    const { bed, ...rest } = tekun.selfCare;
    expect(bed).toBe(true);
    expect(codes('tekun', { ...tekun, selfCare: rest })).toEqual(['selfCare selfCare.notAnswered bed']);
  });

  it('spending needs its amounts, or "none"', () => {
    const entry = { id: testId(71), memberId: testId(1), kind: 'medical' as const, amountFen: 0 };
    const lack = (none: boolean, entries: (typeof entry)[]) =>
      codes('rigidExpenditure', { expenses: { none, entries } });
    expect(lack(true, [])).toEqual([]);
    expect(lack(true, [entry])).toEqual([]);
    expect(lack(false, [])).toEqual(['expenses expenses.notAnswered']);
    expect(lack(false, [{ ...entry, amountFen: 5 }, entry])).toEqual(['expenses expenses.amountMissing']);
    expect(lack(false, [{ ...entry, amountFen: 5 }])).toEqual([]);
  });
});
