import { describe, expect, it } from 'vitest';
import { sampleSections } from '../../../domain/testing/sample-application.ts';
import { NOT_ANSWERED } from './answer.ts';
import { personAnswers } from './person-answers.ts';
import { agentAnswers, incomeAnswers, kinshipAnswers, propertyAnswers } from './statement-answers.ts';

const today = '2025-01-24';
const sections = sampleSections([{ name: '李虚构', birth: '2015-06-01', sources: { name: 'reader' } }]);
const people = [sections.identity!, ...sections.members];
const valueOf = (answers: { label: string; value: string }[], label: string) =>
  answers.find((line) => line.label === label)?.value;

describe('answers read back', () => {
  it('carry where they came from, and say so when nothing was answered', () => {
    const answers = personAnswers(people[1]!, people, today);
    expect(answers.find(({ label }) => label === '姓名')).toEqual({
      label: '姓名',
      value: '李虚构',
      source: 'reader',
    });
    expect(valueOf(answers, '电话')).toBe(NOT_ANSWERED);
    expect(answers.find(({ label }) => label === '电话')?.source).toBeUndefined();
  });

  it('a child is signed for by a guardian, a grown-up signs', () => {
    expect(valueOf(personAnswers(people[1]!, people, today), '谁来签字')).toBe('监护人代签');
    expect(valueOf(personAnswers(people[0]!, people, today), '谁来签字')).toBe('本人签');
  });

  it('incomes name their owner, period and amount; what does not count says why', () => {
    const entry = sections.income.entries[0]!;
    const income = { ...sections.income, entries: [entry, { ...entry, excluded: 'scholarship' as const }] };
    const [, first, second] = incomeAnswers(income, people);
    expect(first).toMatchObject({ label: '张示例的养老金', value: '一个月 450.00 元' });
    expect(second?.value).toContain('不计入：奖学金');
    expect(valueOf(incomeAnswers({ ...sections.income, entries: [], none: true }, people), '收入')).toBe(
      '全家没有收入',
    );
  });

  it('"none" and "not answered" never look alike', () => {
    expect(propertyAnswers(sections.property, people).every(({ value }) => value === '没有')).toBe(true);
    expect(propertyAnswers({}, people).every(({ value }) => value === NOT_ANSWERED)).toBe(true);
    expect(kinshipAnswers({ declared: null, relatives: [] }, people)[0]?.value).toBe(NOT_ANSWERED);
    expect(kinshipAnswers({ declared: false, relatives: [] }, people)[0]?.value).toBe('没有');
  });

  it('the agent’s ID number stays masked', () => {
    const agent = { ...sections.agent, has: true, name: '王虚构', idNumber: sections.identity!.idNumber };
    const shown = valueOf(agentAnswers(agent), '代办人证件号码');
    expect(shown).toContain('*');
    expect(shown).not.toContain(sections.identity!.idNumber);
  });
});
