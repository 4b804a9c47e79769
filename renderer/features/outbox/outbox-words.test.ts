import { describe, expect, it } from 'vitest';
import { outboxReason, sizeWords } from './outbox-words.ts';

describe('outbox in words', () => {
  it('says what to do even for a code nobody foresaw, without showing the code', () => {
    expect(outboxReason('case.duplicate')).toContain('已经有');
    expect(outboxReason('weird.code')).toContain('报告管理员');
    expect(outboxReason('weird.code')).not.toContain('weird');
  });

  it('shows sizes as people read them', () => {
    expect([sizeWords(900), sizeWords(45_400), sizeWords(1_250_000)]).toEqual([
      '900 字节',
      '45 KB',
      '1.3 MB',
    ]);
  });
});
