import type { CaseEventType, EventOf } from '../../../domain/case/case-events.ts';
import type { CaseState } from '../../../domain/case/case-state.ts';
import { membersOf } from '../../../domain/case/case-state.ts';
import type { Person } from '../../../domain/application/person.ts';
import type { DocumentData, DocumentKind } from '../../../domain/official-documents/document-kinds.ts';
import type { Process } from '../../../domain/process/process.ts';
import type { LocalAmounts } from '../../../domain/rules/local-amounts.ts';
import type { RuleSet } from '../../../domain/rules/rule-set.ts';
import type { IsoDate } from '../../../domain/values/iso-date.ts';
import { kindTitles } from '../../cases/receipt-data.ts';
import type { Ports } from '../../ports/ports.ts';
import type { CaseRow } from '../../ports/store.ts';
import type { Names } from '../names.ts';
import type { Office } from './office.ts';
import type { Step } from './story.ts';

/** Everything a paper about a case is made from. */
export interface Paper {
  row: CaseRow;
  /** The case as it is now, above all with the papers issued so far. */
  now: CaseState;
  /** The case on the day it tells of; the same as `now` for a blank form. */
  then: CaseState;
  ruleSetId: string;
  ruleSet: RuleSet;
  process: Process;
  ports: Pick<Ports, 'calendar' | 'ruleSets' | 'places'>;
  amounts: readonly LocalAmounts[];
  names: Names;
  office: Office;
  /** Null on a blank form. */
  number: string | null;
  today: IsoDate;
}

/** A paper that a step leads to. */
export interface StepPaper extends Paper {
  number: string;
  step: Step;
  about: number;
}

export type DataOf<K extends DocumentKind> = Extract<DocumentData, { kind: K }>;

/** Whose paper it is. All that a posted one says beside its entries. */
export const letterhead = <N extends string | null>({
  office,
  number,
  today,
}: Paper & { number: N }): { officeName: string; number: N; issuedOn: IsoDate; officePhone: string } => ({
  officeName: office.fullName,
  number,
  issuedOn: today,
  officePhone: office.phone,
});

/** What stands on every letter about a case. */
export const caseLetter = <N extends string | null>(paper: Paper & { number: N }) => ({
  ...letterhead(paper),
  caseCode: paper.row.caseCode,
  caseNo: paper.row.caseNo,
  kindTitle: kindTitles[paper.row.kind],
  addressee: applicantOf(paper).name,
});

/** The applicant of that day. */
export function applicantOf({ then }: Pick<Paper, 'then'>): Person {
  const found = membersOf(then).find(({ id }) => id === then.applicantId) ?? membersOf(then)[0];
  if (!found) throw new Error('case without an applicant');
  return found;
}

export function villageName({ then, ports }: Pick<Paper, 'then' | 'ports'>): string {
  const villages = ports.places.flatMap((place) => place.villages);
  return villages.find(({ code }) => code === then.villageCode)?.name ?? then.villageCode;
}

/** The day of the first entry of a kind in the history. */
export const dayOf = ({ history }: CaseState, kind: string): IsoDate =>
  history.find(([entry]) => entry === kind)?.[1] ?? history[0]?.[1] ?? '';

/** The provisions a step rests on, as the process data name them. */
export function articlesOf({ process, step }: StepPaper, command: string): string[] {
  const from = step.before.step;
  const transitions = process.transitions.filter((t) => t.command === command);
  const source = (transitions.find((t) => t.from.includes(from)) ?? transitions[0])?.source ?? '';
  return source.split('；').filter((part) => part !== '');
}

/** The event of the step, which has to be of this type. */
export function eventData<T extends CaseEventType>({ step }: StepPaper, type: T): EventOf<T>['data'] {
  if (step.event.type !== type) throw new Error(`paper of ${type} for ${step.event.type}`);
  return step.event.data as unknown as EventOf<T>['data'];
}

/** Free text where only one line fits. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 300);

export const addressOf = (paper: Pick<Paper, 'then'>): string =>
  oneLine(applicantOf(paper).address) || '（未填）';
