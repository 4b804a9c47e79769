import type { Page } from '../../../../domain/application/evidence.ts';
import type { Residence, Visit, VisitMode } from '../../../../domain/case/process-data.ts';
import type { SignedName } from '../../../../domain/survey/survey.ts';
import { isIsoDate } from '../../../../domain/values/iso-date.ts';
import { visitModes } from '../../../../domain/visits/visit-rules.ts';

/** 定期探访记录 while it is filled in. */
export interface VisitDraft {
  on: string;
  mode: VisitMode | null;
  visitors: string[];
  found: string;
  needs: string;
  changed: boolean | null;
  photos: Page[];
  signatures: SignedName[];
}

/** Begins with the only way of visiting, where there is only one. */
export function emptyVisit(today: string, me: string, residence: Residence): VisitDraft {
  const [only, ...others] = visitModes[residence];
  return {
    ...{ on: today, mode: others.length === 0 ? (only ?? null) : null, visitors: [me] },
    ...{ found: '', needs: '', changed: null, photos: [], signatures: [] },
  };
}

export const visitorsOf = ({ visitors }: VisitDraft): string[] =>
  visitors.map((name) => name.trim()).filter((name) => name !== '');

/** Met in person: a photo proves it. */
export const needsPhoto = ({ mode }: Pick<VisitDraft, 'mode'>): boolean =>
  mode === 'home' || mode === 'inPerson';

export function visitLacking(draft: VisitDraft, today: string): string[] {
  const { on, mode, found, changed, photos } = draft;
  return [
    ...(isIsoDate(on) && on <= today ? [] : ['哪一天']),
    ...(mode ? [] : ['怎么探访的']),
    ...(visitorsOf(draft).length > 0 ? [] : ['探访人']),
    ...(found.trim().length >= 2 ? [] : ['看到的情况']),
    ...(changed === null ? ['有没有变化'] : []),
    ...(needsPhoto(draft) && photos.length === 0 ? ['照片'] : []),
  ];
}

/** Signatures of names that were struck out do not go along. */
export function visitOf(draft: VisitDraft, visitId: string): Visit {
  const visitors = visitorsOf(draft);
  return {
    ...{ visitId, on: draft.on, mode: draft.mode ?? 'home', visitors },
    ...{ found: draft.found.trim(), needs: draft.needs.trim(), changed: draft.changed === true },
    photos: draft.photos,
    signatures: draft.signatures.filter(({ as, name }) => as !== 'visitor' || visitors.includes(name)),
  };
}
