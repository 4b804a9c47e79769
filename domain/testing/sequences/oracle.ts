import { isWorkingDay } from '../../calendar/work-calendar.ts';
import { shippedCalendar } from '../../calendar/shipped-calendar.ts';
import type { CaseCommand } from '../../case/case-commands.ts';
import type { CaseEvent, CaseEventType, EventOf } from '../../case/case-events.ts';
import type { CaseState } from '../../case/case-state.ts';
import { caseClock } from '../../clocks/case-clock.ts';
import type { Actor } from '../../log/event-envelope.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import { addDays, type IsoDate } from '../../values/iso-date.ts';

/** One thing on record, with who really did it. */
export interface Fact {
  event: CaseEvent;
  actor: Actor;
}

/** What was decided: the case before and after, who asked on which day by the station's clock. */
export interface Decided {
  before: CaseState;
  after: CaseState;
  command: CaseCommand;
  actor: Actor;
  today: IsoDate;
  /** Everything on record before. */
  facts: readonly Fact[];
  events: readonly CaseEvent[];
}

type Rule = (decided: Decided) => boolean;
const reviewing: readonly string[] = [
  'accept',
  'propose',
  'concludeNotEligible',
  'confirm',
  'refuse',
  'grantFirst',
];
const closed: readonly string[] = ['ABANDONED', 'REFUSED', 'ENDED', 'WITHDRAWN', 'TERMINATED'];
/** Written down here a second time, so that nobody opens a door in the data unseen. */
const heldUp: readonly string[] = [
  'accept',
  'issueSupplement',
  'terminate',
  'startSurvey',
  'requestCheck',
  'concludeNotEligible',
  'propose',
  'startResurvey',
  'holdMeeting',
  'replyObjection',
  'report',
  'returnToTown',
  'confirm',
  'refuse',
  'register',
  'grantFirst',
  'keepUnchanged',
  'adjust',
  'endAssistance',
];
const office = ({ role }: Actor): string =>
  role.startsWith('district') ? 'district' : role === 'village' || role === 'grid' ? 'village' : 'town';

