import { describe, expect, it } from 'vitest';
import { shippedCalendar } from '../../domain/calendar/shipped-calendar.ts';
import { dueWords } from './due-words.ts';
import { matchesPinyin } from './pinyin-match.ts';
import { readDate } from './read-date.ts';
import { syncWords } from './sync-words.ts';

describe('due dates in words', () => {
  it.each([
    ['2026-02-26', '2026-02-12', 'later', '剩 5 个工作日'],
    ['2025-01-27', '2025-01-24', 'later', '剩 2 个工作日'],
    ['2026-03-11', '2026-03-10', 'soon', '剩 1 个工作日'],
    ['2026-03-10', '2026-03-10', 'soon', '今天到期'],
    ['2026-03-06', '2026-03-10', 'overdue', '已超 2 个工作日'],
    ['2026-12-31', '2027-01-04', 'overdue', '已超期'],
    ['calendar.unpublished', '2026-12-20', 'unknown', '到期日待公布'],
    [null, '2026-03-10', 'none', '没有到期日'],
  ] as const)('%s on %s', (due, today, urgency, words) => {
    const said = dueWords(due, today, shippedCalendar);
    expect(said.words).toBe(words);
    expect(said.urgency).toBe(urgency);
  });
});

describe('a calendar newer than the program', () => {
  it('counts where the shipped one ends', () => {
    const year = { paper: ['https://example.gov.cn/2027'], off: ['2027-01-01'], work: [] };
    const newer = { ...shippedCalendar, 2027: year };
    expect(dueWords('2026-12-31', '2027-01-04', newer).words).toBe('已超 1 个工作日');
  });
});

describe('dates as typed', () => {
  it.each([
    ['20010310', '2001-03-10'],
    ['2001-3-10', '2001-03-10'],
    ['2001.03.10', '2001-03-10'],
    ['2001年3月10日', '2001-03-10'],
    ['２００１０３１０', '2001-03-10'],
    ['20250229', null],
    ['2001-03', null],
    ['', null],
  ])('%s', (text, day) => {
    expect(readDate(text)).toBe(day);
  });
});

describe('searching by pinyin', () => {
  it.each([
    ['杨家坪街道', 'yjp', true],
    ['杨家坪街道', 'yangjia', true],
    ['杨家坪街道', '家坪', true],
    ['杨家坪街道', 'xyz', false],
    ['杨家坪街道', '', true],
    ['西郊二村社区居民委员会', 'XJEC', true],
    ['西郊二村社区居民委员会', 'xijiao', true],
    ['西郊二村社区居民委员会', 'jiaoxi', false],
    ['女儿', 'nver', true],
    ['12 个月', '12 个月', true],
    ['12 个月', '12个月', true],
  ])('%s by %s', (text, typed, found) => {
    expect(matchesPinyin(text, typed)).toBe(found);
  });
});

describe('sync light', () => {
  const sync = { online: true, waiting: 0, attention: 0, lastSyncAt: null, clockAheadMinutes: null };
  it.each([
    [sync, '已全部上传'],
    [{ ...sync, waiting: 3 }, '3 项等待上传'],
    [{ ...sync, waiting: 3, attention: 1 }, '1 项需要处理'],
    [{ ...sync, online: false, waiting: 2 }, '断网，2 项等待上传'],
  ])('%o', (summary, words) => {
    expect(syncWords(summary).words).toBe(words);
  });
});
