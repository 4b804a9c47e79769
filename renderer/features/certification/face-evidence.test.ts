import { describe, expect, it } from 'vitest';
import type { Consent, FaceAttempt } from '../../../domain/application/evidence.ts';
import { attemptsLeft, likelyReason, panelConsent } from './face-evidence.ts';

const consent = (decision: Consent['decision']): Consent => ({
  ...{
    id: '01890000-0000-7000-8000-000000000001',
    decision,
    text: '您愿意用人脸来确认吗？',
    textVersion: '1',
  },
  at: '2026-03-10T01:00:00.000Z',
});
const miss: FaceAttempt = {
  ...{
    at: '2026-03-10T01:00:00.000Z',
    score: 0.1,
    threshold: 0.337,
    accepted: false,
    frames: 3,
    rejectedFrames: {},
  },
  model: { name: 'm', digest: 'a'.repeat(64), preprocessing: 'p' },
};
const evidence = (decision: Consent['decision'] | null, misses: number) => ({
  ...{ pages: [], signatures: [], certification: null, consent: decision && consent(decision) },
  faceAttempts: Array.from({ length: misses }, () => miss),
});

describe('which way is open', () => {
  it('treats a consent taken back as declined, and nobody asked as not asked', () => {
    expect(panelConsent(evidence(null, 0))).toBeNull();
    expect(panelConsent(evidence('granted', 0))).toBe('granted');
    expect(panelConsent(evidence('declined', 0))).toBe('declined');
    expect(panelConsent(evidence('withdrawn', 0))).toBe('declined');
  });
  it('counts down to none after two failures', () => {
    expect([0, 1, 2].map((n) => attemptsLeft(evidence('granted', n)))).toEqual([2, 1, 0]);
  });
  it('offers the reason that happened, and none where the clerk must say it', () => {
    expect(likelyReason(evidence('declined', 0), true)).toBe('declined');
    expect(likelyReason(evidence('granted', 2), true)).toBe('twoFailures');
    expect(likelyReason(evidence('granted', 1), false)).toBe('noPhoto');
    expect(likelyReason(evidence('granted', 1), true)).toBeNull();
  });
});