/** What the law asks of every single decision; each true when it holds. */
export const rules: Readonly<Record<string, Rule>> = {
  'an expired role never acts': ({ actor, today }) => actor.until === undefined || today <= actor.until,
  'nobody acts outside of their area': ({ actor, before }) => before.villageCode.startsWith(actor.areaCode),
  'whoever entered it does not review it': ({ actor, before, command }) =>
    !reviewing.includes(command.type) || actor.accountId !== before.enteredBy,
  'what a colleague has is not worked on': ({ actor, before, command }) =>
    !heldUp.includes(command.type) ||
    before.claim === null ||
    before.claim.by === actor.accountId ||
    before.claim.level !== office(actor),
  'a claim passes on only by its holder or with a reason': ({ before, after, actor, command }) =>
    before.claim === null ||
    before.claim.by === actor.accountId ||
    before.claim.by === after.claim?.by ||
    command.type === 'takeOver' ||
    (before.step === 'REPORTED') !== (after.step === 'REPORTED'),
  'no event is dated before the one before': ({ facts, events }) => {
    const last = facts.findLast(({ event }) => dayOf(event) !== null);
    const days = [...(last ? [last.event] : []), ...events].map(dayOf).filter((day) => day !== null);
    return days.every((day, i) => day >= (days[i - 1] ?? ''));
  },
  'what is closed stays closed, but for a supplement in time': ({ before, after, command }) =>
    !closed.includes(before.step) ||
    before.step === after.step ||
    (before.step === 'ABANDONED' && command.type === 'provideSupplement'),
  'a machine moves nothing but 自动放弃': ({ actor, before, after }) =>
    (actor.role !== 'system' && actor.role !== 'portal') ||
    before.step === after.step ||
    (before.step === 'SUPPLEMENT' && after.step === 'ABANDONED'),
  'what came from home is decided about only when it was picked up': ({ facts, command }) =>
    !['accept', 'issueSupplement', 'grantFirst'].includes(command.type) ||
    has(facts, 'application.pickedUp') ||
    facts.every(({ event }) => event.type !== 'case.opened' || event.data.appliedVia !== 'portal'),
  'what came back is looked into before it is proposed again': ({ before, facts, command }) =>
    command.type !== 'propose' || before.step !== 'RESURVEY' || foundAnything(facts, sinceItCameBack(facts)),
  'who objected hears what was found': ({ facts, command }) =>
    command.type !== 'replyObjection' || foundAnything(facts, sinceItCameBack(facts)),
  'nothing is posted or reported with an objection unanswered': ({ before, facts, command }) =>
    before.kind === 'linshi' ||
    (command.type !== 'postNotice' && command.type !== 'report') ||
    objectorsAnswered(facts.map(({ event }) => event)),
  'only what is disputed is voted about': ({ facts, command }) =>
    command.type !== 'holdMeeting' || has(facts, 'objection.registered'),
  "the district sees near relatives' homes itself": ({ before, facts, command }) =>
    (command.type !== 'confirm' && command.type !== 'refuse') ||
    before.application?.kinship.declared !== true ||
    facts.some(({ event }) => event.type === 'survey.recorded' && event.data.district),
  'published is only what was decided': ({ after, before, facts }) =>
    after.step !== 'PUBLISHED' ||
    before.step === 'PUBLISHED' ||
    has(facts, 'case.confirmed') ||
    (has(facts, 'grant.madeFirst') && has(facts, 'grant.explained')),
  'registered is only what was published': ({ after, facts }) =>
    after.step !== 'REGISTERED' || has(facts, 'case.published'),
  'nothing is reduced or ended unheard': ({ before, facts, command }) => {
    if (command.type !== 'adjust' && command.type !== 'endAssistance') return true;
    const since = facts.slice(facts.findLastIndex(({ event }) => event.type === 'household.changed'));
    const alone = before.application?.members.length === 1;
    const died = since.some(
      ({ event }) => event.type === 'household.changed' && event.data.change.what === 'deceased',
    );
    return has(since, 'hearing.recorded') || (command.type === 'endAssistance' && alone && died);
  },
  'confirmed is only what went every step': (decided) =>
    decided.after.step !== 'CONFIRMED' || decided.before.step === 'CONFIRMED' || wentEveryStep(decided),
};

/** Where the record stood when the first objection, a return or a change last sent the case back. */
function sinceItCameBack(facts: readonly Fact[]): number {
  let step = '';
  let at = 0;
  for (const [i, { event }] of facts.entries()) {
    if (!('step' in event.data)) continue;
    const back = event.data.step === 'OBJECTION' || event.data.step === 'RESURVEY';
    const moved = event.data.step !== step;
    if (back && moved && event.type !== 'resurvey.started') at = i;
    ({ step } = event.data);
  }
  return at;
}

/** A survey, an answered letter or a meeting from there on; a letter sent out is nothing found. */
const foundAnything = (facts: readonly Fact[], from: number): boolean =>
  facts
    .slice(from)
    .some(
      ({ event }) =>
        event.type === 'meeting.held' ||
        event.type === 'letter.replied' ||
        (event.type === 'survey.recorded' && event.data.record.method !== 'letter'),
    );

const has = (facts: readonly Fact[], type: CaseEventType): boolean =>
  facts.some(({ event }) => event.type === type);

function dayOf({ data }: CaseEvent): IsoDate | null {
  if ('on' in data) return data.on;
  if ('submittedOn' in data) return data.submittedOn;
  if ('issuedOn' in data) return data.issuedOn;
  if ('acceptedOn' in data) return data.acceptedOn;
  if ('withdrawnOn' in data) return data.withdrawnOn;
  return 'abandonedOn' in data ? data.abandonedOn : null;
}

