import type { Person } from '../../../../domain/application/person.ts';
import type { Known, SurveyDraft } from './survey-draft.ts';

/** What each part of a survey form gets. */
export interface SurveyPart {
  caseId: string;
  draft: SurveyDraft;
  members: readonly Person[];
  /** Accounts whose names are offered. */
  known: readonly Known[];
  today: string;
  onChange: (part: Partial<SurveyDraft>) => void;
}
