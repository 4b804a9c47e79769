import type { Dossier } from '../../../contract/views.ts';
import { inTrail } from '../../../domain/case/apply-event.ts';
import type { CaseEventType } from '../../../domain/case/case-events.ts';
import { formatChinese, shanghaiDate } from '../../../domain/values/iso-date.ts';
import { eventWords } from '../dossier/event-words.ts';

/** What a paper is about, by the number of the step in the trail (from 1): 受理，2026年3月10日 周二. Null when unknown. */
export function aboutWords(events: Dossier['events'], about: number): string | null {
  const step = events.filter(({ type }) => inTrail(type as CaseEventType))[about - 1];
  return step ? `${eventWords(step.type)}，${formatChinese(shanghaiDate(step.at))}` : null;
}
