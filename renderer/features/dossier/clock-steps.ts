import type { Dossier, DueDate } from '../../../contract/views.ts';
import type { Step } from '../../../domain/process/steps.ts';
import { formatChinese, shanghaiDate, type IsoDate } from '../../../domain/values/iso-date.ts';
import type { ClockStep } from '../../ui/CaseClock.tsx';
import { comesAfter, inProgress, recorded, waitsFor, wayLabels, type WayName } from './way-names.ts';

type Told = Pick<Dossier, 'summary' | 'supplements' | 'events' | 'due'>;

/**
 * The way of a case as the clock shows it: everything done with its day, in the order it happened, where it is, and what
 * comes. `notice`: whether this kind is posted publicly.
 */
export function clockSteps(dossier: Told, notice = true): ClockStep[] {
  const done = passed(dossier);
  const step = dossier.summary.step as Step;
  const working = inProgress[step];
  const waiting = step === 'PRELIMINARY' && !notice ? 'reported' : waitsFor[step];
  const name = working ?? waiting;
  // Help given once is registered and done: no visit follows.
  if (!name || (step === 'REGISTERED' && dossier.summary.due === null)) return done;
  const last = done.at(-1);
  const begun = working && last?.name === working ? last.on : null;
  const before = begun === null ? done : done.slice(0, -1);
  const here = current(name, begun, dossier, step);
  const next = comesAfter(name).filter((one) => notice || one !== 'notice');
  return [...before, here, ...next.map((one) => ahead(one, dossier.due))];
}

/** What is on record, oldest first; a second round says so. */
function passed(dossier: Told): ClockStep[] {
  const submittedOn = dayOf(dossier, 'application.submitted') ?? dossier.summary.submittedOn;
  const steps: ClockStep[] = [done('submitted', submittedOn)];
  let notices = 0;
  for (const { type, at } of dossier.events) {
    const on = shanghaiDate(at);
    if (type === 'supplement.issued') {
      const limit = dossier.supplements[notices]?.limit ?? null;
      notices += 1;
      steps.push({ ...done('supplement', on), due: limit });
    } else if (type === 'supplement.provided') {
      // In time but recorded as given up meanwhile: the papers undo it.
      if (steps.at(-1)?.name === 'ended') steps.pop();
      const open = steps.findLast(({ name }) => name === 'supplement');
      if (open) open.on = on;
    } else {
      const entry = recorded[type];
      if (!entry) continue;
      const again = entry.name !== 'ended' && steps.some(({ name }) => name === entry.name);
      const label = entry.label ?? wayLabels[entry.name];
      steps.push({ ...done(entry.name, on), label: again ? `再次${label}` : label });
    }
  }
  return steps;
}

const done = (name: WayName, on: IsoDate | null): ClockStep => ({
  ...{ name, label: wayLabels[name], state: 'done', on, due: null },
});

function current(name: WayName, begun: IsoDate | null, dossier: Told, step: Step): ClockStep {
  const { supplements, summary, due } = dossier;
  const here: ClockStep = { ...done(name, null), state: 'current', due: dueNow(step, due, summary.due) };
  if (step === 'SUPPLEMENT') return { ...here, due: supplements.at(-1)?.limit ?? null };
  if (begun === null) return here;
  return { ...here, words: begunWords(name, begun, here.due) };
}

function begunWords(name: WayName, begun: IsoDate, due: DueDate): string {
  const day = formatChinese(begun);
  if (name !== 'notice') return `${day}起`;
  if (due === null) return `${day}贴出`;
  return due === 'calendar.unpublished' ? `${day}贴出，期满日待公布` : `${day}贴出，到 ${formatChinese(due)}`;
}

/** Which period presses in a step; `next`: the one that the list of cases shows. */
const pressing: Partial<Record<Step, keyof Told['due'] | 'next'>> = {
  SUBMITTED: 'accept',
  ACCEPTED: 'survey',
  SURVEY: 'review',
  NOT_ELIGIBLE: 'review',
  RECHECK: 'review',
  PRELIMINARY: 'wholeCase',
  OBJECTION: 'wholeCase',
  RESURVEY: 'wholeCase',
  NOTICE: 'noticeEnds',
  REPORTED: 'district',
  CONFIRMED: 'next',
  REGISTERED: 'next',
};

/** By when the case has to go on from here. */
function dueNow(step: Step, due: Told['due'], next: DueDate): DueDate {
  const period = pressing[step];
  if (!period) return null;
  return period === 'next' ? next : due[period];
}

function ahead(name: WayName, due: Told['due']): ClockStep {
  const day = name === 'preliminary' ? due.review : name === 'confirmation' ? due.wholeCase : null;
  return { ...done(name, null), state: 'ahead', due: day };
}

function dayOf({ events }: Told, type: string): IsoDate | null {
  const event = events.find((candidate) => candidate.type === type);
  return event ? shanghaiDate(event.at) : null;
}
