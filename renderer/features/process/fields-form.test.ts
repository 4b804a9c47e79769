import { describe, expect, it } from 'vitest';
import { CaseCommand } from '../../../domain/case/case-commands.ts';
import { newId } from '../../new-id.ts';
import { hearingForm } from './after/after-forms.ts';
import type { ActionFormProps } from './action-form.ts';
import { nextMonth } from './decision/decision-forms.tsx';
import { answered, isMonth, isTime, listOf, momentOf, valuesOf, type FieldSpec } from './fields-form.ts';
import { objectionForm } from './notice/notice-forms.tsx';

const today = '2026-03-10';
const noProps = {} as ActionFormProps;
const given = (texts: Record<string, string>) => valuesOf(texts, {}, newId());
const ready = (field: FieldSpec, text: string) => answered(field, given({ it: text }), today);

describe('answers of a step', () => {
  it.each([
    [{ name: 'it', label: '', kind: 'date', past: true }, today, '2026-03-11'],
    [{ name: 'it', label: '', kind: 'date' }, '2026-03-11', '2026-02-30'],
    [{ name: 'it', label: '', kind: 'month' }, '2026-04', '2026-13'],
    [{ name: 'it', label: '', kind: 'time' }, '23:59', '24:00'],
    [{ name: 'it', label: '', kind: 'money' }, '1,200.50', '-1'],
    [{ name: 'it', label: '', kind: 'money' }, '0', ''],
    [{ name: 'it', label: '', kind: 'count' }, '0', '两'],
    [{ name: 'it', label: '', kind: 'long' }, '理由', ' 理 '],
    [{ name: 'it', label: '', kind: 'text', optional: true }, '', null],
    [{ name: 'it', label: '', kind: 'count', optional: true }, '', '两'],
  ] as [FieldSpec, string, string | null][])('%j takes %j and not %j', (field, right, wrong) => {
    expect(ready(field, right)).toBe(true);
    if (wrong !== null) expect(ready(field, wrong)).toBe(false);
  });
  it('reads places as people write them', () => {
    expect(listOf('村务公开栏、 镇政府门口，小区大门\n')).toEqual(['村务公开栏', '镇政府门口', '小区大门']);
  });
  it('takes a day and a time as Shanghai has them', () => {
    expect(momentOf('2026-03-10', '00:30')).toBe('2026-03-09T16:30:00.000Z');
    expect(isTime('9:30')).toBe(false);
    expect(isMonth('2026-1')).toBe(false);
  });
  it('goes over the turn of the year', () => {
    expect([nextMonth('2026-11-30'), nextMonth('2026-12-01')]).toEqual(['2026-12', '2027-01']);
  });
});

describe('forms that ask by what was answered', () => {
  it('asks how somebody was called who did not come, and keeps no words of before', () => {
    const came = given({ on: today, with: '张示例', attended: 'yes', said: '同意' });
    const stayed = given({ on: today, with: '张示例', attended: 'no', said: '同意', asked: '电话两次' });
    const names = (values: typeof came) => hearingForm.fields(noProps, today, values).map((f) => f.name);
    expect(names(came)).toContain('said');
    expect(names(stayed)).toContain('asked');
    expect(names(stayed)).not.toContain('said');
    expect(CaseCommand.parse(hearingForm.build(stayed, noProps, today))).toMatchObject({
      hearing: { attended: false, said: '', asked: '电话两次' },
    });
  });
  it('puts an objection on record with the moment it came and an id that stays', () => {
    const values = given({ by: '', contact: '', text: '他家还有一套房', day: today, time: '09:30' });
    const [one, again] = [
      objectionForm.build(values, noProps, today),
      objectionForm.build(values, noProps, today),
    ];
    expect(one).toEqual(again);
    expect(CaseCommand.parse(one)).toMatchObject({ objection: { receivedAt: '2026-03-10T01:30:00.000Z' } });
  });
});
