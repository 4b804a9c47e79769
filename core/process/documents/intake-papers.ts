import { Slot, slotInfo } from '../../../domain/materials/slots.ts';
import { membersOf, type CaseState } from '../../../domain/case/case-state.ts';
import type { SupplementItem } from '../../../domain/case/case-events.ts';
import type { TerminationReason } from '../../../domain/case/process-data.ts';
import { dueDates } from '../../cases/case-due.ts';
import type { DueDate } from '../../../contract/views.ts';
import { articlesOf, caseLetter, dayOf, eventData, type DataOf, type StepPaper } from './paper.ts';
import { issuedFor, quotedBy } from './issued-numbers.ts';

/** Papers from acceptance to an early end. */
export function acceptanceNotice(paper: StepPaper): DataOf<'acceptanceNotice'> {
  const { survey, wholeCase } = dueDates(paper.then, paper.ruleSetId, paper.ports);
  return {
    kind: 'acceptanceNotice',
    ...caseLetter(paper),
    submittedOn: dayOf(paper.then, 'submitted'),
    acceptedOn: eventData(paper, 'application.accepted').acceptedOn,
    surveyBy: published(survey),
    decideBy: published(wholeCase),
  };
}

export function supplementNotice(paper: StepPaper): DataOf<'supplementNotice'> {
  const { items, limit } = eventData(paper, 'supplement.issued');
  return {
    kind: 'supplementNotice',
    ...caseLetter(paper),
    submittedOn: dayOf(paper.then, 'submitted'),
    items: items.map((item) => ({ title: titleOf(item, paper.then), why: item.note })),
    dueOn: limit,
  };
}

export function abandonNotice(paper: StepPaper): DataOf<'abandonNotice'> {
  const { then, now, step } = paper;
  const notice = then.supplements.at(-1);
  const quoted = quotedBy('abandonNotice', step);
  const number = quoted && issuedFor(now, quoted)?.issued.number;
  if (!notice || !number) throw new Error('abandoned without a numbered supplement notice');
  return {
    kind: 'abandonNotice',
    ...caseLetter(paper),
    submittedOn: dayOf(then, 'submitted'),
    supplementNumber: number,
    supplementIssuedOn: notice.issuedOn,
    dueOn: notice.limit,
    missing: notice.items.map((item) => titleOf(item, then)),
  };
}

export function withdrawalNotice(paper: StepPaper): DataOf<'withdrawalNotice'> {
  return {
    kind: 'withdrawalNotice',
    ...caseLetter(paper),
    submittedOn: dayOf(paper.then, 'submitted'),
    withdrawnOn: eventData(paper, 'application.withdrawn').withdrawnOn,
  };
}

const terminated: Record<TerminationReason, string> = {
  noCooperation: '无正当理由不配合调查',
  deceased: '申请人死亡',
  movedAway: '申请人迁出',
  other: '其他原因',
};

export function terminationNotice(paper: StepPaper): DataOf<'terminationNotice'> {
  const { on, because, reason } = eventData(paper, 'case.terminated');
  return {
    kind: 'terminationNotice',
    ...caseLetter(paper),
    submittedOn: dayOf(paper.then, 'submitted'),
    terminatedOn: on,
    reasons: [`${terminated[because]}。${reason}`],
    articles: articlesOf(paper, 'terminate'),
  };
}

export function extensionNotice(paper: StepPaper): DataOf<'extensionNotice'> {
  const { because, reason, by } = eventData(paper, 'case.extended');
  const due = (state: CaseState) => published(dueDates(state, paper.ruleSetId, paper.ports).wholeCase);
  const known = paper.ruleSet.wholeCase.extensionReasons.find(({ code }) => code === because);
  return {
    kind: 'extensionNotice',
    ...caseLetter(paper),
    acceptedOn: dayOf(paper.then, 'accepted'),
    reasonTitle: known?.title ?? because,
    reason,
    oldDueOn: due(paper.step.before),
    newDueOn: due(paper.then),
    approvedBy: paper.names.name(by) || `${paper.office.fullName}负责人`,
  };
}

/** A day nobody can know yet is left out, never guessed. */
export const published = (due: DueDate): string | null => (due === 'calendar.unpublished' ? null : due);

/** 残疾证（张示例） */
function titleOf({ slot, memberId }: SupplementItem, state: CaseState): string {
  const known = Slot.safeParse(slot);
  const title = known.success ? slotInfo[known.data].title : slot;
  const owner = membersOf(state).find(({ id }) => id === memberId);
  return owner ? `${title}（${owner.name}）` : title;
}
