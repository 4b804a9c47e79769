import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../contract/views.ts';
import { sampleSubmit } from '../../../domain/testing/sample-application.ts';
import { shippedCalendar } from '../../../domain/calendar/shipped-calendar.ts';
import { newLine, noticeItems, noticeLines, usualLimit } from './notice-draft.ts';

const { application, documents } = sampleSubmit();
const dossier = { application, documents, verifiable: [] } as unknown as Dossier;
const today = '2025-01-24';

describe('the supplement notice', () => {
  it('lists what the household had to bring, each with the pages it has, nothing ticked', () => {
    const lines = noticeLines(dossier, today);
    expect(lines.map(({ slot, pages }) => [slot, pages])).toEqual([
      ['idCard', 1],
      ['householdBook', 1],
    ]);
    expect(lines[0]?.title).toBe('张示例的身份证');
    expect(noticeItems(lines)).toEqual([]);
  });

  it('asks plainly when the reviewer wrote no note, and for a new one when there is one already', () => {
    const lines = [
      newLine(dossier, 'householdBook', null, true),
      newLine(dossier, 'diagnosis', application.members[0]?.id ?? null, true),
      { ...newLine(dossier, 'enrolment', null, true), note: ' 要盖章 ' },
    ];
    expect(noticeItems(lines).map(({ note }) => note)).toEqual([
      '请重新交户口簿',
      '请补交张示例的疾病诊断证明',
      '要盖章',
    ]);
  });

  it('offers five working days, and no day at all where the calendar ends', () => {
    // Sunday the 26th is a working day (调休).
    expect(usualLimit('2025-01-20', shippedCalendar)).toBe('2025-01-26');
    expect(usualLimit('2026-12-30', shippedCalendar)).toBe('');
  });
});
