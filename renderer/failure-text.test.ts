import { describe, expect, it } from 'vitest';
import { failures, type AnyFailure, type FailureCode } from '../contract/failures.ts';
import { failureText, failureTexts } from './failure-text.ts';

/** Data that fits each failure, so that every sentence is really said. */
const samples: Record<string, unknown> = {
  errorId: 'ab12',
  issues: ['x'],
  name: 'x',
  maxBytes: 33554432,
  attemptsLeft: 3,
  until: '2026-03-10T02:30:00.000Z',
  days: 7,
  day: '2026-03-10',
  areaCode: '500107001',
  minLength: 12,
  found: '2',
  supported: '1',
  freeBytes: 1048576,
  status: 500,
  revision: 3,
  missing: ['a', 'b'],
  declared: 'image/png',
  found2: '',
  step: 'ACCEPTED',
  caseCode: 'A1',
  version: 2,
  limit: '2026-03-10',
  slots: ['idCard'],
  memberIds: ['x'],
  year: 2027,
  characters: '䶮',
  from: '2026-03-09',
  due: '2026-03-10',
  kind: 'dibao',
  accountId: '01900000-0000-7000-8000-000000000001',
  because: 'checksPending',
  steps: ['household'],
  count: 2,
  document: 'acceptanceNotice',
  on: '2026-03-10',
  least: 2,
  names: ['张示例'],
  lacks: ['check', 'homeVisit', 'selfCare'],
  amountsId: 'demo',
  amountFen: 65_000,
  conditions: ['hearing'],
  ends: '2026-03-10',
  open: 1,
  posted: '2026-03-10',
  capFen: 650_000,
  serial: 3,
  current: 3,
  serverTime: '2026-03-10T02:30:00.000Z',
  modes: ['home', 'inPerson', 'phone', 'video'],
};
const codes = Object.keys(failures) as FailureCode[];

describe('sentences for failures', () => {
  it.each(codes)('%s says in Chinese what happened and what to do', (code) => {
    const shape = failures[code].shape as Record<string, unknown>;
    const data = Object.fromEntries(Object.keys(shape).map((key) => [key, samples[key]]));
    expect(failures[code].safeParse(data).success).toBe(true);
    const { title, doNow } = failureText({ code, data } as AnyFailure);
    for (const sentence of [title, doNow]) {
      expect(sentence).toMatch(/[\u4e00-\u9fff].*。$/u);
      expect(sentence).not.toContain('undefined');
      expect(sentence).not.toContain(code);
      // A word of the data that nobody has put into Chinese.
      expect(sentence).not.toMatch(/[a-z]{3}/);
    }
  });

  it('has no sentence for a code that does not exist', () => {
    expect(Object.keys(failureTexts).sort()).toEqual([...codes].sort());
  });

  it('tells a lost connection from an error of the program', () => {
    const lost = failureText({ code: 'internal', data: { errorId: 'connection.lost' } });
    expect(lost.title).toBe('连接断开，正在重连。');
    expect(failureText({ code: 'internal', data: { errorId: 'ab12' } }).doNow).toContain('ab12');
  });

  it('says times in Shanghai', () => {
    const { doNow } = failureText({ code: 'session.lockedOut', data: { until: '2026-03-10T02:30:00.000Z' } });
    expect(doNow).toContain('10:30');
  });
});
