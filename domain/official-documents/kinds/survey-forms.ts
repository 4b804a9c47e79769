import { z } from 'zod';
import { IsoDate } from '../../values/iso-date.ts';
import { PersonName } from '../../values/person-name.ts';
import {
  caseFields,
  caseLetter,
  dayOrBlank,
  formNumber,
  formulaCondition,
  FormulaLine,
  formulaList,
  joined,
  Line,
  Words,
} from '../common.ts';
import { defineKind } from '../define-kind.ts';

/** 入户调查: two surveyors at least, they and a member of the household sign. What is null is written by hand at the door. */
export const surveyHomeForm = defineKind({
  kind: 'surveyHomeForm',
  title: '入户调查表',
  word: '救入',
  schema: z.strictObject({
    kind: z.literal('surveyHomeForm'),
    ...caseLetter,
    ...formNumber,
    address: Line,
    members: z
      .array(z.strictObject({ name: PersonName, relation: Line, note: Line.nullable() }))
      .min(1)
      .max(99),
    /** What the household declared, to be compared on the spot. */
    formula: z.array(FormulaLine).max(100),
    surveyedOn: IsoDate.nullable(),
    situation: Words.nullable(),
    conclusion: Words.nullable(),
    surveyors: z.array(Line).max(10),
  }),
  fields: {
    ...caseFields,
    住址: { means: '住在哪里', required: true, value: (data) => data.address },
    家庭人数: { means: '共同生活的家庭成员几人', value: (data) => String(data.members.length) },
    调查日期: { means: '哪天调查', required: true, value: (data) => dayOrBlank(data.surveyedOn) },
    家庭情况: { means: '看到的情况', required: true, value: (data) => data.situation },
    调查结论: { means: '调查结论', required: true, value: (data) => data.conclusion },
    调查人: { means: '调查人，至少两人', required: true, value: (data) => joined(data.surveyors) },
  },
  lists: {
    家庭成员: {
      means: '共同生活的家庭成员',
      required: true,
      columns: { 姓名: '姓名', 关系: '和申请人的关系', 备注: '健康、就业等；空着就手写' },
      rows: (data) =>
        data.members.map(({ name, relation, note }) => ({ 姓名: name, 关系: relation, 备注: note })),
    },
    申报情况: { ...formulaList.计算过程, means: '申请时申报的收入和财产' },
  },
  conditions: {
    有申报情况: { ...formulaCondition.有计算过程, means: '有申报的收入和财产' },
  },
});

/** 邻里访问. The neighbour may stay unnamed; of the household the form shows no more than the neighbour knows. */
export const surveyNeighbourForm = defineKind({
  kind: 'surveyNeighbourForm',
  title: '邻里访问表',
  word: '救邻',
  schema: z.strictObject({
    kind: z.literal('surveyNeighbourForm'),
    ...caseLetter,
    ...formNumber,
    villageName: Line,
    surveyedOn: IsoDate.nullable(),
    neighbour: Line.nullable(),
    said: Words.nullable(),
    surveyors: z.array(Line).max(10),
  }),
  fields: {
    ...caseFields,
    村居: { means: '申请人所在的村（社区）', value: (data) => data.villageName },
    访问日期: { means: '哪天访问', required: true, value: (data) => dayOrBlank(data.surveyedOn) },
    受访人: { means: '访问了谁，可以不写名字', value: (data) => data.neighbour },
    反映情况: { means: '受访人说了什么', required: true, value: (data) => data.said },
    调查人: { means: '调查人，至少两人', required: true, value: (data) => joined(data.surveyors) },
  },
});
