import { describe, expect, it } from 'vitest';
import national from '../../assets/rule-sets/cn-2021-57.json' with { type: 'json' };
import { readRuleSet } from './read-rule-set.ts';

const written = (dibao: object) => ({
  ...national,
  processes: { dibao: { ...national.processes.dibao, ...dibao } },
});
const own = (more: object) => ({
  ...{ command: 'claim', from: ['CONFIRMED'], by: ['townReviewer'] },
  ...{ guards: [], documents: [], source: '虚构' },
  ...more,
});

describe('a rule set as a civil servant writes it', () => {
  it('puts its processes together from shared parts and its own ways', () => {
    const { parts } = national.processes.dibao;
    const without = readRuleSet(written({ parts })).processes['dibao']!;
    const visit = own({ command: 'recordVisit', from: ['PUBLISHED'] });
    const more = readRuleSet(written({ parts, transitions: [visit] })).processes['dibao']!;
    expect(more.transitions).toHaveLength(without.transitions.length + 1);
    expect(more.transitions.at(-1)).toEqual(visit);
    expect(more).not.toHaveProperty('parts');
  });

  it.each([
    [
      'a part that is not there',
      { parts: ['intake', 'shortcut'] },
      'processes.dibao.parts: shortcut is not known',
    ],
    ['no parts', { parts: [] }, 'parts'],
    [
      'a way around',
      { transitions: [own({ command: 'startSurvey', from: ['SUBMITTED'], to: 'SURVEY' })] },
      'CONFIRMED can be reached from SUBMITTED without ACCEPTED',
    ],
    [
      'a guard left out',
      { transitions: [own({ command: 'adjust', from: ['REGISTERED'], to: 'REGISTERED' })] },
      'adjust needs the guard heard',
    ],
    ['a step nobody knows', { transitions: [own({ from: ['APPROVED'] })] }, 'from'],
    ['a guard nobody knows', { transitions: [own({ guards: ['trustMe'] })] }, 'guards'],
    ['a role nobody has', { transitions: [own({ by: ['mayor'] })] }, 'by'],
    ['no survey at all', { surveyNeeds: [] }, 'surveyNeeds'],
  ])('is refused with %s', (_, change, message) => {
    expect(() => readRuleSet(written(change))).toThrow(message);
  });

  it('says of which kind it speaks', () => {
    const transitions = [own({ command: 'startSurvey', from: ['SUBMITTED'], to: 'SURVEY' })];
    expect(() => readRuleSet(written({ transitions }))).toThrow(/"processes",\s*"dibao"/);
  });

  it('takes other shared parts than the shipped ones', () => {
    expect(() => readRuleSet(national, {})).toThrow('intake is not known');
  });
});
