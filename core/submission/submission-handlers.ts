import type { FailureOf } from '../../contract/failures.ts';
import { reviewDraft, type Missing } from '../../domain/application/completeness.ts';
import type { Application } from '../../domain/application/application.ts';
import { newId, nowIso, storeOf, today, type CoreContext } from '../context.ts';
import { foldCase } from '../cases/case-stream.ts';
import { decideHere, recordDecision, type CaseRequest } from '../cases/record-decision.ts';
import { ownDraft } from '../drafts/own-draft.ts';
import { done, passOn, refuse, type Handler, type HandlersOf } from '../handler.ts';
import { eventsRow, fileRows } from '../outbox/outbox-rows.ts';
import type { DraftRecord, StoreWriter } from '../ports/store.ts';
import type { Session } from '../session/sessions.ts';
import { actorOf } from '../session/actor.ts';
import { deviceCode, deviceId } from '../system/device.ts';
import { filesOfDraft, submitCommand } from './submit-command.ts';

/**
 * The draft becomes a case in one transaction: events with their chain, read model, outbox, and the draft closed. Either all
 * of it is on disk when the clerk sees the receipt, or nothing is.
 */
const submit: Handler<'application.submit'> = async ({ input, session }, core) => {
  const outcome = await storeOf(core).write(async (tx) => {
    const own = await ownDraft(tx, input.draftId, session);
    if (!own.ok) return own;
    const { kind, townCode, sections, evidence } = own.draft;
    const { amounts, verifiable } = core.ports;
    const townName = session.account.areaName;
    const context = { kind, townCode, townName, today: today(core.ports), amounts, verifiable };
    const { missing, application } = reviewDraft(sections, evidence, context);
    if (!application) return refuse('draft.incomplete', { missing: missing.slice(0, 200).map(missingText) });
    const same = await sameApplication(tx, application);
    return same ?? (await openCase(tx, core, own.draft, application, session));
  });
  if (!outcome.ok) return outcome;
  core.sync.wake();
  core.tell({ type: 'case.changed', caseId: outcome.output.caseId });
  return outcome;
};

export const submissionHandlers: HandlersOf<'application.submit'> = { 'application.submit': submit };

/** `task:code` with whose and which field, as the check page lists them. */
const missingText = ({ task, code, memberId, field }: Missing): string =>
  [task, code, field, memberId].filter((part) => part !== undefined).join(':');

async function sameApplication(
  tx: StoreWriter,
  application: Application,
): Promise<{ ok: false; failure: FailureOf<'case.duplicate'> } | null> {
  const open = await tx.openCasesOf(application.members[0]?.idNumber ?? '');
  const same = open.find((row) => row.kind === application.kind);
  return same ? refuse('case.duplicate', { caseCode: same.caseCode }) : null;
}

async function openCase(
  tx: StoreWriter,
  core: CoreContext,
  draft: DraftRecord,
  application: Application,
  session: Session,
) {
  const { ports } = core;
  const now = nowIso(ports);
  const empty = foldCase([], ports);
  const request = (caseCode: string): CaseRequest => ({
    caseId,
    command: submitCommand(draft, application, caseCode, () => newId(ports)),
    actor: actorOf(session),
    stationTime: now,
  });
  const caseId = newId(ports);
  const wanted = request(await nextCaseCode(tx, core, draft.townCode));
  const decision = decideHere(empty, wanted, ports);
  if (!decision.ok) return passOn('application.submit', decision.failure);
  const item = await recordDecision(tx, empty, wanted, decision.value, ports);
  const files = fileRows(caseId, filesOfDraft(draft), now, () => newId(ports));
  for (const row of [eventsRow(item, now), ...files]) await tx.saveOutbox(row);
  await tx.saveDraft({ ...draft, caseId, updatedAt: now });
  // The template served to check who was here today; nothing needs it any longer (《个人信息保护法》第十九条).
  if (draft.evidence.consent) await tx.deleteTemplates(draft.evidence.consent.id);
  const row = await tx.caseRow(caseId);
  return done({ caseId, caseCode: row?.caseCode ?? '', acceptBy: row?.due ?? null });
}

/** JLP-001-20260310-K7QM03: unique without network by the station's own characters, short enough to be read out. */
async function nextCaseCode(tx: StoreWriter, core: CoreContext, townCode: string): Promise<string> {
  const day = today(core.ports).replaceAll('-', '');
  const device = deviceCode(await deviceId(tx), core.ports.sha256Text);
  const serial = String(await tx.nextCaseSerial(day)).padStart(2, '0');
  return `JLP-${townCode.slice(-3)}-${day}-${device}${serial}`;
}
