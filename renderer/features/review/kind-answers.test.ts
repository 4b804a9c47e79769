import { describe, expect, it } from 'vitest';
import { AssistanceKind } from '../../../domain/application/application.ts';
import { sampleSectionsOf, sampleSubmitOf } from '../../../domain/testing/sample-application.ts';
import { NOT_ANSWERED } from './answer.ts';
import {
  accountAnswers,
  emergencyAnswers,
  expensesAnswers,
  kindAnswerGroups,
  registeredAnswers,
  selfCareAnswers,
  supportersAnswers,
} from './kind-answers.ts';

const values = (answers: { value: string }[]) => answers.map(({ value }) => value);
const one = {
  ...{ id: '1', name: '张虚构', relation: '儿子', monthIncomeFen: 300_000 },
  able: false,
  consent: true,
};

describe('answers of single kinds, read back', () => {
  it('are said in words, what is open included', () => {
    const { emergency, selfCare, account } = { ...sampleSectionsOf('linshi'), selfCare: { eating: false } };
    expect(values(emergencyAnswers(emergency))).toEqual([
      '火灾',
      '2025年1月23日 周四',
      '虚构路1号',
      '虚构：厨房起火，被褥和粮食都烧了',
      '很急，请求先行救助',
      '1,200.00 元',
    ]);
    expect(values(selfCareAnswers(selfCare))).toEqual(['不能', ...Array<string>(6).fill(NOT_ANSWERED)]);
    expect(values(selfCareAnswers(sampleSectionsOf('tekun').selfCare)).at(-1)).toBe('部分丧失生活自理能力');
    expect(values(accountAnswers(account))).toEqual(['张示例', '虚构银行', '6200 0000 0000 0005']);
  });

  it('tell none from not asked', () => {
    expect(values(expensesAnswers({ none: true, entries: [] }, []))).toEqual(['没有']);
    expect(values(expensesAnswers({ none: false, entries: [] }, []))).toEqual([NOT_ANSWERED]);
    expect(values(supportersAnswers({ none: true, people: [] }))).toEqual(['没有']);
    expect(values(supportersAnswers({ none: false, people: [] }))).toEqual([NOT_ANSWERED]);
    expect(supportersAnswers({ none: false, people: [one] })).toEqual([
      { label: '张虚构（儿子）', value: '没有能力，一个月收入 3,000.00 元，同意核对', source: 'manual' },
    ]);
    expect(registeredAnswers({ where: null, place: '' })).toEqual([]);
    expect(values(registeredAnswers({ where: 'otherDistrict', place: '虚构县' }))).toEqual([
      '户口不在本区（异地）：虚构县',
    ]);
  });

  it.each(AssistanceKind.options)('of %s stand in the dossier, those and no others', (kind) => {
    const { application } = sampleSubmitOf(kind);
    const titles = kindAnswerGroups(application, application.members).map(({ title }) => title);
    const expected: Record<AssistanceKind, string[]> = {
      dibao: [],
      dibaoMargin: [],
      rigidExpenditure: ['必需支出'],
      tekun: ['赡养抚养人', '生活自理', '收款账户'],
      linshi: ['遇到的困难', '收款账户'],
    };
    expect(titles).toEqual(expected[kind]);
  });
});
