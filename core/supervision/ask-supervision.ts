import type { z } from 'zod';
import type { supervisionCommands } from '../../contract/commands/supervision.ts';
import { withinArea } from '../../domain/log/decision.ts';
import { Step } from '../../domain/process/steps.ts';
import type { TownPickUps } from '../../domain/pick-ups/pick-up-report.ts';
import type { CaseFacts } from '../../domain/supervision/case-figures.ts';
import { supervise, type Area } from '../../domain/supervision/supervise.ts';
import { nowIso, storeOf, today, type CoreContext } from '../context.ts';
import { refuse, type Refused } from '../handler.ts';
import type { CaseTimeline } from '../ports/store.ts';
import type { Place, Ports } from '../ports/ports.ts';
import { actorOf } from '../session/actor.ts';
import type { Session } from '../session/sessions.ts';
import { within } from '../within.ts';

const pickUpsWaitMs = 3_000;

type Input = z.infer<(typeof supervisionCommands)['supervision.report']['input']>;
type Output = z.infer<(typeof supervisionCommands)['supervision.report']['output']>;

/** The report of one's own area or a part of it. */
export async function askSupervision(
  core: CoreContext,
  session: Session,
  { areaCode, from, to, kind }: Input,
): Promise<{ ok: true; output: Output } | Refused<'case.notYourArea'>> {
  const own: Area = { code: session.account.areaCode, name: session.account.areaName };
  const path = pathTo(areaCode ?? own.code, own, core.ports.places);
  const area = path?.at(-1);
  if (!path || !area || !withinArea(actorOf(session), area.code)) return refuse('case.notYourArea', {});
  const timelines = await storeOf(core).read.caseTimelines(area.code);
  const pickUps = await pickUpsOf(core, session, from, to);
  const report = supervise({
    ...{ area, from, to, pickUps },
    parts: partsOf(area, core.ports.places),
    cases: timelines.filter((row) => !kind || row.kind === kind).map((row) => factsOf(row, core.ports)),
    calendar: core.ports.calendar,
    today: today(core.ports),
    // No numbers of a quarter's certifications are kept yet.
    certification: null,
  });
  return { ok: true, output: { report, path, pickUpsKnown: pickUps !== null } };
}

/** From one's own area down; null for a place that is none. */
function pathTo(code: string, own: Area, places: readonly Place[]): Area[] | null {
  const town = places.find((place) => place.code === code.slice(0, 9));
  const village = town?.villages.find((each) => each.code === code);
  const down = [own, town, village].filter((each) => each !== undefined);
  const path = down
    .filter((each, index) => down.findIndex((other) => other.code === each.code) === index)
    .filter((each) => each.code.length >= own.code.length)
    .map(({ code: each, name }) => ({ code: each, name }));
  return path.at(-1)?.code === code ? path : null;
}

function partsOf({ code }: Area, places: readonly Place[]): readonly Area[] {
  if (code.length === 6) return places.filter((place) => place.code.startsWith(code));
  return places.find((place) => place.code === code)?.villages ?? [];
}

/** Rules of the case where the row names them, else those in force; a step nobody knows is a fault of the program. */
function factsOf(
  row: CaseTimeline & { ruleSetId?: string },
  { ruleSets, currentRuleSetId }: Ports,
): CaseFacts {
  const rules = ruleSets.get(row.ruleSetId ?? currentRuleSetId) ?? ruleSets.get(currentRuleSetId);
  if (!rules) throw new Error(`no rule set ${currentRuleSetId}`);
  return { ...row, step: Step.parse(row.step), rules };
}

/** Only the district knows who looked when; null when it is not reached, the rest of the report does not wait. */
async function pickUpsOf(
  core: CoreContext,
  session: Session,
  from: string,
  to: string,
): Promise<TownPickUps[] | null> {
  const row = await storeOf(core).read.accountById(session.account.id);
  if (!row?.token || !row.tokenExpires || row.tokenExpires <= nowIso(core.ports)) return null;
  const answer = await within(core.ports.district.pickUpReport(row.token, from, to), pickUpsWaitMs, null);
  return answer?.ok ? answer.value.towns : null;
}