/** 不得直接确认: read off the record alone, without the engine's own state. */
function wentEveryStep({ before, facts, today, command }: Decided): boolean {
  const events = facts.map(({ event }) => event);
  const last = (type: CaseEventType): number => events.findLastIndex((event) => event.type === type);
  const notice = before.kind !== 'linshi';
  const proposed = last('review.proposed');
  const order = [
    events.findIndex(({ type }) => type === 'application.accepted'),
    events.findIndex(({ type }) => type === 'survey.started'),
    proposed,
    ...(notice ? [last('notice.posted'), last('notice.takenDown')] : []),
    last('case.reported'),
  ];
  const inOrder = order.every((at, i) => at >= 0 && at > (order[i - 1] ?? -1));
  const undone = events.slice(proposed).some(sendsBack);
  const surveys = events
    .slice(0, proposed)
    .filter((e): e is EventOf<'survey.recorded'> => e.type === 'survey.recorded');
  const proposal = events[proposed];
  const money =
    command.type === 'confirm' && proposal?.type === 'review.proposed' && proposal.data.proposal.eligible
      ? proposal.data.proposal.amountFen === command.amountFen
      : false;
  const accepted = before.history.find(([kind]) => kind === 'accepted')?.[1] ?? '9999';
  const visited = surveys.some(({ data }) => data.record.method === 'home' && data.record.on >= accepted);
  const relatives = before.application?.kinship.declared === true;
  return (
    inOrder &&
    !undone &&
    money &&
    visited &&
    (!notice || (checked(events, before) && hung(events, today) && objectorsAnswered(events))) &&
    (!relatives || events.some((e) => e.type === 'survey.recorded' && e.data.district)) &&
    duplicatesSettled(events)
  );
}

/** Objections, returns and changes that ask for a new survey after the last proposal. */
const sendsBack = ({ type, data }: CaseEvent): boolean =>
  type === 'objection.registered' ||
  type === 'case.returned' ||
  (type === 'household.amended' && 'step' in data && data.step === 'RESURVEY');

/** Every department that was asked about a member has answered about that member; everybody was asked about. */
function checked(events: readonly CaseEvent[], { application }: CaseState): boolean {
  const asked = events.flatMap((e) => (e.type === 'check.requested' ? [e.data.request] : []));
  const answers = events.flatMap((e) => (e.type === 'check.answered' ? [e.data.answer] : []));
  return (application?.members ?? []).every(({ id }) => {
    const about = asked.filter(({ authorizations }) =>
      authorizations.some(({ personId }) => personId === id),
    );
    const sources = about.flatMap((request) => request.sources);
    return (
      sources.length > 0 &&
      sources.every((source) => answers.some((a) => a.personId === id && a.source === source))
    );
  });
}

/** The last notice hung for seven days and to a working day; its last day is over. */
function hung(events: readonly CaseEvent[], today: IsoDate): boolean {
  const posted = events.findLast((e) => e.type === 'notice.posted')?.data.on;
  const down = events.findLast((e) => e.type === 'notice.takenDown')?.data.on;
  if (posted === undefined || down === undefined) return false;
  let end = addDays(posted, 7);
  for (let tries = 0; tries < 20; tries += 1) {
    const working = isWorkingDay(shippedCalendar, end);
    if (working.ok && working.value) break;
    end = addDays(end, 1);
  }
  return down >= end && today > end;
}

const objectorsAnswered = (events: readonly CaseEvent[]): boolean =>
  events
    .flatMap((e) => (e.type === 'objection.registered' ? [e.data.objection.objectionId] : []))
    .every((id) => events.some((e) => e.type === 'objection.replied' && e.data.reply.objectionId === id));

const duplicatesSettled = (events: readonly CaseEvent[]): boolean =>
  events
    .flatMap((e) => (e.type === 'duplicate.noted' ? [e.data.duplicate] : []))
    .every(({ personId, otherCaseId }) =>
      events.some(
        (e) =>
          e.type === 'duplicate.resolved' &&
          e.data.personId === personId &&
          e.data.otherCaseId === otherCaseId,
      ),
    );

/** The clocks read every history the engine makes and stand where the case stands; null when they do. */
export function clockProblem(state: CaseState, ruleSet: RuleSet): string | null {
  const clock = caseClock(shippedCalendar, ruleSet, state.history, undefined, state.kind);
  if (!clock.ok) return `${clock.failure.code} ${JSON.stringify(state.history)}`;
  // After registration the procedure, and with it its clocks, is over.
  const expected = state.step === 'REASSESSMENT' || state.step === 'ENDED' ? 'REGISTERED' : state.step;
  return clock.value.state === expected ? null : `clock ${clock.value.state}, case ${state.step}`;
}
