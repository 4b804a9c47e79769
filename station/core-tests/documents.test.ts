import { afterEach, beforeEach, expect, it } from 'vitest';
import { wordsOfPdf } from '../../devices/official-documents/testing-pdf.ts';
import { CoreFixture } from '../testing/core-fixture.ts';
import { fillDraft } from '../testing/demo-household.ts';

let fixture: CoreFixture;
let caseId: string;
const must: CoreFixture['must'] = (...values) => fixture.must(...values);

beforeEach(async () => {
  fixture = await CoreFixture.open();
  await fixture.login('clerk');
  await fixture.login('reviewer');
  const draftId = await fillDraft((name, input, binary) => must('clerk', name, input, binary), '2026-03-10');
  ({ caseId } = await must('clerk', 'application.submit', { draftId }));
});
afterEach(async () => {
  expect(fixture.logged).toEqual([]);
  await fixture.close();
});

it('issues the paper with the step that leads to it', async () => {
  await must('reviewer', 'case.act', { caseId, command: { type: 'accept' } });
  const { process } = await must('reviewer', 'case.process', { caseId });
  expect(process.documentsDue).toEqual([]);
  const again = await fixture.call('reviewer', 'case.issueDocument', {
    ...{ caseId, document: 'acceptanceNotice', about: 2 },
  });
  if (!again.ok) throw new Error(again.failure.code);
  expect(again.output).toMatchObject({ number: process.issued[0]?.issued.number });
  expect(wordsOfPdf(again.binary!)).toContain('2026年3月31日前办结');
});
