import { z } from 'zod';
import { IsoDate } from '../../values/iso-date.ts';
import { caseFields, caseLetter, dayOrBlank, formNumber, joined, Line, Words } from '../common.ts';
import { defineKind } from '../define-kind.ts';

/** 定期探访: every household, every year. What is null is written by hand. */
export const visitRecord = defineKind({
  kind: 'visitRecord',
  title: '探访记录表',
  word: '救访',
  schema: z.strictObject({
    kind: z.literal('visitRecord'),
    ...caseLetter,
    ...formNumber,
    address: Line,
    householdSize: z.int().min(1).max(99),
    visitedOn: IsoDate.nullable(),
    /** 入户, 电话, 视频 */
    mode: Line.nullable(),
    situation: Words.nullable(),
    needs: Words.nullable(),
    followUp: Words.nullable(),
    visitors: z.array(Line).max(10),
  }),
  fields: {
    ...caseFields,
    住址: { means: '住在哪里', value: (data) => data.address },
    家庭人数: { means: '共同生活的家庭成员几人', value: (data) => String(data.householdSize) },
    探访日期: { means: '哪天探访', required: true, value: (data) => dayOrBlank(data.visitedOn) },
    探访方式: { means: '入户、电话或视频', required: true, value: (data) => data.mode },
    家庭情况: { means: '看到、听到的情况', required: true, value: (data) => data.situation },
    困难需求: { means: '有什么困难和需要', value: (data) => data.needs },
    处理意见: { means: '怎么跟进', value: (data) => data.followUp },
    探访人: { means: '谁去探访的', value: (data) => joined(data.visitors) },
  },
});

/** 救助待遇资格认证, each recipient each quarter. A missed one never stops a payment. */
export const certificationForm = defineKind({
  kind: 'certificationForm',
  title: '资格认证表',
  word: '救认',
  schema: z.strictObject({
    kind: z.literal('certificationForm'),
    ...caseLetter,
    maskedId: Line,
    /** 2026年第三季度 */
    period: Line,
    certifiedOn: IsoDate.nullable(),
    /** 人脸, 人工核验, 上门 */
    method: Line.nullable(),
    result: Line.nullable(),
    changes: z.array(Line).max(20),
    officers: z.array(Line).max(10),
  }),
  fields: {
    ...caseFields,
    证件号码: { means: '证件号码，中间遮住', value: (data) => data.maskedId },
    认证期间: { means: '哪个季度', required: true, value: (data) => data.period },
    认证日期: { means: '哪天认证', required: true, value: (data) => dayOrBlank(data.certifiedOn) },
    认证方式: { means: '人脸、人工或上门', required: true, value: (data) => data.method },
    认证结果: { means: '认证的结果', required: true, value: (data) => data.result },
    变化情况: { means: '家里有什么变化', value: (data) => joined(data.changes) },
    工作人员: { means: '谁办的认证', value: (data) => joined(data.officers) },
  },
});
