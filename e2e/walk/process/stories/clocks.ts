import { deepEqual, equal, ok } from 'node:assert/strict';
import { shippedCalendar } from '../../../../domain/calendar/shipped-calendar.ts';
import type { Said } from '../case-run.ts';
import { takeIn } from '../intake.ts';
import { accept, check, confirmNextDay, post, propose, report, takeDown, visitHome } from '../steps.ts';
import type { Story } from '../story.ts';
import { until } from '../until.ts';
import type { WalkWorld } from '../walk-world.ts';

const dayMs = 86_400_000;
const meeting: Said = { type: 'extend', because: 'reviewMeeting', reason: '虚构：需要评审' };

const ruleSetChanges: Story = {
  name: 'odd.ruleSetChangesMidCase',
  async play(world) {
    const older = await takeIn(world, { kind: 'dibao' });
    await older.quiet();
    const station = await world.station('window');
    await station.restart({ currentRuleSetId: 'cn-2021-57' });
    const newer = await takeIn(world, { kind: 'dibao' });
    const due: (string | null)[] = [];
    for (const run of [older, newer]) {
      await accept(run);
      await run.act('clerk', { type: 'startSurvey' });
      const asked = { caseId: run.id, purpose: 'handling' as const };
      due.push((await station.must('clerk', 'case.dossier', asked)).dossier.due.wholeCase);
      await run.together();
    }
    // 15 working days under the annex, 30 under the national rules.
    ok(due[0] && due[1] && due[0] < due[1]);
    const { events } = await world.district.stream(older.id);
    deepEqual([...new Set(events.map(({ ruleSetId }) => ruleSetId))], ['cq-jlp-2023']);
    equal((await world.district.stream(newer.id)).events.at(-1)?.ruleSetId, 'cn-2021-57');
    // 评审会 is a reason of the annex alone.
    equal(await newer.refused('head', meeting), 'case.extensionReason');
    await older.act('head', meeting);
    await older.together();
    await newer.together();
    await station.restart({});
    return { runs: [older, newer], outcome: 'each under its own: cq-jlp-2023, cn-2021-57' };
  },
};

const clockAhead: Story = {
  name: 'odd.stationClockADayAhead',
  async play(world) {
    const run = await takeIn(world, { kind: 'dibao' });
    await run.together();
    const station = await world.station('window');
    station.offsetMs = dayMs;
    await accept(run);
    const rows = await until('the district has refused it', async () => {
      const { items } = await station.must('clerk', 'outbox.list', {});
      const refused = items.filter(({ failure }) => failure === 'sync.clockAhead');
      return refused.length > 0 ? refused : null;
    });
    equal(rows[0]?.state, 'attention');
    await run.until('the step is taken back', ({ step }) => step === 'SUBMITTED');
    const { sync } = await station.must('clerk', 'system.status', {});
    ok((sync.clockAheadMinutes ?? 0) > 1430, 'the clerk is told by how much');
    station.offsetMs = 0;
    world.nextDay();
    await accept(run);
    await run.together();
    equal(await run.step('district'), 'ACCEPTED');
    return { runs: [run], outcome: 'sync.clockAhead, taken back, told; ACCEPTED with the right time' };
  },
};

const clockBehind: Story = {
  name: 'odd.stationClockADayBehind',
  async play(world) {
    const run = await takeIn(world, { kind: 'dibao' });
    world.nextDay(2);
    await accept(run);
    await run.together();
    const station = await world.station('window');
    station.offsetMs = -dayMs;
    await run.act('clerk', { type: 'startSurvey' });
    await run.together();
    station.offsetMs = 0;
    const { step, history } = await run.state('district');
    equal(step, 'SURVEY');
    equal(history.at(-1)?.[1], world.today(), 'no step is dated before the one it follows');
    ok(world.district.flagged.includes('clockSetBack'), 'the district has noted it');
    return { runs: [run], outcome: `${step}, flagged clockSetBack` };
  },
};

const twoClerks: Story = {
  name: 'odd.twoClerksOnTwoStations',
  async play(world) {
    const run = await takeIn(world, { kind: 'dibao' });
    const office = await world.station('office');
    await office.morning();
    await run.together();
    office.cut();
    await run.act('colleague', ({ state, day }) => ({
      ...{ type: 'issueSupplement', limit: `${day.slice(0, 4)}-12-30`, reason: null },
      items: [{ slot: 'diagnosis', memberId: state.applicantId, note: '虚构：请补交诊断证明' }],
    }));
    await accept(run);
    await run.together();
    office.join();
    await until('the later step waits for a person, with the reason', async () => {
      const { items } = await office.must('colleague', 'outbox.list', {});
      return items.some((item) => item.state === 'attention' && item.failure === 'case.wrongStep') || null;
    });
    await run.together();
    equal(await run.step('office'), 'ACCEPTED');
    // What still holds is decided again and taken.
    await run.act('clerk', { type: 'startSurvey' });
    await run.together();
    office.cut();
    await run.act('colleague', visitHome);
    await check(run);
    office.join();
    await run.until(
      'both are on record',
      ({ surveys, checks }) => surveys.length === 1 && checks.length === 1,
    );
    await run.together();
    return { runs: [run], outcome: 'the later step: case.wrongStep in the outbox; the survey: taken' };
  },
};

const year2027 = { paper: ['https://example.org/2027'], off: ['2027-01-01'], work: [] };

/** The district's server goes by the new year from now on. */
async function publishYear(world: WalkWorld): Promise<void> {
  const calendar = { ...shippedCalendar, 2027: year2027 };
  await world.district.restart({ calendar });
  world.calendars.push({ from: world.clock.now(), calendar });
}

const calendarMissing: Story = {
  name: 'odd.calendarOfNextYearMissing',
  async play(world) {
    world.clock.moveTo('2026-12-14');
    const run = await takeIn(world, { kind: 'dibao' });
    world.nextDay();
    await accept(run);
    world.nextDay();
    await run.act('clerk', { type: 'startSurvey' });
    await check(run);
    await run.act('villager', visitHome);
    world.clock.moveTo('2026-12-25');
    await run.act('reviewer', propose);
    world.clock.moveTo('2026-12-28');
    await run.act('villager', post);
    equal((await run.view('reviewer')).noticeEnds, 'calendar.unpublished');
    world.clock.moveTo('2027-01-04');
    equal(await run.refused('villager', takeDown), 'calendar.unpublished');
    await run.together();
    const district = await world.station('district');
    district.cut();
    await publishYear(world);
    const file = new TextEncoder().encode(await world.district.get('/v1/calendar'));
    const taken = await district.must('districtReviewer', 'calendar.import', {}, file);
    deepEqual(taken.added, [2027]);
    district.join();
    world.clock.moveTo('2027-01-04', '12:00');
    const window = await world.station('window');
    await until('the calendar has come by itself', async () => '2027' in window.calendar || null);
    equal((await run.view('reviewer')).noticeEnds, '2027-01-04');
    await run.act('villager', takeDown);
    await run.act('reviewer', report);
    await confirmNextDay(run);
    return { runs: [run], outcome: await run.step('district') };
  },
};

export const clockStories: Story[] = [ruleSetChanges, clockAhead, clockBehind, twoClerks];
/** Last: it is played in the winter for which no calendar was shipped. */
export const lastStories: Story[] = [calendarMissing];
