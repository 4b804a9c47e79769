import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { fillDraft } from '../testing/demo-household.ts';
import { startRealDistrict } from '../testing/real-district.ts';
import { makeAccounts, openRealStation, type RealStation } from '../testing/real-stations.ts';

const town = '500107001';
let district: Awaited<ReturnType<typeof startRealDistrict>>;
let window: RealStation;

beforeAll(async () => {
  district = await startRealDistrict();
  await makeAccounts(district.url, {
    clerk: { role: 'windowClerk', areaCode: town },
    reviewer: { role: 'townReviewer', areaCode: town },
    visitor: { role: 'districtHead', areaCode: '500107' },
  });
  window = await openRealStation(district.url);
  await window.login('clerk');
  await window.login('reviewer');
  await window.login('visitor');
});
afterAll(async () => {
  await window.fixture.close();
  await district.close();
});

const states = async (caseId: string) =>
  new Set((await window.fixture.store.read.outboxOfCase(caseId)).map((row) => row.state));

it('what the district’s own people do at a town’s window goes with their own token and stays', async () => {
  const { fixture } = window;
  const draftId = await fillDraft(
    (name, input, binary) => fixture.must('clerk', name, input, binary),
    '2026-03-10',
  );
  const { caseId } = await fixture.must('clerk', 'application.submit', { draftId });
  await fixture.must('reviewer', 'case.act', { caseId, command: { type: 'accept' } });
  const command = { type: 'extend', because: 'difficultSurvey', reason: '虚构：亲属在外地' } as const;
  await fixture.must('visitor', 'case.act', { caseId, command });
  await vi.waitFor(async () => expect(await states(caseId)).toEqual(new Set(['acknowledged'])), {
    timeout: 20_000,
    interval: 20,
  });
  const events = await fixture.store.read.stream(caseId);
  expect(events.map(({ type }) => type)).toContain('case.extended');
});
