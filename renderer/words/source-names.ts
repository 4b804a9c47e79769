import type { AnswerSource } from '../../domain/application/person.ts';

/** Where an answer came from, in words (核对页 and beside each field). */
export const sourceNames: Record<AnswerSource, string> = {
  reader: '读卡',
  ocr: '识别',
  manual: '手工',
  previous: '沿用上次',
  department: '部门核对',
};
