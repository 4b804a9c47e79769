import type { FailureOf } from '../../contract/failures.ts';
import { reviewDraft, type Missing } from '../../domain/application/completeness.ts';
import type { Application } from '../../domain/application/application.ts';
import { countsAsOpen } from '../../domain/process/steps.ts';
import { shanghaiDate, type IsoDate } from '../../domain/values/iso-date.ts';
import { newId, nowIso, storeOf, type CoreContext } from '../context.ts';
import { ownDraft } from '../drafts/own-draft.ts';
import { done, passOn, refuse, type Handler, type HandlersOf, type Refused } from '../handler.ts';
import { fileRows } from '../outbox/outbox-rows.ts';
import type { DraftRecord, StoreWriter } from '../ports/store.ts';
import type { Session } from '../session/sessions.ts';
import { actorOf } from '../session/actor.ts';
import { termsOn } from '../session/district-terms.ts';
import { carryCommand, tellOfChange } from '../streams/act-on-stream.ts';
import { openStream } from '../streams/on-stream.ts';
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
    // Read once: at midnight the amounts that are reckoned by and those that decide must not be of two days.
    const now = nowIso(core.ports);
    const whole = await wholeApplication(tx, own.draft, session, shanghaiDate(now));
    if (!whole.ok) return whole;
    const same = await sameApplication(tx, whole.application);
    return same ?? (await openCase(tx, core, own.draft, whole.application, session, now));
  });
  if (!outcome.ok) return outcome;
  tellOfChange(core, 'case', outcome.output.caseId);
  return outcome;
};

export const submissionHandlers: HandlersOf<'application.submit'> = { 'application.submit': submit };

/** `task:code` with whose and which field, as the check page lists them. */
const missingText = ({ task, code, memberId, field }: Missing): string =>
  [task, code, field, memberId].filter((part) => part !== undefined).join(':');

async function wholeApplication(
  tx: StoreWriter,
  { kind, townCode, sections, evidence }: DraftRecord,
  session: Session,
  day: IsoDate,
): Promise<{ ok: true; application: Application } | Refused<'draft.incomplete' | 'amounts.noneInForce'>> {
  const terms = await termsOn(tx, day);
  if (!terms.ok) return terms;
  const context = { kind, townCode, townName: session.account.areaName, today: day, ...terms.value };
  const { missing, application } = reviewDraft(sections, evidence, context);
  return application
    ? { ok: true, application }
    : refuse('draft.incomplete', { missing: missing.slice(0, 200).map(missingText) });
}

async function sameApplication(
  tx: StoreWriter,
  application: Application,
): Promise<{ ok: false; failure: FailureOf<'case.duplicate'> } | null> {
  const open = await tx.openCasesOf(application.members[0]?.idNumber ?? '');
  const same = open.find(({ kind, step }) => kind === application.kind && countsAsOpen(kind, step));
  return same ? refuse('case.duplicate', { caseCode: same.caseCode }) : null;
}

async function openCase(
  tx: StoreWriter,
  core: CoreContext,
  draft: DraftRecord,
  application: Application,
  session: Session,
  now: string,
) {
  const { ports } = core;
  const caseId = newId(ports);
  const caseCode = await nextCaseCode(tx, core, draft.townCode, now);
  const command = submitCommand(draft, application, caseCode, () => newId(ports));
  const actor = actorOf(session);
  const request = { streamType: 'case' as const, streamId: caseId, command, actor, stationTime: now };
  const empty = await openStream(tx, 'case', caseId, ports);
  const carried = await carryCommand(tx, empty, request, ports, async () =>
    fileRows(caseId, filesOfDraft(draft), now, () => newId(ports)),
  );
  if (!carried.ok) return passOn('application.submit', carried.failure);
  await tx.saveDraft({ ...draft, caseId, updatedAt: now });
  // The template served to check who was here today; nothing needs it any longer (《个人信息保护法》第十九条).
  if (draft.evidence.consent) await tx.deleteTemplates(draft.evidence.consent.id);
  const row = await tx.caseRow(caseId);
  return done({ caseId, caseCode: row?.caseCode ?? '', acceptBy: row?.due ?? null });
}

/** JLP-001-20260310-K7QM03: unique without network by the station's own characters, short enough to be read out. */
async function nextCaseCode(
  tx: StoreWriter,
  core: CoreContext,
  townCode: string,
  now: string,
): Promise<string> {
  const day = shanghaiDate(now).replaceAll('-', '');
  const device = deviceCode(await deviceId(tx), core.ports.sha256Text);
  const serial = String(await tx.nextCaseSerial(day)).padStart(2, '0');
  return `JLP-${townCode.slice(-3)}-${day}-${device}${serial}`;
}
