import type { IsoDate } from '../values/iso-date.ts';
import type { CheckAnswer } from './check.ts';
import type { Difference } from './difference.ts';
import type { CheckFact } from './facts.ts';
import type { Source } from './sources.ts';

export interface HeardFact<F extends CheckFact = CheckFact> {
  source: Source;
  fact: F;
}

/** What the sources said about one person. */
export interface Heard {
  facts: readonly HeardFact[];
  answered: readonly Source[];
  /** Asked, and no answer. */
  missing: readonly Source[];
}

const isAnswer = ({ outcome }: CheckAnswer): boolean => outcome === 'found' || outcome === 'nothing';

/** The newest answer of each source counts; a later attempt that failed does not wipe out what was found before. */
export function heardAbout(personId: string, answers: readonly CheckAnswer[]): Heard {
  const newest = new Map<Source, CheckAnswer>();
  for (const answer of answers) {
    if (answer.personId !== personId) continue;
    const before = newest.get(answer.source);
    if (!before || outdoes(answer, before)) newest.set(answer.source, answer);
  }
  // Each source stands there once.
  const kept = [...newest.values()].sort((a, b) => (a.source < b.source ? -1 : 1));
  const sourcesOf = (list: readonly CheckAnswer[]): Source[] => list.map(({ source }) => source);
  return {
    facts: kept.flatMap(({ source, facts }) => facts.map((fact) => ({ source, fact }))),
    answered: sourcesOf(kept.filter(isAnswer)),
    missing: sourcesOf(kept.filter((answer) => !isAnswer(answer))),
  };
}

function outdoes(answer: CheckAnswer, before: CheckAnswer): boolean {
  if (isAnswer(answer) !== isAnswer(before)) return isAnswer(answer);
  return answer.provenance.at >= before.provenance.at;
}

/** What was stated and not found: only sure when somebody who could know answered, and nobody who could know is silent. */
export function silence(heard: Heard, couldKnow: readonly Source[]): 'notFound' | 'unknown' {
  const one = (list: readonly Source[]): boolean => list.some((source) => couldKnow.includes(source));
  return one(heard.answered) && !one(heard.missing) ? 'notFound' : 'unknown';
}

/** Less than stated proves nothing while somebody who may know of the rest has not answered. */
export const unlessPartial = (
  difference: Difference,
  heard: Heard,
  couldKnow: readonly Source[],
): Difference =>
  difference === 'lower' && heard.missing.some((source) => couldKnow.includes(source))
    ? 'unknown'
    : difference;

export const latest = (facts: readonly HeardFact[]): IsoDate | null =>
  facts.reduce<IsoDate | null>((day, { fact }) => (day === null || fact.asOf > day ? fact.asOf : day), null);

/** One group for each source, or one of all together when they hold different things that add up. */
export function groups<F extends CheckFact>(
  facts: readonly HeardFact<F>[],
  together: boolean,
): HeardFact<F>[][] {
  if (facts.length === 0) return [];
  if (together) return [[...facts]];
  return sourcesIn(facts).map((source) => facts.filter((one) => one.source === source));
}

export const sourcesIn = (facts: readonly HeardFact[]): Source[] => [
  ...new Set(facts.map(({ source }) => source)),
];
