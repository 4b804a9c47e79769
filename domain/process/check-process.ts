import type { Role } from '../log/event-envelope.ts';
import { commandTargets } from './command-targets.ts';
import type { GuardName } from './guard-names.ts';
import type { Process } from './process.ts';
import type { Step } from './steps.ts';
import { moneyDoors, reopened, waysAround } from './ways-around.ts';

/** Guards that the law asks for; a process without them is refused when it is read, not when somebody slips through. */
const required: Readonly<Record<string, readonly GuardName[]>> = {
  accept: ['notEntrant', 'pickedUp'],
  issueSupplement: ['notEntrant', 'pickedUp'],
  concludeNotEligible: ['notEntrant', 'surveyDone'],
  propose: ['notEntrant', 'surveyDone'],
  grantFirst: ['notEntrant', 'pickedUp'],
  confirm: ['notEntrant', 'neededOnRecord', 'districtVisited', 'noOpenDuplicate'],
  refuse: ['notEntrant', 'neededOnRecord', 'districtVisited'],
  keepUnchanged: ['notEntrant'],
  adjust: ['notEntrant', 'heard'],
  endAssistance: ['notEntrant', 'heard'],
  holdMeeting: ['disputed'],
};
const requiredWithNotice: typeof required = {
  postNotice: ['objectionsAnswered'],
  confirm: ['noticeElapsed'],
  refuse: ['noticeElapsed'],
  report: ['noticeCompleted', 'objectionsAnswered'],
};

/** What is wrong with a process, in words for whoever writes it; empty when nothing is. */
export function processProblems(process: Process): string[] {
  return [
    ...waysAround(process),
    ...moneyDoors(process),
    ...reopened(process),
    ...targetsWrong(process),
    ...cameBackUnseen(process),
    ...guardsMissing(process),
    ...ambiguous(process),
    ...peopleDecide(process),
  ];
}

/** A command leads only where its meaning leads; one that nobody knows leads nowhere. */
const targetsWrong = ({ transitions }: Process): string[] =>
  transitions.flatMap(({ command, to }) => {
    const targets = commandTargets[command];
    if (!targets) return [`${command} is not a command`];
    return targets.includes(to ?? null) ? [] : [`${command} must not lead to ${to ?? 'where it was'}`];
  });

const beforeSurvey: readonly Step[] = ['SUBMITTED', 'SUPPLEMENT', 'ACCEPTED'];
const whileResurveyed: readonly Step[] = ['OBJECTION', 'RESURVEY'];

/** A changed household, an objection: looked into again, unless that is going on or still to come. */
const cameBackUnseen = ({ transitions }: Process): string[] =>
  transitions.flatMap(({ command, from, to }) => {
    const allowed =
      command === 'amend' ? beforeSurvey : command === 'registerObjection' ? whileResurveyed : null;
    if (!allowed || to !== undefined) return [];
    const wrong = from.filter((step) => !allowed.includes(step));
    return wrong.map((step) => `${command} from ${step} must lead to a new survey`);
  });

function guardsMissing({ transitions, notice }: Process): string[] {
  const needs = ({ command, from }: Process['transitions'][number]): GuardName[] => [
    ...(required[command] ?? []),
    ...(notice ? (requiredWithNotice[command] ?? []) : []),
    ...(command === 'propose' && from.includes('RESURVEY') ? (['surveyedAgain'] as const) : []),
  ];
  return transitions.flatMap((transition) =>
    needs(transition)
      .filter((guard) => !transition.guards.includes(guard))
      .map((guard) => `${transition.command} needs the guard ${guard}`),
  );
}

/** One command from one step has one meaning. */
function ambiguous({ transitions }: Process): string[] {
  const starts = transitions.flatMap((t) => t.from.map((step) => `${t.command} from ${step}`));
  return starts
    .filter((start, index) => starts.indexOf(start) < index)
    .map((start) => `${start} is given twice`);
}

/** The machine decides nothing: 自动放弃 is the one thing it records. */
const automatic: readonly string[] = ['abandon', 'remindSupplement', 'recordCheckAnswer', 'noteDuplicate'];
const machines: readonly Role[] = ['system', 'portal'];
/** What decides about a household is done by reviewers; which of them is the district's choice (L §44). */
const decisions: readonly string[] = [
  'accept',
  'concludeNotEligible',
  'propose',
  'report',
  'confirm',
  'refuse',
  'returnToTown',
  'grantFirst',
  'extend',
  'keepUnchanged',
  'adjust',
  'endAssistance',
];
const reviewers: readonly Role[] = ['townReviewer', 'townHead', 'districtReviewer', 'districtHead'];

const peopleDecide = ({ transitions }: Process): string[] =>
  transitions.flatMap(({ by, command }) => {
    const byMachine = by.some((role) => machines.includes(role)) && !automatic.includes(command);
    const others = decisions.includes(command) ? by.filter((role) => !reviewers.includes(role)) : [];
    return [
      ...(byMachine ? [`${command} must be done by a person`] : []),
      ...others.map((role) => `${command} must not be done by ${role}`),
    ];
  });
