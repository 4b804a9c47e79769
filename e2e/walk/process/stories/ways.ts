import { deepEqual, equal, ok } from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { portalApplication } from '../../../../district/testing/portal-applications.ts';
import { PortalReceipt } from '../../../../district/portal/portal-schema.ts';
import { addDays } from '../../../../domain/values/iso-date.ts';
import { CaseRun, type Said } from '../case-run.ts';
import { takeIn, withRelatives } from '../intake.ts';
import { homeVisit } from '../survey-forms.ts';
import { confirm, confirmNextDay, propose, proposeAndPost, publish } from '../steps.ts';
import { publishAndRegister, reportInTime, survey, toTheEnd } from '../steps.ts';
import type { Story } from '../story.ts';

const nearRelatives: Story = {
  name: 'way.nearRelativesAreVisitedByTheDistrict',
  async play(world) {
    const run = await takeIn(world, { kind: 'dibao', change: withRelatives });
    await survey(run);
    await proposeAndPost(run);
    await reportInTime(run);
    world.nextDay();
    equal(await run.refused('districtReviewer', confirm), 'survey.districtVisitMissing');
    const station = await world.station('district');
    const asked = { step: null, search: '', queue: 'kinship' as const };
    const { cases } = await station.must('districtReviewer', 'case.list', asked);
    ok(cases.some(({ id }) => id === run.id));
    await run.act('districtReviewer', async (hand) => ({
      ...{ type: 'recordDistrictVisit', record: await homeVisit(hand, ['吴演示', '郑虚构']) },
    }));
    await run.act('districtReviewer', confirm);
    await publishAndRegister(run);
    return { runs: [run], outcome: await run.step('district') };
  },
};

const grant = (amountFen: number): Said => ({ type: 'grantFirst', amountFen, reason: '虚构：家里着火' });

const grantedFirst: Story = {
  name: 'way.linshiIsGrantedFirst',
  async play(world) {
    const run = await takeIn(world, { kind: 'linshi' });
    equal(await run.refused('head', grant(150_001)), 'grant.aboveCap');
    await run.act('head', grant(100_000));
    equal(await run.step(), 'GRANTED');
    world.nextDay(2);
    await run.act('clerk', async ({ photo }) => ({
      ...{ type: 'explainAfterwards', explanation: '虚构：火灾证明已补' },
      documents: [{ documentId: randomUUID(), slot: 'explanation', memberId: null, pages: [await photo()] }],
    }));
    await run.act('villager', publish);
    await run.together();
    const { step, grant: given, documents } = await run.state('district');
    deepEqual([step, given?.amountFen], ['PUBLISHED', 100_000]);
    ok(documents.some(({ slot }) => slot === 'explanation'));
    return { runs: [run], outcome: step };
  },
};

const recheck: Story = {
  name: 'way.notEligibleIsRechecked',
  async play(world) {
    const run = await takeIn(world, { kind: 'dibao' });
    await survey(run);
    world.nextDay();
    await run.act('reviewer', { type: 'concludeNotEligible', reason: '虚构：收入高于标准' });
    equal(await run.refused('reviewer', propose), 'proposal.needsRecheck');
    world.nextDay();
    await run.act('clerk', {
      ...{ type: 'requestRecheck', reason: '虚构：工资已经停发', help: '虚构：窗口帮助调取银行流水' },
      documents: [],
    });
    await proposeAndPost(run);
    await reportInTime(run);
    await confirmNextDay(run);
    await publishAndRegister(run);
    return { runs: [run], outcome: await run.step('district') };
  },
};

const online: Story = {
  name: 'way.onlineApplicationIsPickedUp',
  async play(world) {
    const station = await world.station('window');
    await station.morning();
    const submittedAt = world.clock.now().toISOString();
    const application = portalApplication({ kind: 'dibaoMargin', submittedAt });
    const { caseId } = PortalReceipt.parse(await world.district.apply(application));
    const run = new CaseRun(world, caseId, 'dibaoMargin', 'window', null);
    await run.until('it is at the window', () => true);
    const { waiting } = await station.must('clerk', 'pickup.run', {});
    ok(waiting.some(({ id }) => id === caseId));
    equal(await run.refused('reviewer', { type: 'accept' }), 'case.notPickedUp');
    await run.act('clerk', { type: 'pickUp' });
    await toTheEnd(run);
    return { runs: [run], outcome: await run.step('district') };
  },
};

