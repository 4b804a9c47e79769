import { expect, it } from 'vitest';
import { pullScopes } from './pull-events.ts';

it('keeps a cursor for whatever an account is given: one who sees less must not move that of one who sees more', () => {
  const areaCode = '500107001001';
  const keys = (role: Parameters<typeof pullScopes>[0]['role']) =>
    pullScopes({ areaCode, role }).map(({ key, confidential }) => `${key}${confidential ? ' !' : ''}`);
  expect(keys('village')).toEqual(['sync.cursor.500107001001']);
  expect(keys('grid')).toEqual(['sync.cursor.500107001001.grid']);
  for (const role of ['windowClerk', 'townReviewer', 'admin'] as const)
    expect(keys(role)).toEqual(['sync.cursor.500107001001']);
  for (const role of ['townHead', 'districtReviewer', 'districtHead'] as const)
    expect(keys(role)).toEqual(['sync.cursor.500107001001', 'sync.cursor.500107001001.confidential !']);
});
