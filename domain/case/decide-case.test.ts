import { describe, expect, it } from 'vitest';
import type { Actor } from '../log/event-envelope.ts';
import {
  clerk,
  reviewer,
  sampleEvidence,
  sampleSections,
  sampleSubmit,
  testContext,
  testId,
} from '../testing/sample-application.ts';
import type { CaseCommand } from './case-commands.ts';
import { applyCaseEvent } from './apply-event.ts';
import type { CaseState } from './case-state.ts';
import { decideCase } from './decide-case.ts';

const fold = (
  state: CaseState | null,
  command: CaseCommand,
  actor: Actor,
  today = '2025-01-24',
): CaseState => {
  const decided = decideCase(state, command, testContext(actor, today));
  if (!decided.ok) throw new Error(decided.failure.code);
  return decided.value.reduce(applyCaseEvent, state)!;
};
const code = (state: CaseState | null, command: CaseCommand, actor: Actor, today = '2025-01-24'): string => {
  const decided = decideCase(state, command, testContext(actor, today));
  return decided.ok ? 'ok' : decided.failure.code;
};
const submitted = (): CaseState => fold(null, sampleSubmit(), clerk);
const notice: CaseCommand & { type: 'issueSupplement' } = {
  type: 'issueSupplement',
  items: [{ slot: 'diagnosis', memberId: testId(1), note: '请补交诊断证明' }],
  limit: '2025-02-20',
  reason: null,
};

describe('submit', () => {
  it('opens the case, files everything and dates it', () => {
    const state = submitted();
    expect(state.step).toBe('SUBMITTED');
    expect(state.history).toEqual([['submitted', '2025-01-24']]);
    expect(state.documents.map((d) => d.slot)).toEqual(['idCard', 'householdBook']);
  });

  it.each([
    ['case.notYourRole', sampleSubmit(), reviewer],
    ['case.notYourArea', sampleSubmit(), { ...clerk, areaCode: '500107002' }],
    ['submit.signatureMissing', { ...sampleSubmit(), signatures: [] }, clerk],
    ['submit.materialMissing', { ...sampleSubmit(), documents: [] }, clerk],
    [
      'submit.certificationMissing',
      { ...sampleSubmit(), certification: { ...sampleSubmit().certification, accepted: false } },
      clerk,
    ],
  ] satisfies [string, CaseCommand, Actor][])('refuses with %s', (expected, command, actor) => {
    expect(code(null, command, actor)).toBe(expected);
  });

  it('recomputes the arithmetic instead of believing it', () => {
    const command = sampleSubmit();
    const application = {
      ...command.application,
      arithmetic: { ...command.application.arithmetic, perCapitaFen: 1 },
    };
    expect(code(null, { ...command, application }, clerk)).toBe('submit.arithmeticDiffers');
  });

  it('refuses one person twice in a household', () => {
    const command = sampleSubmit();
    const [first] = command.application.members;
    const twin = { ...first!, id: testId(77) };
    const sections = sampleSections([{}]);
    const evidence = sampleEvidence(sections);
    const application = { ...sampleSubmit(sections, evidence).application, members: [first!, twin] };
    expect(code(null, { ...command, application }, clerk)).toBe('submit.membersInvalid');
  });
});

describe('review by the town', () => {
  it('accepts, and never by the person who entered it', () => {
    expect(fold(submitted(), { type: 'accept' }, reviewer, '2025-01-26').history.at(-1)).toEqual([
      'accepted',
      '2025-01-26',
    ]);
    expect(code(submitted(), { type: 'accept' }, { ...reviewer, accountId: clerk.accountId })).toBe(
      'case.sameReviewer',
    );
    expect(code(submitted(), { type: 'accept' }, clerk)).toBe('case.notYourRole');
    expect(code(submitted(), { type: 'accept' }, { ...reviewer, areaCode: '500107002' })).toBe(
      'case.notYourArea',
    );
  });

  it('issues one supplement notice; a second needs a reason on record (一次性告知)', () => {
    const asked = fold(submitted(), notice, reviewer);
    expect(asked.step).toBe('SUPPLEMENT');
    expect(code(asked, { type: 'accept' }, reviewer)).toBe('case.wrongStep');
    const documents = [{ ...sampleSubmit().documents[0]!, slot: 'diagnosis', memberId: testId(1) }];
    expect(code(asked, { type: 'provideSupplement', documents: sampleSubmit().documents }, clerk)).toBe(
      'supplement.itemsMissing',
    );
    const provided = fold(asked, { type: 'provideSupplement', documents }, clerk, '2025-02-10');
    expect(provided.step).toBe('SUBMITTED');
    expect(code(provided, notice, reviewer, '2025-02-11')).toBe('supplement.alreadyIssued');
    expect(code(provided, { ...notice, reason: '第一次通知漏列' }, reviewer, '2025-02-11')).toBe('ok');
  });

  it('a limit must lie ahead; 自动放弃 only after it has passed', () => {
    expect(code(submitted(), { ...notice, limit: '2025-01-24' }, reviewer)).toBe('supplement.limitPast');
    const asked = fold(submitted(), notice, reviewer);
    expect(code(asked, { type: 'abandon' }, reviewer, '2025-02-20')).toBe('supplement.limitNotPassed');
    expect(fold(asked, { type: 'abandon' }, reviewer, '2025-02-21').step).toBe('ABANDONED');
  });
});
