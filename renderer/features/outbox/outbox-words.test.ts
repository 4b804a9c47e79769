import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outboxReason, sizeWords } from './outbox-words.ts';

const root = new URL('../../../', import.meta.url);
/** Where the district, or the rules that it shares with the station, refuse a record. */
const judges = [
  'district/sync/judge.ts',
  'district/sync/push.ts',
  'district/sync/take-item.ts',
  'domain/case/decide-case.ts',
  'domain/case/decide-submit.ts',
  'core/sync/redecide.ts',
  'core/sync/sync-run.ts',
];
const refusal = /(?:refuse\(|fail\(|code: |code === |return |null : )'([a-z]+\.[A-Za-z]+)'/g;
const codes = judges.flatMap((file) =>
  [...readFileSync(new URL(file, root), 'utf8').matchAll(refusal)].map((found) => found[1] ?? ''),
);

describe('outbox in words', () => {
  it('says what to do even for a code nobody foresaw, without showing the code', () => {
    expect(outboxReason('case.duplicate')).toContain('已经有');
    expect(outboxReason('weird.code')).toContain('报告管理员');
    expect(outboxReason('weird.code')).not.toContain('weird');
  });

  it('reads the codes where they are refused', () => {
    for (const file of judges.slice(0, 5))
      expect(readFileSync(new URL(file, root), 'utf8').match(refusal)?.length, file).toBeGreaterThan(0);
    for (const code of [
      'sync.decidedDifferently',
      'sync.actorNotOnDevice',
      'case.tampered',
      'submit.materialMissing',
    ])
      expect(codes).toContain(code);
  });

  it.each(
    [...new Set(codes)].filter((code) => !['district.unreachable', 'district.certificate'].includes(code)),
  )('%s has a sentence of its own that says what to do', (code) => {
    const words = outboxReason(code);
    expect(words).not.toBe(outboxReason('weird.code'));
    expect(words).toMatch(/请|不用再传/u);
    expect(words).not.toMatch(/[a-z]/i);
  });

  it('shows sizes as people read them', () => {
    expect([sizeWords(900), sizeWords(45_400), sizeWords(1_250_000)]).toEqual([
      '900 字节',
      '45 KB',
      '1.3 MB',
    ]);
  });
});
