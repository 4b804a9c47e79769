import { describe, expect, it } from 'vitest';
import { CaseCommand } from '../case/case-commands.ts';
import { guards } from '../case/guards.ts';
import { shippedRuleSets } from '../rules/shipped.ts';
import { processProblems } from './check-process.ts';
import { commandTargets } from './command-targets.ts';
import { GuardName } from './guard-names.ts';
import type { Process, Transition } from './process.ts';
import { closedSteps, countsAsOpen, levelOf, levelOfRole, Step } from './steps.ts';

const dibao = shippedRuleSets[0]!.processes['dibao']!;
const linshi = shippedRuleSets[0]!.processes['linshi']!;
const plus = (process: Process, ...more: Partial<Transition>[]): Process => ({
  ...process,
  transitions: [
    ...process.transitions,
    ...more.map((one) => ({
      ...{ command: 'x', from: ['SUBMITTED' as const], by: ['townReviewer' as const] },
      ...{ guards: [], documents: [], source: '虚构' },
      ...one,
    })),
  ],
});
const changed = (process: Process, command: string, change: Partial<Transition>): Process => ({
  ...process,
  transitions: process.transitions.map((t) => (t.command === command ? { ...t, ...change } : t)),
});
const without = (process: Process, command: string, guard: GuardName): Process =>
  changed(process, command, {
    guards: process.transitions.find((t) => t.command === command)!.guards.filter((name) => name !== guard),
  });

describe('the shipped processes', () => {
  it.each(
    shippedRuleSets.flatMap(({ id, processes }) => Object.keys(processes).map((kind) => [id, kind] as const)),
  )('%s %s have no way around', (id, kind) => {
    const process = shippedRuleSets.find((set) => set.id === id)!.processes[kind]!;
    expect(processProblems(process)).toEqual([]);
  });

  it('know where every command leads, and every guard there is is used', () => {
    const commands = CaseCommand.options
      .map((option) => option.shape.type.value)
      .filter((name) => name !== 'submit');
    expect(Object.keys(commandTargets).sort()).toEqual([...commands].sort());
    const used = new Set([dibao, linshi].flatMap(({ transitions }) => transitions.flatMap((t) => t.guards)));
    expect([...used].sort()).toEqual([...GuardName.options].sort());
    expect(Object.keys(guards).sort()).toEqual([...GuardName.options].sort());
  });
});

const all = (command: string) => dibao.transitions.find((t) => t.command === command)!.guards;

