import { deepEqual, equal, notEqual } from 'node:assert/strict';
import { authorizationFor, wholeText } from '../../../../domain/application/authorization-text.ts';
import { checkPerson } from '../../../../domain/application/check-person.ts';
import type { Signature } from '../../../../domain/application/evidence.ts';
import { DraftSections } from '../../../../domain/application/forms.ts';
import { strokes } from '../../../../station/testing/demo-household.ts';
import type { CaseRun, Hand, Said } from '../case-run.ts';
import { spouseId, spouseOf, takeIn, withAgent, withSpouse } from '../intake.ts';
import { staff } from '../staff.ts';
import { accept, check, confirmNextDay, proposeAndPost, publishAndRegister } from '../steps.ts';
import { propose, reportInTime, survey, visitHome } from '../steps.ts';
import type { Story } from '../story.ts';

const dead: Said = { type: 'terminate', because: 'deceased', reason: '虚构：本人去世' };

const dossierDue = async (run: CaseRun): Promise<string | null> => {
  const station = await run.world.station('window');
  const asked = { caseId: run.id, purpose: 'handling' as const };
  return (await station.must('reviewer', 'case.dossier', asked)).dossier.due.wholeCase;
};

const diesAlone: Story = {
  name: 'odd.applicantDiesAlone',
  async play(world) {
    const run = await takeIn(world, { kind: 'tekun' });
    await survey(run);
    await run.act('reviewer', dead);
    await run.together();
    const { step, ending } = await run.state('district');
    deepEqual([step, ending?.because], ['TERMINATED', 'deceased']);
    equal(await run.refused('reviewer', propose), 'case.wrongStep');
    return { runs: [run], outcome: step };
  },
};

const diesWithHousehold: Story = {
  name: 'odd.applicantDiesHouseholdGoesOn',
  async play(world) {
    const run = await takeIn(world, { kind: 'dibao', change: withSpouse });
    await survey(run);
    await run.act('reviewer', propose);
    equal(await run.refused('reviewer', dead), 'amend.othersRemain');
    const due = await dossierDue(run);
    const amendment = {
      change: 'applicantReplaced',
      applicantId: spouseId,
      because: 'deceased',
      note: '',
    } as const;
    await run.act('clerk', { type: 'amend', amendment });
    const { step, applicantId, application } = await run.state();
    deepEqual([step, applicantId, application?.members.length], ['SURVEY', spouseId, 2]);
    // The days already used count on.
    equal(await dossierDue(run), due);
    await run.act('villager', visitHome);
    await proposeAndPost(run);
    await reportInTime(run);
    await confirmNextDay(run);
    await publishAndRegister(run);
    await run.together();
    return { runs: [run], outcome: await run.step('district') };
  },
};

const movesVillage: Story = {
  name: 'odd.applicantMovesWithinTown',
  async play(world) {
    const run = await takeIn(world, { kind: 'dibao' });
    await survey(run);
    await proposeAndPost(run);
    const to = (villageCode: string): Said => ({
      ...{ type: 'amend', amendment: { change: 'villageChanged', villageCode, note: '虚构：搬家' } },
    });
    equal(await run.refused('clerk', to(`${staff.otherClerk.areaCode}001`)), 'amend.otherTown');
    await run.act('clerk', to(`${staff.clerk.areaCode}002`));
    await run.together();
    const { step, villageCode } = await run.state('district');
    deepEqual([step, villageCode], ['NOTICE', `${staff.clerk.areaCode}002`]);
    equal(await run.refused('villager', { type: 'takeDownNotice', photos: [] }), 'case.notYourArea');
    return { runs: [run], outcome: `${step}, ${villageCode}` };
  },
};

const movesAway: Story = {
  name: 'odd.applicantMovesAway',
  async play(world) {
    const run = await takeIn(world, { kind: 'dibao' });
    world.nextDay();
    await accept(run);
    await run.act('reviewer', { type: 'terminate', because: 'movedAway', reason: '虚构：迁往外区' });
    await run.together();
    const { step, ending } = await run.state('district');
    deepEqual([step, ending?.because], ['TERMINATED', 'movedAway']);
    return { runs: [run], outcome: step };
  },
};

/** Somebody joins, signed by this person's own hand or by another's. */
const join =
  (order: number, signer: string): Said =>
  async ({ day, at, photo }: Hand) => {
    const form = spouseOf(order);
    const { person } = checkPerson(form, day);
    if (!person) throw new Error('nobody joins');
    const sections = DraftSections.parse({ identity: form });
    const { digest, bytes } = await photo();
    const signature: Signature = {
      ...{ memberId: form.id, signerId: signer, role: 'self', textVersion: 'v1', strokes, at },
      text: wholeText(authorizationFor({ kind: 'dibao', sections }, form, form, staff.clerk.areaName)),
      ...{ imageDigest: digest, imageBytes: bytes },
    };
    return { type: 'amend', amendment: { change: 'memberAdded', member: person, signature } };
  };

const memberJoins: Story = {
  name: 'odd.memberAddedAfterAuthorization',
  async play(world) {
    const run = await takeIn(world, { kind: 'dibao' });
    await survey(run);
    await run.act('reviewer', propose);
    const { applicantId } = await run.state();
    const order = world.newHousehold();
    equal(await run.refused('clerk', join(order, applicantId)), 'submit.signatureMissing');
    await run.act('clerk', join(order, spouseId));
    const { step, application } = await run.state();
    deepEqual([step, application?.members.length], ['SURVEY', 3]);
    // What was asked before does not cover who joined since.
    equal(await run.refused('reviewer', propose), 'survey.incomplete');
    await check(run);
    await proposeAndPost(run);
    await run.together();
    return { runs: [run], outcome: await run.step('district') };
  },
};

const agentWithdraws: Story = {
  name: 'odd.agentWithdraws',
  async play(world) {
    const run = await takeIn(world, { kind: 'dibao', change: withAgent });
    equal((await run.state()).appliedBy, 'agent');
    await survey(run);
    await run.act('reviewer', propose);
    const withdrew: Said = { type: 'amend', amendment: { change: 'agentWithdrew', note: '' } };
    await run.act('clerk', withdrew);
    equal(await run.refused('clerk', withdrew), 'amend.noAgent');
    await run.together();
    const { step, application, applicantId } = await run.state('district');
    deepEqual([step, application?.agent.has], ['PRELIMINARY', false]);
    notEqual(applicantId, '');
    return { runs: [run], outcome: step };
  },
};

export const householdStories: Story[] = [
  ...[diesAlone, diesWithHousehold, movesVillage, movesAway, memberJoins, agentWithdraws],
];
