import { z } from 'zod';
import {
  caseFields,
  caseLetter,
  formulaCondition,
  FormulaLine,
  formulaList,
  joined,
  Line,
  Words,
} from '../common.ts';
import { defineKind } from '../define-kind.ts';

/** The outcome of the survey, with its arithmetic; who does not agree may ask for 复查 with proof. */
export const surveyResultNotice = defineKind({
  kind: 'surveyResultNotice',
  title: '家庭经济状况调查结果通知书',
  word: '救调',
  schema: z.strictObject({
    kind: z.literal('surveyResultNotice'),
    ...caseLetter,
    householdSize: z.int().min(1).max(99),
    /** 信息核对, 入户调查, 邻里访问, 信函索证: those really used. */
    methods: z.array(Line).min(1).max(10),
    formula: z.array(FormulaLine).max(100),
    meets: z.boolean(),
    reason: Words,
  }),
  fields: {
    ...caseFields,
    家庭人数: { means: '共同生活的家庭成员几人', value: (data) => String(data.householdSize) },
    调查方式: { means: '用了哪些方式调查', value: (data) => joined(data.methods) },
    调查结论: {
      means: '符合条件／不符合条件',
      required: true,
      value: (data) => (data.meets ? '符合条件' : '不符合条件'),
    },
    理由: { means: '为什么这样认定', required: true, value: (data) => data.reason },
  },
  lists: { ...formulaList },
  conditions: {
    ...formulaCondition,
    符合: { means: '调查结论是符合条件', holds: (data) => data.meets },
    不符合: { means: '调查结论是不符合条件', holds: (data) => !data.meets },
  },
  mustSay: ['复查'],
});
