import { describe, expect, it } from 'vitest';
import { keepPlace, otherList, placeOf } from './queue-place.ts';

describe('the place in the list', () => {
  it('is kept while the same account comes back to it', () => {
    keepPlace('one', { search: '示例', offset: 480, queue: 'mine', page: 1 });
    keepPlace('one', { caseId: 'c' });
    expect(placeOf('one')).toEqual({
      ...{ queue: 'mine', step: null, search: '示例', page: 1, caseId: 'c', offset: 480 },
    });
  });

  it('is never shown to another account, nor given back after one', () => {
    keepPlace('one', { search: '示例' });
    expect(placeOf('two').search).toBe('');
    keepPlace('two', { step: 'SUBMITTED' });
    expect(placeOf('one').search).toBe('');
  });

  it('starts with what waits for oneself', () => {
    expect(placeOf('nobody yet').queue).toBe('todo');
  });
});

describe('another list', () => {
  it('begins at its top', () => {
    expect(otherList({ queue: 'overdue' })).toEqual({
      ...{ queue: 'overdue', page: 0, caseId: null, offset: 0 },
    });
    expect(otherList({ page: 2 })).toMatchObject({ page: 2, caseId: null, offset: 0 });
  });

  it('of a search is the whole area; an emptied search stays where it is', () => {
    expect(otherList({ search: '示例' })).toMatchObject({ queue: 'all', step: null, search: '示例' });
    expect(otherList({ search: ' ' })).not.toHaveProperty('queue');
  });
});
