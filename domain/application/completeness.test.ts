import { describe, expect, it } from 'vitest';
import { demoAmounts } from '../rules/shipped.ts';
import {
  sampleEvidence,
  sampleSections,
  testId,
  testIdNumber,
  testTown,
  testTownName,
} from '../testing/sample-application.ts';
import { reviewDraft } from './completeness.ts';
import { tasksOf } from './kind-tasks.ts';
import { DraftSections } from './forms.ts';

const context = {
  kind: 'dibao' as const,
  townCode: testTown,
  townName: testTownName,
  today: '2025-01-24',
  amounts: demoAmounts,
  verifiable: [],
};
const nothing = { pages: [], signatures: [], consent: null, certification: null, faceAttempts: [] };

describe('reviewDraft', () => {
  it('an untouched draft has nothing done and says what is missing everywhere', () => {
    const { tasks, missing, application } = reviewDraft(DraftSections.parse({}), nothing, context);
    expect(application).toBeNull();
    for (const task of tasksOf('dibao').filter((t) => t !== 'materials'))
      expect(
        missing.some((m) => m.task === task),
        task,
      ).toBe(true);
    expect(Object.values(tasks)).not.toContain('incomplete');
  });

  it('a complete one-person application becomes an Application with its arithmetic', () => {
    const sections = sampleSections();
    const { missing, application } = reviewDraft(sections, sampleEvidence(sections), context);
    expect(missing).toEqual([]);
    expect(application?.arithmetic).toMatchObject({
      perCapitaFen: 45_000,
      standardFen: 75_000,
      belowStandard: true,
    });
  });

  it('a wrong check digit keeps what was typed and names the field', () => {
    const sections = sampleSections();
    const identity = {
      ...sections.identity!,
      idNumber: sections.identity!.idNumber.replace(/.$/, (c) => (c === '1' ? '2' : '1')),
    };
    const { missing, application } = reviewDraft(
      { ...sections, identity },
      sampleEvidence(sections),
      context,
    );
    expect(application).toBeNull();
    expect(missing).toContainEqual({
      task: 'identity',
      code: 'idNumber.checkDigit',
      memberId: testId(1),
      field: 'idNumber',
    });
  });

  it('an income without an amount is not an answer', () => {
    const sections = sampleSections();
    const entries = sections.income.entries.map((entry) => ({ ...entry, amountFen: 0 }));
    const unfinished = { ...sections, income: { ...sections.income, entries } };
    const { missing } = reviewDraft(unfinished, sampleEvidence(unfinished), context);
    expect(missing).toEqual([{ task: 'income', code: 'income.amountMissing' }]);
  });

  it('a child is signed for by a guardian, never by itself', () => {
    const sections = sampleSections([
      {
        idNumber: testIdNumber('2015-06-01', 31),
        birth: '2015-06-01',
        relation: 'grandchild',
        capacity: false,
      },
    ]);
    const evidence = sampleEvidence(sections);
    expect(reviewDraft(sections, evidence, context).missing).toEqual([]);
    const bySelf = evidence.signatures.map((s) => ({ ...s, signerId: s.memberId, role: 'self' as const }));
    expect(reviewDraft(sections, { ...evidence, signatures: bySelf }, context).missing).toContainEqual({
      task: 'authorization',
      code: 'signature.missing',
      memberId: testId(2),
    });
  });

  it('face certification needs consent that was granted', () => {
    const sections = sampleSections();
    const evidence = sampleEvidence(sections);
    const attempt = {
      at: '2025-01-24T02:00:00.000Z',
      score: 0.6,
      threshold: 0.337,
      accepted: true,
      frames: 3,
      rejectedFrames: {},
      model: { name: 'm', digest: '0'.repeat(64), preprocessing: 'p1' },
    };
    const certification = {
      ...evidence.certification!,
      method: 'face' as const,
      manualReason: null,
      consentId: testId(400),
      attempts: [attempt],
    };
    const declined = reviewDraft(sections, { ...evidence, certification }, context);
    expect(declined.missing.map((m) => m.code)).toEqual(['certification.consentMismatch']);
    const consent = { ...evidence.consent!, decision: 'granted' as const };
    expect(reviewDraft(sections, { ...evidence, certification, consent }, context).missing).toEqual([]);
  });
});
