import type { Dossier } from '../../../contract/views.ts';
import { materialsToBring } from '../../../domain/application/facts.ts';
import type { SupplementItem } from '../../../domain/case/case-events.ts';
import { addWorkingDays, type WorkCalendar } from '../../../domain/calendar/work-calendar.ts';
import type { IsoDate } from '../../../domain/values/iso-date.ts';
import { materialTitle } from '../review/material-words.ts';

/** One line that can be ticked: which material of whom, and how many pages there are already. */
export interface NoticeLine {
  key: string;
  slot: string;
  memberId: string | null;
  title: string;
  pages: number;
  ticked: boolean;
  /** What exactly is missing, in the reviewer's words; goes into the notice. */
  note: string;
}

/** Working days offered as the limit; the town may set another (the annex leaves it to the notice). */
export const usualLimitDays = 5;

export const lineKey = (slot: string, memberId: string | null): string => `${slot} ${memberId ?? ''}`;

/** Lines for everything this household had to bring, then for what it brought beside. */
export function noticeLines(dossier: Dossier, today: IsoDate): NoticeLine[] {
  const { application, documents, verifiable } = dossier;
  const hasAgent = application.agent.has === true && application.agent.kind === 'person';
  const asked = materialsToBring(application.kind, application.members, hasAgent, verifiable, today).map(
    (m) => ({
      slot: m.slot as string,
      memberId: m.memberId ?? null,
    }),
  );
  const places = new Map(
    [...asked, ...documents].map(({ slot, memberId }) => [lineKey(slot, memberId), { slot, memberId }]),
  );
  return [...places.values()].map(({ slot, memberId }) => newLine(dossier, slot, memberId, false));
}

export function newLine(
  { application, documents }: Dossier,
  slot: string,
  memberId: string | null,
  ticked: boolean,
): NoticeLine {
  const own = documents.filter((d) => d.slot === slot && d.memberId === memberId);
  return {
    key: lineKey(slot, memberId),
    slot,
    memberId,
    title: materialTitle(slot, memberId, application.members),
    pages: own.reduce((sum, { pages }) => sum + pages.length, 0),
    ticked,
    note: '',
  };
}

/** The items of the notice; a line without a note of its own asks for the material plainly. */
export const noticeItems = (lines: readonly NoticeLine[]): SupplementItem[] =>
  lines
    .filter(({ ticked }) => ticked)
    .map(({ slot, memberId, note, pages, title }) => ({
      slot,
      memberId,
      note: note.trim() || (pages > 0 ? `请重新交${title}` : `请补交${title}`),
    }));

/** The usual limit, or empty when that year's calendar is not published yet: then a person picks the day. */
export function usualLimit(today: IsoDate, calendar: WorkCalendar): string {
  const day = addWorkingDays(calendar, today, usualLimitDays);
  return day.ok ? day.value : '';
}
