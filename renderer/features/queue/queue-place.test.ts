import { describe, expect, it } from 'vitest';
import { keepPlace, placeOf } from './queue-place.ts';

describe('the place in the list', () => {
  it('is kept while the same account comes back to it', () => {
    keepPlace('one', { search: '示例', offset: 480 });
    keepPlace('one', { caseId: 'c' });
    expect(placeOf('one')).toEqual({ step: null, search: '示例', caseId: 'c', offset: 480 });
  });

  it('is never shown to another account, nor given back after one', () => {
    keepPlace('one', { search: '示例' });
    expect(placeOf('two').search).toBe('');
    keepPlace('two', { step: 'SUBMITTED' });
    expect(placeOf('one').search).toBe('');
  });
});
