import { expect, it } from 'vitest';
import { noticeWords } from './notice-words.ts';

const notice = { postedOn: '2026-03-10', places: ['村务公开栏'], renewed: false, takenDownOn: null };

it('says the first and the last day, or why the last is not known', () => {
  expect(noticeWords(notice, '2026-03-17')).toContain('最后一天 2026年3月17日');
  expect(noticeWords(notice, 'calendar.unpublished')).toContain('要等国务院公布放假安排');
  const over = noticeWords({ ...notice, takenDownOn: '2026-03-18' }, null);
  expect(over).toMatch(/揭下$/);
  expect(over).not.toContain('最后一天');
});
