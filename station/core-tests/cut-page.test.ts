import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CoreFixture } from '../testing/core-fixture.ts';
import { fillDraft } from '../testing/demo-household.ts';

const until = (check: () => Promise<unknown>) => vi.waitFor(check, { timeout: 10_000, interval: 10 });
let writer: CoreFixture;
let reader: CoreFixture;
beforeEach(async () => {
  writer = await CoreFixture.open();
  reader = await CoreFixture.open(undefined, undefined, '01900000-0000-7000-8000-00000000d002');
});
afterEach(async () => {
  await writer.close();
  await reader.close();
});

it.each([1, 2, 5])('an answer that ends after %i events of a submission loses nothing', async (first) => {
  await writer.login('clerk');
  const draftId = await fillDraft(
    (name, input, binary) => writer.must('clerk', name, input, binary),
    '2026-03-10',
  );
  const { caseId } = await writer.must('clerk', 'application.submit', { draftId });
  const events = await writer.store.read.stream(caseId);
  reader.district.take({ events: events.slice(0, first) });
  await reader.login('reviewer');
  reader.core.start();
  await until(async () => expect(await reader.store.read.stream(caseId)).toHaveLength(first));
  expect(await reader.store.read.caseRow(caseId)).toBeNull();
  reader.district.take({ events: events.slice(first) });
  await until(async () => expect((await reader.store.read.caseRow(caseId))?.step).toBe('SUBMITTED'));
  expect(reader.logged).toEqual([]);
});
