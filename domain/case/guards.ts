import { periodEnd } from '../calendar/work-calendar.ts';
import type { DecideContext } from '../log/decision.ts';
import type { GuardName } from '../process/guard-names.ts';
import type { Process } from '../process/process.ts';
import type { NeededStep } from '../rules/rule-set.ts';
import type { IsoDate } from '../values/iso-date.ts';
import { fail, type Failure, type Result } from '../values/result.ts';
import {
  evidenceCount,
  keptElsewhere,
  membersOf,
  openDuplicates,
  relativesDeclared,
  type CaseState,
} from './case-state.ts';
import { surveyLacks } from './survey-lacks.ts';

/** What a guard may look at: the case, who asks when, the process of its kind, and the name of the command. */
export interface Asked {
  state: CaseState;
  command: string;
  context: DecideContext;
  process: Process;
}
type Guard = (asked: Asked) => Failure | null;

/** Every guard by its name in the process data; null lets through. */
export const guards: Readonly<Record<GuardName, Guard>> = {
  notEntrant: ({ state, context }) =>
    context.actor.accountId === state.enteredBy ? fail('case.sameReviewer').failure : null,

  pickedUp: ({ state }) =>
    state.appliedVia === 'portal' && !state.pickedUp ? fail('case.notPickedUp').failure : null,

  surveyDone: ({ state, process }) => {
    const lacks = surveyLacks(state, process.surveyNeeds);
    return lacks.length > 0 ? fail('survey.incomplete', { lacks }).failure : null;
  },

  surveyedAgain: ({ state }) =>
    evidenceCount(state) > state.evidenceBefore ? null : fail('survey.nothingNew').failure,

  objectionsAnswered: ({ state }) => {
    const open = state.objections.filter(({ reply }) => reply === null).length;
    return open > 0 ? fail('objection.unanswered', { open }).failure : null;
  },

  noticeCompleted: ({ state, context }) => {
    const notice = state.notices.at(-1);
    if (!notice) return fail('notice.missing').failure;
    const ends = noticeEnd(notice.postedOn, context);
    if (!ends.ok) return ends.failure;
    if (context.today < ends.value) return fail('notice.notOver', { ends: ends.value }).failure;
    return notice.takenDownOn === null ? fail('notice.stillUp').failure : null;
  },

  noticeElapsed: ({ state, context, process }) => {
    if (!process.notice) return null;
    const notice = state.notices.at(-1);
    if (!notice) return fail('notice.missing').failure;
    const ends = noticeEnd(notice.postedOn, context);
    if (!ends.ok) return ends.failure;
    return context.today <= ends.value ? fail('notice.notOver', { ends: ends.value }).failure : null;
  },

  neededOnRecord: ({ state, context, process }) => {
    const needed = context.ruleSet.neededBeforeConfirmation.filter(
      (step) => process.notice || step !== 'noticePosted',
    );
    const missing = needed.filter((step) => !onRecord(state, step));
    return missing.length > 0 ? fail('case.stepsMissing', { steps: missing }).failure : null;
  },

  districtVisited: ({ state }) =>
    relativesDeclared(state) && !state.surveys.some(({ district }) => district)
      ? fail('survey.districtVisitMissing').failure
      : null,

  noOpenDuplicate: ({ state }) => {
    const count = openDuplicates(state).length;
    if (count > 0) return fail('duplicate.open', { count }).failure;
    return keptElsewhere(state).length > 0 ? fail('duplicate.otherKept').failure : null;
  },

  heard: ({ state, command }) => {
    const current = state.changes.at(-1);
    // With nobody else in the household there is nobody to hear.
    const alone = membersOf(state).length <= 1;
    const nobodyLeft = command === 'endAssistance' && current?.change.what === 'deceased' && alone;
    return nobodyLeft || (current && current.hearings.length > 0) ? null : fail('hearing.missing').failure;
  },

  disputed: ({ state }) => (state.objections.length > 0 ? null : fail('meeting.notDisputed').failure),
};

/** The last day of the notice: a day off moves it on (民法典 §203); `calendar.unpublished` when nobody can know yet. */
export const noticeEnd = (postedOn: IsoDate, { calendar, ruleSet }: DecideContext): Result<IsoDate> =>
  periodEnd(calendar, postedOn, ruleSet.notice.days);

const onRecord = (state: CaseState, step: NeededStep): boolean =>
  state.history.some(([kind]) => kind === step);
