import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AssistanceKind } from '../../domain/application/application.ts';
import { CoreFixture } from '../testing/core-fixture.ts';
import { fillDraft } from '../testing/demo-household.ts';

const day = '2026-03-10';
let fixture: CoreFixture;

beforeEach(async () => {
  fixture = await CoreFixture.open();
  await fixture.login('clerk');
});
afterEach(() => fixture.close());

const fill = (kind: AssistanceKind) =>
  fillDraft((name, input, binary) => fixture.must('clerk', name, input, binary), day, 1, {}, kind);

describe.each(AssistanceKind.options)('%s, offline', (kind) => {
  it('is applied for from start to receipt', async () => {
    const draftId = await fill(kind);
    const { caseId, caseCode } = await fixture.must('clerk', 'application.submit', { draftId });
    const { dossier } = await fixture.must('clerk', 'case.dossier', { caseId, purpose: 'handling' });
    expect(dossier).toMatchObject({ brokenAt: null, summary: { kind, step: 'SUBMITTED', caseCode } });
    expect(dossier.application.result).toMatchObject({ kind, outcome: 'open', amountsId: 'amounts-demo' });
    const receipt = await fixture.call('clerk', 'case.receipt', { caseId });
    expect(receipt).toMatchObject({ ok: true });
    expect(fixture.logged).toEqual([]);
  });
});
