import type { GuardName } from './guard-names.ts';
import type { Process } from './process.ts';
import type { Step } from './steps.ts';

/** Guards that the law asks for; a process without them is refused when it is read, not when somebody slips through. */
const required: Readonly<Record<string, readonly GuardName[]>> = {
  accept: ['notEntrant'],
  confirm: ['notEntrant', 'neededOnRecord', 'districtVisited', 'noOpenDuplicate'],
  refuse: ['notEntrant', 'neededOnRecord', 'districtVisited'],
  adjust: ['heard'],
  endAssistance: ['heard'],
  holdMeeting: ['disputed'],
};
const requiredWithNotice: typeof required = {
  confirm: ['noticeElapsed'],
  refuse: ['noticeElapsed'],
  report: ['noticeCompleted', 'objectionsAnswered'],
};

/** Steps that every way to CONFIRMED has to pass (不得直接确认). */
const unavoidable = (process: Process): readonly Step[] => [
  'ACCEPTED',
  'SURVEY',
  'PRELIMINARY',
  ...(process.notice ? (['NOTICE'] as const) : []),
  'REPORTED',
];

/** What is wrong with a process, in words for whoever writes it; empty when nothing is. */
export function processProblems(process: Process): string[] {
  return [
    ...waysAround(process),
    ...guardsMissing(process),
    ...ambiguous(process),
    ...districtDecides(process),
  ];
}

function waysAround(process: Process): string[] {
  return unavoidable(process)
    .filter((step) => reachable(process, step).has('CONFIRMED'))
    .map((step) => `CONFIRMED can be reached without ${step}`);
}

/** Steps that can be reached from SUBMITTED when one step is closed. */
function reachable({ transitions }: Process, closed: Step): ReadonlySet<Step> {
  const seen = new Set<Step>(['SUBMITTED']);
  for (const step of seen) {
    const next = transitions.filter((t) => t.from.includes(step)).flatMap((t) => (t.to ? [t.to] : []));
    for (const to of next) if (to !== closed) seen.add(to);
  }
  return seen;
}

function guardsMissing({ transitions, notice }: Process): string[] {
  const needs = (command: string) => [
    ...(required[command] ?? []),
    ...(notice ? (requiredWithNotice[command] ?? []) : []),
  ];
  return transitions.flatMap(({ command, guards }) =>
    needs(command)
      .filter((guard) => !guards.includes(guard))
      .map((guard) => `${command} needs the guard ${guard}`),
  );
}

/** One command from one step has one meaning. */
function ambiguous({ transitions }: Process): string[] {
  const starts = transitions.flatMap((t) => t.from.map((step) => `${t.command} from ${step}`));
  return starts
    .filter((start, index) => starts.indexOf(start) < index)
    .map((start) => `${start} is given twice`);
}

/** The clock and the machine decide nothing; 自动放弃 is the one thing they record. */
function districtDecides({ transitions }: Process): string[] {
  const automatic = ['abandon', 'remindSupplement', 'recordCheckAnswer', 'noteDuplicate'];
  return transitions
    .filter(
      ({ by, command }) => (by.includes('system') || by.includes('portal')) && !automatic.includes(command),
    )
    .map(({ command }) => `${command} must be done by a person`);
}
