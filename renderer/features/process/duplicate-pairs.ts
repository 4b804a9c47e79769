import type { ProcessView, SamePerson } from '../../../contract/views/process.ts';

type Noted = ProcessView['duplicates'][number];

/** One other case of a person of this household: noted by the district, seen on this station, or both. */
export interface DuplicatePair {
  personId: string;
  caseId: string;
  caseCode: string;
  townCode: string;
  noted: Noted | null;
  /** What this station knows of the other case; null when it lies elsewhere. */
  here: SamePerson | null;
}

/** What the district noted first, then what only this station has seen. */
export function duplicatePairs({
  duplicates,
  sameHere,
}: Pick<ProcessView, 'duplicates' | 'sameHere'>): DuplicatePair[] {
  const noted = duplicates.map((entry): DuplicatePair => {
    const {
      personId,
      otherCaseId: caseId,
      otherCaseCode: caseCode,
      otherTownCode: townCode,
    } = entry.duplicate;
    const here = sameHere.find((one) => one.personId === personId && one.caseId === caseId) ?? null;
    return { personId, caseId, caseCode, townCode, noted: entry, here };
  });
  const known = new Set(noted.map(({ personId, caseId }) => `${personId} ${caseId}`));
  const only = sameHere
    .filter(({ personId, caseId }) => !known.has(`${personId} ${caseId}`))
    .map((here): DuplicatePair => {
      const { personId, caseId, caseCode, townCode } = here;
      return { personId, caseId, caseCode, townCode, noted: null, here };
    });
  return [...noted, ...only];
}
