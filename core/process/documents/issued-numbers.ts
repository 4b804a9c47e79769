import type { CaseState } from '../../../domain/case/case-state.ts';
import type { DocumentDue } from '../../../domain/case/documents-due.ts';
import type { DocumentKind } from '../../../domain/process/process.ts';
import type { Step } from './story.ts';

/** The papers that another one quotes by number; they have to be issued first. */
export function quotedBy(document: DocumentKind, { event, after }: Step): DocumentDue | null {
  if (document === 'abandonNotice') {
    const about = after.trail.findLastIndex(({ type }) => type === 'supplement.issued') + 1;
    return { document: 'supplementNotice', about };
  }
  if (document === 'objectionReply' && event.type === 'objection.replied') {
    const { objectionId } = event.data.reply;
    const entry = after.objections.find(({ objection }) => objection.objectionId === objectionId);
    const posted = after.trail.flatMap(({ type }, i) => (type === 'notice.posted' ? [i + 1] : []));
    const nth = entry?.notice ?? posted.length;
    return { document: nth > 1 ? 'renewedNotice' : 'publicNotice', about: posted[nth - 1] ?? 0 };
  }
  return null;
}

/** What was issued for a step, with its number; null when it is not yet. */
export const issuedFor = ({ issued }: CaseState, { document, about }: DocumentDue) =>
  issued.find((entry) => entry.issued.document === document && entry.issued.about === about) ?? null;