describe('ways around a step are refused', () => {
  it.each<[string, Process, string]>([
    [
      'confirmed as soon as accepted',
      plus(dibao, { command: 'report', from: ['ACCEPTED'], to: 'REPORTED', guards: all('report') }),
      'CONFIRMED can be reached from ACCEPTED without SURVEY',
    ],
    [
      'surveyed without acceptance',
      plus(dibao, { command: 'startSurvey', from: ['SUBMITTED'], to: 'SURVEY' }),
      'CONFIRMED can be reached from SUBMITTED without ACCEPTED',
    ],
    [
      'posted without a preliminary review',
      plus(dibao, { command: 'postNotice', from: ['SURVEY'], to: 'NOTICE', guards: all('postNotice') }),
      'CONFIRMED can be reached from SURVEY without PRELIMINARY',
    ],
    [
      'reported without a notice',
      plus(dibao, { command: 'report', from: ['PRELIMINARY'], to: 'REPORTED', guards: all('report') }),
      'CONFIRMED can be reached from PRELIMINARY without NOTICE',
    ],
    [
      'confirmed by the town from the notice',
      plus(dibao, { command: 'confirm', from: ['NOTICE'], to: 'CONFIRMED', guards: all('confirm') }),
      'CONFIRMED can be reached from NOTICE without REPORTED',
    ],
    [
      'reported again without a renewed notice',
      plus(dibao, { command: 'report', from: ['RESURVEY'], to: 'REPORTED', guards: all('report') }),
      'CONFIRMED can be reached from RESURVEY without NOTICE',
    ],
    [
      'published undecided',
      plus(dibao, { command: 'publish', from: ['REPORTED'], to: 'PUBLISHED' }),
      'PUBLISHED can be reached without a decision',
    ],
    [
      'registered unpublished',
      plus(dibao, { command: 'register', from: ['CONFIRMED'], to: 'REGISTERED' }),
      'REGISTERED can be reached without PUBLISHED',
    ],
    [
      'explained though nothing was granted',
      plus(linshi, { command: 'explainAfterwards', from: ['SURVEY'], to: 'EXPLAINED' }),
      'EXPLAINED can be reached without GRANTED',
    ],
    [
      'every month granted first',
      plus(dibao, {
        command: 'grantFirst',
        from: ['ACCEPTED'],
        to: 'GRANTED',
        guards: ['notEntrant', 'pickedUp'],
      }),
      'GRANTED is only for what is paid once',
    ],
    ['a status adjusted to money', { ...dibao, grant: 'status' }, 'adjust is only for what is paid monthly'],
    [
      'what was refused opened again',
      plus(dibao, { command: 'accept', from: ['REFUSED'], to: 'ACCEPTED', guards: all('accept') }),
      'accept leaves REFUSED, which is closed',
    ],
    [
      'what was given up accepted without the supplement',
      plus(dibao, { command: 'accept', from: ['ABANDONED'], to: 'ACCEPTED', guards: all('accept') }),
      'accept leaves ABANDONED, which is closed',
    ],
    [
      'an extension that confirms',
      plus(dibao, { command: 'extend', from: ['CONFIRMED'], to: 'CONFIRMED' }),
      'extend must not lead to CONFIRMED',
    ],
    [
      'a report that stays',
      plus(dibao, { command: 'report', from: ['OBJECTION'], guards: all('report') }),
      'report must not lead to where it was',
    ],
    [
      'a command nobody knows',
      plus(dibao, { command: 'approve', to: 'CONFIRMED' }),
      'approve is not a command',
    ],
    [
      'a household that changes while its notice hangs on',
      changed(dibao, 'registerObjection', { from: ['NOTICE'] }),
      'registerObjection from NOTICE must lead to a new survey',
    ],
    [
      'a change after the survey that nobody looks into',
      plus(dibao, { command: 'amend', from: ['CONFIRMED'] }),
      'amend from CONFIRMED must lead to a new survey',
    ],
    [
      'two meanings of one command',
      plus(dibao, { command: 'report', from: ['NOTICE'], to: 'REPORTED', guards: all('report') }),
      'report from NOTICE is given twice',
    ],
    [
      'accepted by a machine',
      changed(dibao, 'accept', { by: ['system'] }),
      'accept must be done by a person',
    ],
    [
      'accepted by a machine, too',
      changed(dibao, 'accept', { by: ['townReviewer', 'system'] }),
      'accept must be done by a person',
    ],
    [
      'a kind without notice reported unreviewed',
      plus(linshi, { command: 'report', from: ['SURVEY'], to: 'REPORTED' }),
      'CONFIRMED can be reached from SURVEY without PRELIMINARY',
    ],
    [
      'what was refused supplemented',
      plus(dibao, { command: 'provideSupplement', from: ['REFUSED'], to: 'SUBMITTED' }),
      'provideSupplement leaves REFUSED, which is closed',
    ],
    ['a claim of the portal', changed(dibao, 'claim', { by: ['portal'] }), 'claim must be done by a person'],
    [
      'proposed at the window',
      changed(dibao, 'propose', { by: ['townReviewer', 'windowClerk'] }),
      'propose must not be done by windowClerk',
    ],
  ])('%s', (_, process, problem) => {
    expect(processProblems(process)).toContain(problem);
  });

  const needed: Record<string, GuardName[]> = {
    accept: ['notEntrant', 'pickedUp'],
    issueSupplement: ['notEntrant', 'pickedUp'],
    grantFirst: ['notEntrant', 'pickedUp'],
    concludeNotEligible: ['notEntrant', 'surveyDone'],
    propose: ['notEntrant', 'surveyDone', 'surveyedAgain'],
    confirm: ['notEntrant', 'neededOnRecord', 'noticeElapsed', 'districtVisited', 'noOpenDuplicate'],
    refuse: ['notEntrant', 'neededOnRecord', 'noticeElapsed', 'districtVisited'],
    report: ['noticeCompleted', 'objectionsAnswered'],
    postNotice: ['objectionsAnswered'],
    keepUnchanged: ['notEntrant'],
    adjust: ['notEntrant', 'heard'],
    endAssistance: ['notEntrant', 'heard'],
    holdMeeting: ['disputed'],
  };
  it.each(
    Object.entries(needed).flatMap(([command, names]) => names.map((name) => [command, name] as const)),
  )('%s without %s', (command, guard) => {
    const process = command === 'grantFirst' ? linshi : dibao;
    expect(processProblems(without(process, command, guard))).toContain(
      `${command} needs the guard ${guard}`,
    );
  });

  it('a kind without notice needs the guards of the notice no more', () => {
    expect(linshi.transitions.find(({ command }) => command === 'report')?.guards).toEqual([]);
    expect(processProblems(without(linshi, 'confirm', 'noticeElapsed'))).toEqual([]);
    expect(processProblems({ ...linshi, notice: true })).toContain('report needs the guard noticeCompleted');
  });
});

describe('whose turn it is', () => {
  it("a reported case is the district's, every other the town's", () => {
    expect(Step.options.filter((step) => levelOf(step) === 'district')).toEqual(['REPORTED']);
    expect(levelOf('NOTICE')).toBe('town');
  });

  it.each([
    ['village', 'village'],
    ['grid', 'village'],
    ['windowClerk', 'town'],
    ['townReviewer', 'town'],
    ['townHead', 'town'],
    ['portal', 'town'],
    ['districtReviewer', 'district'],
    ['districtHead', 'district'],
    ['system', 'district'],
    ['admin', 'district'],
  ] as const)('%s works for the %s', (role, level) => {
    expect(levelOfRole(role)).toBe(level);
  });
});

describe('a case that counts as open when the same person applies again', () => {
  it('is every one that is not closed; help given once is over when it is given', () => {
    expect(Step.options.filter((step) => !countsAsOpen('dibao', step))).toEqual(
      Step.options.filter((step) => closedSteps.includes(step)),
    );
    const over = Step.options.filter((step) => !countsAsOpen('linshi', step) && !closedSteps.includes(step));
    expect(over).toEqual(['EXPLAINED', 'PUBLISHED', 'REGISTERED']);
  });
});
