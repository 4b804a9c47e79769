import type { CaseAction, ProcessView } from '../../contract/views/process.ts';
import { escalatedTo } from '../../domain/clocks/escalation.ts';
import { documentsDue } from '../../domain/case/documents-due.ts';
import { noticeEnd, guards } from '../../domain/case/guards.ts';
import { permitted } from '../../domain/case/decide-case.ts';
import { surveyLacks } from '../../domain/case/survey-lacks.ts';
import type { CaseCommand } from '../../domain/case/case-commands.ts';
import type { CaseState } from '../../domain/case/case-state.ts';
import type { DecideContext } from '../../domain/log/decision.ts';
import type { Process } from '../../domain/process/process.ts';
import { amountsOn } from '../../domain/rules/amounts-list.ts';
import { nowIso, storeOf, today, type CoreContext } from '../context.ts';
import { clockOf, visitDue } from '../cases/case-due.ts';
import { findCase, type SeenCase } from '../cases/find-case.ts';
import { done, refuse, type Handler } from '../handler.ts';
import { actorOf } from '../session/actor.ts';
import { districtTerms } from '../session/district-terms.ts';
import type { Session } from '../session/sessions.ts';
import { Names } from './names.ts';
import { samePersons } from './same-persons.ts';

/** What is on record of the procedure, and what this person may do now or why not. */
export const readProcess: Handler<'case.process'> = async ({ input, session }, core) => {
  const seen = await findCase(storeOf(core).read, input.caseId, session, core.ports);
  if (!seen.ok) return seen;
  const view = await processView(core, session, seen);
  return view ? done({ process: view }) : refuse('case.tampered', { version: seen.folded.brokenAt ?? 1 });
};

/** Null when the case runs under a rule set that this version does not know. */
async function processView(core: CoreContext, session: Session, seen: SeenCase): Promise<ProcessView | null> {
  const { state, events } = seen.folded;
  const { ports } = core;
  const reader = storeOf(core).read;
  const ruleSetId = events[0]?.ruleSetId ?? '';
  const ruleSet = ports.ruleSets.get(ruleSetId);
  const process = ruleSet?.processes[state.kind];
  if (!ruleSet || !process) return null;
  const { amounts, verifiable } = await districtTerms(reader);
  const day = today(ports);
  const context: DecideContext = {
    ...{ actor: actorOf(session), today: day, at: nowIso(ports), ruleSet },
    ...{ calendar: ports.calendar, amounts, verifiable },
  };
  const names = await Names.of(reader, events);
  const dated = <T extends { on: string; by: string }>({ by, ...rest }: T) => ({
    ...rest,
    byName: names.name(by),
  });
  const clock = clockOf(state, ruleSetId, ports, day);
  const last = state.notices.at(-1);
  const ends = last ? noticeEnd(last.postedOn, context) : null;
  return {
    ...{ step: state.step, kind: state.kind, ruleSetId, notice: process.notice, grantType: process.grant },
    surveyNeeds: process.surveyNeeds,
    surveyLacks: surveyLacks(state, process.surveyNeeds),
    extensionReasons: ruleSet.wholeCase.extensionReasons,
    actions: actionsOf(state, context, process),
    claim: state.claim && {
      ...{ accountId: state.claim.by, since: state.claim.since, name: names.name(state.claim.by) },
      mine: state.claim.by === session.account.id,
    },
    colleagues: names.colleagues(session.account),
    warnings: clock?.warnings ?? [],
    escalatedTo: clock && escalatedTo(clock, state.step),
    noticeEnds: ends === null ? null : ends.ok ? ends.value : 'calendar.unpublished',
    checks: state.checks.map(dated),
    surveys: state.surveys.map(dated),
    proposals: state.proposals.map(dated),
    notices: state.notices,
    objections: state.objections.map(({ objection, reply, on, by }) => dated({ objection, reply, on, by })),
    meetings: state.meetings.map(dated),
    extension: state.extension && dated(state.extension),
    duplicates: state.duplicates.map(dated),
    sameHere: await samePersons(reader, seen.row.id, state),
    issued: state.issued.map(dated),
    documentsDue: documentsDue(state, process),
    grant: state.grant,
    residence: state.residence,
    nextVisitDue: visitDue(state, ruleSetId, ports),
    visits: state.visits.map(dated),
    changes: state.changes.map(dated),
    ending: state.ending,
    amounts: amountsOn(amounts, day),
  };
}

/** Every command that this role may give in this step, with the first thing that stands against it. */
function actionsOf(state: CaseState, context: DecideContext, process: Process): CaseAction[] {
  const mine = process.transitions.filter(
    (t) => t.from.includes(state.step) && t.by.includes(context.actor.role),
  );
  return mine.map(({ command, to, guards: names, source }) => {
    const may = permitted(state, command as CaseCommand['type'], context);
    const problem = may.ok
      ? names
          .map((name) => guards[name]({ state, command, context, process }))
          .find((found) => found !== null)
      : may.failure;
    const blocked = problem ? { code: problem.code, data: problem.data ?? {} } : null;
    return { command, to: to ?? null, blocked, source };
  });
}
