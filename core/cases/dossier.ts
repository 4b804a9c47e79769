import type { Dossier } from '../../contract/views.ts';
import { nowIso, storeOf, today } from '../context.ts';
import { done, refuse, type Handler } from '../handler.ts';
import type { StoreReader } from '../ports/store.ts';
import { districtTerms } from '../session/district-terms.ts';
import { dueDates, runningClock } from './case-due.ts';
import { caseSummary } from './case-row.ts';
import { noticePages } from './notice-pages.ts';
import { findCase, type SeenCase } from './find-case.ts';

/** Shows everything on record and writes down who looked and why, before anything is shown (L §70). */
export const readDossier: Handler<'case.dossier'> = async ({ input, session }, core) => {
  const { caseId, purpose } = input;
  return storeOf(core).write(async (tx) => {
    const seen = await findCase(tx, caseId, session, core.ports);
    if (!seen.ok) return seen;
    const { state, events, brokenAt } = seen.folded;
    const { application, consent, certification, signatures, supplements } = state;
    if (!application || !consent || !certification)
      return refuse('case.tampered', { version: brokenAt ?? events.length });
    await tx.addReadRecord({
      at: nowIso(core.ports),
      accountId: session.account.id,
      caseId,
      purpose,
      what: 'dossier',
    });
    const ruleSetId = events[0]?.ruleSetId ?? '';
    const dossier: Dossier = {
      summary: await caseSummary(tx, seen.row),
      ...{ townCode: state.townCode, villageCode: state.villageCode, appliedBy: state.appliedBy },
      ...{
        application,
        arithmetic: application.arithmetic,
        consent,
        certification,
        signatures,
        supplements,
        brokenAt,
      },
      enteredByName: await nameOf(tx, state.enteredBy),
      documents: await documents(tx, seen),
      events: await history(tx, seen),
      due: dueDates(state, ruleSetId, core.ports),
      clock: runningClock(state, ruleSetId, core.ports, today(core.ports)),
      supplementPages: await supplementPages(tx, seen),
      verifiable: (await districtTerms(tx)).verifiable,
    };
    return done({ dossier });
  });
};

async function nameOf(reader: StoreReader, accountId: string): Promise<string> {
  return (await reader.accountById(accountId))?.account.displayName ?? '';
}

/** A page counts as uploaded when no row of it waits; pages that came from the district never had one. */
async function documents(reader: StoreReader, { row, folded }: SeenCase): Promise<Dossier['documents']> {
  const rows = await reader.outboxOfCase(row.id);
  const waiting = new Set(rows.filter((r) => r.state !== 'acknowledged').map((r) => r.file?.digest));
  return folded.state.documents.map((document) => ({
    ...document,
    pages: document.pages.map((page) => ({ ...page, uploaded: !waiting.has(page.digest) })),
  }));
}

/** What is archived for the open notice already, so that work broken off goes on where it was. */
async function supplementPages(
  reader: StoreReader,
  { row, folded }: SeenCase,
): Promise<Dossier['supplementPages']> {
  if (folded.state.step !== 'SUPPLEMENT') return [];
  const pages = await noticePages(reader, row.id);
  const byMaterial = Map.groupBy(pages, ({ slot, memberId }) => `${slot} ${memberId}`);
  return [...byMaterial.values()].flatMap(([first, ...rest]) =>
    first ? [{ slot: first.slot, memberId: first.memberId, pages: rest.length + 1 }] : [],
  );
}

async function history(reader: StoreReader, { folded }: SeenCase): Promise<Dossier['events']> {
  const names = new Map<string, string>();
  for (const { actor } of folded.events) {
    if (!names.has(actor.accountId)) names.set(actor.accountId, await nameOf(reader, actor.accountId));
  }
  return folded.events.map(({ version, type, stationTime, actor, digest }) => ({
    ...{ version, type, at: stationTime, role: actor.role, digest },
    actorName: names.get(actor.accountId) ?? '',
  }));
}
