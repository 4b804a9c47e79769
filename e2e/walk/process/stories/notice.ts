import { deepEqual, equal } from 'node:assert/strict';
import type { ObjectionReply } from '../../../../domain/case/process-data.ts';
import { addDays } from '../../../../domain/values/iso-date.ts';
import type { CaseRun, Said } from '../case-run.ts';
import { takeIn } from '../intake.ts';
import { confirm, confirmNextDay, lastDay, object, post, propose, proposeAndPost } from '../steps.ts';
import { report, reportInTime, survey, takeDown, visitHome } from '../steps.ts';
import type { Story } from '../story.ts';

const register: Said = ({ at }) => ({ type: 'registerObjection', objection: object(at) });
const reply = (objectionId: string): Said => ({
  type: 'replyObjection',
  reply: {
    ...{ objectionId, outcome: 'notConfirmed', reply: '虚构：核实没有这套房', told: 'phone' },
  } satisfies ObjectionReply,
});
const objectionIds = async (run: CaseRun): Promise<string[]> =>
  (await run.state()).objections.map(({ objection }) => objection.objectionId);

/** Seen again, proposed again; every objection but the last is answered. */
async function lookAgain(run: CaseRun): Promise<string> {
  run.world.nextDay();
  if ((await run.step()) === 'OBJECTION') await run.act('clerk', { type: 'startResurvey' });
  await run.act('villager', visitHome);
  await run.act('reviewer', propose);
  const ids = await objectionIds(run);
  for (const id of ids.slice(0, -1)) await run.act('reviewer', reply(id));
  return ids.at(-1) ?? '';
}

/** Posted anew for seven more days, and decided. */
async function postAnew(run: CaseRun): Promise<string> {
  await run.act('villager', post);
  await reportInTime(run);
  await confirmNextDay(run);
  await run.together();
  const { step, notices } = await run.state('district');
  deepEqual(
    notices.map(({ renewed }) => renewed),
    [false, true],
  );
  equal(step, 'CONFIRMED');
  return step;
}

const twoObjections: Story = {
  name: 'odd.twoObjectionsAtOnce',
  async play(world) {
    const run = await takeIn(world, { kind: 'dibao' });
    await survey(run);
    await proposeAndPost(run);
    world.nextDay();
    await run.together();
    const district = await world.station('district');
    district.cut();
    await run.act('districtReviewer', register);
    await run.act('villager', register);
    await run.together();
    district.join();
    await run.until('both objections are there', ({ objections }) => objections.length === 2);
    equal(await run.step(), 'OBJECTION');
    const last = await lookAgain(run);
    equal(await run.refused('villager', post), 'objection.unanswered');
    await run.act('reviewer', reply(last));
    return { runs: [run], outcome: await postAnew(run) };
  },
};

const lastMinute: Story = {
  name: 'odd.objectionInTheLastMinute',
  async play(world) {
    const run = await takeIn(world, { kind: 'dibao' });
    await survey(run);
    await proposeAndPost(run);
    const ends = lastDay(run);
    world.clock.moveTo(ends, '17:30');
    await run.act('villager', takeDown);
    await run.act('reviewer', report);
    await run.together();
    equal(await run.refused('districtReviewer', confirm), 'notice.notOver');
    world.clock.moveTo(ends, '23:59:59.000');
    await run.act('villager', register);
    await run.together();
    equal(await run.step('district'), 'OBJECTION');
    world.nextDay();
    equal(await run.refused('districtReviewer', confirm), 'case.wrongStep');
    const late = object(`${addDays(ends, 1)}T00:00:00.000+08:00`);
    const receivedAt = new Date(late.receivedAt).toISOString();
    const tooLate: Said = { type: 'registerObjection', objection: { ...late, receivedAt } };
    equal(await run.refused('villager', tooLate), 'objection.tooLate');
    await run.act('reviewer', reply(await lookAgain(run)));
    return { runs: [run], outcome: await postAnew(run) };
  },
};

const returned: Story = {
  name: 'odd.districtReturnsTheCase',
  async play(world) {
    const run = await takeIn(world, { kind: 'dibao' });
    await survey(run);
    await proposeAndPost(run);
    await reportInTime(run);
    world.nextDay();
    await run.act('districtReviewer', { type: 'returnToTown', reason: '虚构：入户调查看不出住房情况' });
    equal(await run.refused('reviewer', propose), 'survey.nothingNew');
    await run.act('villager', visitHome);
    await run.act('reviewer', propose);
    return { runs: [run], outcome: await postAnew(run) };
  },
};

export const noticeStories: Story[] = [twoObjections, lastMinute, returned];
