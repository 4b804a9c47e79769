import { randomUUID } from 'node:crypto';
import { periodEnd } from '../../../domain/calendar/work-calendar.ts';
import type { Objection } from '../../../domain/case/process-data.ts';
import { surveyLacks } from '../../../domain/case/survey-lacks.ts';
import type { Source } from '../../../domain/matching/sources.ts';
import type { IsoDate } from '../../../domain/values/iso-date.ts';
import { proposalFor } from '../../../domain/testing/process-samples.ts';
import { addMonths } from '../../../domain/visits/visit-rules.ts';
import type { CaseRun, Said } from './case-run.ts';
import { homeVisit, selfCare } from './survey-forms.ts';

const places = ['村务公开栏'];
const sources: Source[] = ['civilAffairs', 'housing', 'humanResources'];

export const accept = (run: CaseRun): Promise<void> => run.act('reviewer', { type: 'accept' });
export const propose: Said = ({ state, day }) => ({ type: 'propose', proposal: proposalFor(state, day) });
export const post: Said = async ({ photo }) => ({ type: 'postNotice', places, photos: [await photo()] });
export const takeDown: Said = async ({ photo }) => ({ type: 'takeDownNotice', photos: [await photo()] });
export const report: Said = { type: 'report', note: '' };
export const publish: Said = async ({ photo }) => ({ type: 'publish', places, photos: [await photo()] });
export const visitHome: Said = async (hand) => ({ type: 'recordSurvey', record: await homeVisit(hand) });
export const assessSelfCare: Said = async (hand) => ({ type: 'recordSurvey', record: await selfCare(hand) });
export const confirm: Said = ({ state }) => {
  const proposal = state.proposals.at(-1)?.proposal;
  if (!proposal) throw new Error('nothing is proposed');
  return { type: 'confirm', amountFen: proposal.amountFen, method: proposal.method, note: '' };
};
export const object = (receivedAt: string, text = '虚构：他家还有一套房'): Objection => ({
  ...{ objectionId: randomUUID(), by: '周围群众', contact: '', text, receivedAt },
});

/** Departments are asked, and all have answered. */
export async function check(run: CaseRun, asked = sources): Promise<void> {
  const requestId = randomUUID();
  await run.act('clerk', { type: 'requestCheck', requestId, sources: asked, purpose: 'application' });
  await run.until('every department has answered', (state) => surveyLacks(state, ['check']).length === 0);
}

/** Accepted, started, asked and visited, each on its day. */
export async function survey(run: CaseRun): Promise<void> {
  const { world } = run;
  world.nextDay();
  await accept(run);
  world.nextDay();
  await run.act('clerk', { type: 'startSurvey' });
  await find(run);
}

/** What a survey has to find out, on the next day. */
export async function find(run: CaseRun): Promise<void> {
  if (run.kind !== 'linshi') await check(run);
  run.world.nextDay();
  await run.act('villager', visitHome);
  if (run.kind === 'tekun') await run.act('clerk', assessSelfCare);
}

/** The last day of a notice that was posted today. */
export function lastDay(run: CaseRun, posted: IsoDate = run.world.today()): IsoDate {
  const ends = periodEnd(run.world.calendar, posted, 7);
  if (!ends.ok) throw new Error(ends.failure.code);
  return ends.value;
}

/** Proposed, and where the kind has a notice, posted. */
export async function proposeAndPost(run: CaseRun): Promise<void> {
  run.world.nextDay();
  await run.act('reviewer', propose);
  if (run.kind !== 'linshi') await run.act('villager', post);
}

/** The notice hangs to its end, is taken down and reported on its last day. */
export async function reportInTime(run: CaseRun): Promise<void> {
  if (run.kind !== 'linshi') {
    run.world.clock.moveTo(lastDay(run), '17:30');
    await run.act('villager', takeDown);
  }
  await run.act('reviewer', report);
}

export async function confirmNextDay(run: CaseRun): Promise<void> {
  run.world.nextDay();
  await run.act('districtReviewer', confirm);
}

/** Published by the village, registered by the district. */
export async function publishAndRegister(run: CaseRun): Promise<void> {
  run.world.nextDay();
  await run.act('villager', publish);
  run.world.nextDay();
  await run.act('districtReviewer', ({ state }) => {
    const payFrom = addMonths(`${(state.grant?.decidedOn ?? '').slice(0, 7)}-01`, 1);
    return { type: 'register', payFrom, residence: 'home' };
  });
}

/** From the desk of the town to the register, with nothing in the way. */
export async function toTheEnd(run: CaseRun): Promise<void> {
  await survey(run);
  await proposeAndPost(run);
  await reportInTime(run);
  await confirmNextDay(run);
  await publishAndRegister(run);
}