const overdue: Story = {
  name: 'way.supplementOverdueIsAbandonedByTheDistrict',
  async play(world) {
    const run = await takeIn(world, { kind: 'dibao' });
    const limit = addDays(world.today(), 7);
    await run.act('reviewer', ({ state }) => ({
      ...{ type: 'issueSupplement', limit, reason: null },
      items: [{ slot: 'diagnosis', memberId: state.applicantId, note: '虚构：请补交诊断证明' }],
    }));
    await run.together();
    world.clock.moveTo(addDays(limit, -1));
    await run.act('clerk', { type: 'remindSupplement', by: 'phone', note: '虚构：打了电话' });
    await run.together();
    world.clock.moveTo(limit);
    await world.district.restart();
    equal(await run.step(), 'SUPPLEMENT');
    world.clock.moveTo(addDays(limit, 1));
    await world.district.restart();
    await run.until('the server has recorded it', ({ step }) => step === 'ABANDONED');
    const { events } = await world.district.stream(run.id);
    equal(events.at(-1)?.actor.role, 'system');
    return { runs: [run], outcome: await run.step() };
  },
};

const twice: Story = {
  name: 'way.samePersonInTwoTowns',
  async play(world) {
    const order = world.newHousehold();
    const here = await takeIn(world, { kind: 'dibao', order });
    await here.together();
    const there = await takeIn(world, { kind: 'dibao', order, who: 'otherClerk' });
    const noted = 'noted on both, for each of the two persons';
    await here.until(noted, ({ duplicates }) => duplicates.length === 2);
    await there.until(noted, ({ duplicates }) => duplicates.length === 2);
    world.nextDay();
    await settle(here, 'reviewer', 'keepThis');
    await settle(there, 'otherReviewer', 'keepOther');
    await there.act('otherClerk', { type: 'withdraw', reason: '虚构：在杨家坪申请' });
    await here.together();
    await there.together();
    const resolved = (await here.state('district')).duplicates.map(({ resolution }) => resolution);
    deepEqual(resolved, ['keepThis', 'keepThis']);
    const steps = [await here.step('district'), await there.step('district')];
    deepEqual(steps, ['SUBMITTED', 'WITHDRAWN']);
    return { runs: [here, there], outcome: steps.join(', ') };
  },
};

async function settle(
  run: CaseRun,
  who: 'reviewer' | 'otherReviewer',
  resolution: 'keepThis' | 'keepOther',
): Promise<void> {
  const reason = '虚构：本人确认只在杨家坪申请';
  for (const { duplicate } of (await run.state()).duplicates) {
    const { personId, otherCaseId } = duplicate;
    await run.act(who, { type: 'resolveDuplicate', personId, otherCaseId, resolution, reason });
  }
}

const reduced: Story = {
  name: 'way.reassessedHeardAndReduced',
  async play(world) {
    const run = await takeIn(world, { kind: 'dibao' });
    await toTheEnd(run);
    world.nextDay(20);
    await run.act('villager', ({ day }) => ({
      ...{
        type: 'reportChange',
        change: { what: 'income', note: '虚构：找到了工作', by: 'household', on: day },
      },
    }));
    const from = `${addDays(world.today(), 31).slice(0, 7)}-01`;
    const adjust: Said = { type: 'adjust', amountFen: 60_000, from, reason: '虚构：收入增加' };
    equal(await run.refused('districtReviewer', adjust), 'hearing.missing');
    world.nextDay();
    await run.act('clerk', ({ day }) => ({
      type: 'recordHearing',
      hearing: { on: day, with: '张示例', attended: true, said: '虚构：同意', asked: '', pages: [] },
    }));
    await run.act('districtReviewer', adjust);
    await run.together();
    const { step, grant: given } = await run.state();
    deepEqual([step, given?.amountFen], ['REGISTERED', 60_000]);
    return { runs: [run], outcome: `${step}, ${String(given?.amountFen)} fen from ${from}` };
  },
};

export const wayStories: Story[] = [nearRelatives, grantedFirst, recheck, online, overdue, twice, reduced];
