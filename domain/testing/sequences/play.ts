import { applyCaseEvent } from '../../case/apply-event.ts';
import type { CaseCommand } from '../../case/case-commands.ts';
import { caseEventData, type CaseEvent } from '../../case/case-events.ts';
import type { CaseState } from '../../case/case-state.ts';
import { decideCase } from '../../case/decide-case.ts';
import { noticeEnd } from '../../case/guards.ts';
import { findTransition } from '../../case/find-transition.ts';
import type { DecideContext, Decision } from '../../log/decision.ts';
import type { Actor } from '../../log/event-envelope.ts';
import type { Process } from '../../process/process.ts';
import type { Step } from '../../process/steps.ts';
import { addDays, type IsoDate } from '../../values/iso-date.ts';
import { testContext } from '../sample-application.ts';
import { chance, pick, type Choices } from './choices.ts';
import { nextCommand } from './guide.ts';
import { submitOf, type Opening } from './openings.ts';
import { clockProblem, rules, type Fact } from './oracle.ts';
import { payloads, type Setting } from './payloads.ts';
import { anybody, rightful } from './people.ts';

type Name = keyof typeof payloads;

export interface Played {
  /** Commands tried, and those among them that led to events. */
  commands: number;
  accepted: number;
  confirmed: boolean;
  steps: ReadonlySet<string>;
  /** Place in the process data of each transition taken, once for every time. */
  taken: number[];
  /** Rules that did not hold, with what led there. */
  violations: string[];
}

const names = Object.keys(payloads) as Name[];
const joined = (({ application, signatures }) => {
  const member = application.members[1];
  const signature = signatures.find(({ memberId }) => memberId === member?.id);
  if (!member || !signature) throw new Error('no second member');
  return { member, signature };
})(submitOf('dibao', { two: true, relatives: false, agent: false }));

const over: readonly Step[] = ['REFUSED', 'ENDED', 'WITHDRAWN', 'TERMINATED'];

/** Plays one sequence of at most `most` commands on an opened case, every decision held against the rules. */
export function play(opening: Opening, choices: Choices, most: number): Played {
  const { ruleSet, kind } = opening;
  const process = ruleSet.processes[kind];
  if (!process) throw new Error(kind);
  const context = testContext(anybody[0] as Actor);
  let { state } = opening;
  const facts: Fact[] = opening.events.map((event) => ({ event, actor: anybody[0] as Actor }));
  let day: IsoDate = facts.length > 0 ? '2025-02-10' : '';
  const played: Played & { steps: Set<string> } = {
    ...{ commands: 0, accepted: 0, confirmed: false, steps: new Set([state.step]) },
    ...{ taken: [], violations: [] },
  };
  const told: string[] = [];
  let left = most;
  for (let serial = 100; left > 0; serial += 1, left -= 1) {
    // What is over is tried at a few times more, for nothing may leave it.
    if (over.includes(state.step)) left = Math.min(left, 6);
    const setting: Setting = { state, day, choices, process, serial, joining: joined };
    const guided = chance(choices, 75);
    const name = guided ? nextCommand(state, process, choices) : pick(choices, names);
    day = dayFor(name, setting, { ...context, ruleSet });
    const actor = guided ? knowing(state, name, process, choices) : pick(choices, anybody);
    const command = payloads[name]({ ...setting, day });
    const asked = { ...context, actor, today: day, at: `${day}T02:00:00.000Z`, ruleSet };
    const trouble: string[] = [];
    const decided = decideTwice(state, command, asked, trouble);
    played.commands += 1;
    if (decided.ok) {
      const after = decided.value.reduce<CaseState>(applyCaseEvent, state);
      const { length } = trouble;
      const events = decided.value;
      for (const [rule, holds] of Object.entries(rules))
        if (!holds({ before: state, after, command, actor, today: day, facts, events })) trouble.push(rule);
      trouble.push(...events.flatMap(unparsable));
      if (trouble.length > length) told.push('!');
      const transition = process.transitions.findIndex(
        (t) => t === findTransition(process, command.type, state.step),
      );
      played.taken.push(transition);
      played.accepted += 1;
      facts.push(...events.map((event) => ({ event, actor })));
      state = after;
      played.steps.add(state.step);
      if (state.step === 'CONFIRMED') played.confirmed = true;
      told.push(`${day} ${actor.role} ${command.type} → ${state.step}`);
    }
    if (trouble.length > 0)
      played.violations.push(...trouble.map((t) => `${kind}: ${t}\n  ${told.join('\n  ')}`));
  }
  const clock = clockProblem(state, ruleSet);
  if (clock !== null) played.violations.push(`${kind}: ${clock}\n  ${told.join('\n  ')}`);
  return played;
}

/** Decided twice from the same case: the same answer, and the case untouched. */
function decideTwice(
  state: CaseState,
  command: CaseCommand,
  context: DecideContext,
  trouble: string[],
): Decision<CaseEvent> {
  const first = decideCase(state, command, context);
  if (!first.ok) return first;
  const again = decideCase(state, command, context);
  if (JSON.stringify(first) !== JSON.stringify(again)) trouble.push('decided twice, it differs');
  return first;
}

const unparsable = ({ type, data }: CaseEvent): string[] =>
  caseEventData[type].safeParse(data).success ? [] : [`${type} does not parse`];

/** Mostly on, sometimes back as a clock does; what waits for a day is waited for more often than not. */
function dayFor(name: Name, { state, day, choices }: Setting, context: DecideContext): IsoDate {
  const notice = state.notices.at(-1);
  const waits = name === 'takeDownNotice' || name === 'confirm' || name === 'refuse';
  if (waits && notice && chance(choices, 85)) {
    const end = noticeEnd(notice.postedOn, context);
    const after = end.ok ? addDays(end.value, name === 'takeDownNotice' ? 0 : 1) : day;
    return after > day ? after : day;
  }
  const limit = state.supplements.at(-1)?.limit;
  if (name === 'abandon' && limit !== undefined && chance(choices, 85)) {
    const after = addDays(limit, 1);
    return after > day ? after : day;
  }
  return addDays(day, pick(choices, [0, 0, 0, 0, 1, 1, 2, 3, -1, -4]));
}

/** Somebody whose work it is, the holder of the case if there is one. */
function knowing(state: CaseState, name: Name, process: Process, choices: Choices): Actor {
  const by = findTransition(process, name, state.step)?.by ?? [];
  const able = rightful.filter(({ role }) => by.includes(role));
  if (able.length === 0) return pick(choices, rightful);
  const holder = able.find(({ accountId }) => accountId === state.claim?.by);
  return holder && name !== 'takeOver' && chance(choices, 80) ? holder : pick(choices, able);
}
