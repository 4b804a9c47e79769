import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { caseAggregate } from '../../domain/case/case-aggregate.ts';
import { stateIn } from '../../domain/log/any-aggregate.ts';
import type { EventEnvelope } from '../../domain/log/event-envelope.ts';
import { aggregates } from '../../domain/streams.ts';
import { noteDuplicates } from '../duplicates/note-duplicates.ts';
import { canonicalJson } from '../../domain/log/canonical.ts';
import { shanghaiDate } from '../../domain/values/iso-date.ts';
import { makeUuid } from '../../domain/values/uuid.ts';
import type { DistrictContext } from '../context.ts';
import { CaseEntity, FileEntity } from '../db/entities.ts';
import { Refusal } from '../http/refusal.ts';
import { appendInTurn } from '../sync/append.ts';
import { saveTurn, takeTurn, type Turn } from '../sync/case-number.ts';
import { sha256Text } from '../sync/sha256.ts';
import { asSubmit } from './as-submit.ts';
import type { CheckedFile } from './check-file.ts';
import { PortalApplicationEntity } from './entities.ts';
import type { PortalApplication, PortalReceipt } from './portal-schema.ts';
import { isDistrictTown } from './towns.ts';

export interface Received {
  receipt: PortalReceipt;
  /** False: it had been received before. */
  first: boolean;
}

/**
 * Takes an application from the portal in: decided by the rules of every application, filed with its files, numbered.
 * One transaction: when this resolves everything is on disk, and a refusal has kept nothing, no file either. Throws
 * refusals: portal.idReused (409), portal.townUnknown, sync.clockAhead, page.* and everything `submit` can be refused by (422).
 */
export async function receive(context: DistrictContext, given: PortalApplication): Promise<Received> {
  const { townCode } = given.application;
  if (!isDistrictTown(townCode)) throw new Refusal(422, 'portal.townUnknown', { townCode });
  const serverTime = context.now().toISOString();
  if (shanghaiDate(given.submittedAt) > shanghaiDate(serverTime))
    throw new Refusal(422, 'sync.clockAhead', { serverTime });
  const bodyDigest = sha256Text(canonicalJson(given));
  const known = await context.database.read((tx) => receivedBefore(tx, given.portalId, bodyDigest));
  if (known) return { receipt: known, first: false };
  // Looking into files takes time: not while everybody who writes waits for us.
  const { command, files } = asSubmit(context, given);
  return context.database.write(async (tx) => {
    const turn = await takeTurn(tx);
    const before = await receivedBefore(tx, given.portalId, bodyDigest);
    if (before) return { receipt: before, first: false };
    const caseId = makeUuid(context.now().getTime(), randomBytes(10));
    const actor = {
      accountId: context.identity.portalAccountId,
      role: 'portal' as const,
      areaCode: townCode,
    };
    const appended = await appendInTurn(context, tx, turn, { streamId: caseId, command, actor });
    if (appended.outcome === 'refused') throw new Refusal(422, appended.code, appended.data);
    await noteNew(context, tx, turn, caseId, appended.events);
    await saveTurn(tx, turn);
    await keepFiles(context, tx, files);
    const { portalId, submittedAt } = given;
    const row = { portalId, bodyDigest, caseId, townCode, submittedAt, receivedAt: serverTime };
    await tx.insert(PortalApplicationEntity, row);
    return { receipt: { caseNo: appended.caseNo, caseCode: command.caseCode, caseId }, first: true };
  });
}

async function noteNew(
  context: DistrictContext,
  tx: EntityManager,
  turn: Turn,
  caseId: string,
  events: readonly EventEnvelope[],
): Promise<void> {
  const state = stateIn(caseAggregate, aggregates.case.open(events, sha256Text));
  if (state) await noteDuplicates(context, tx, turn, caseId, { events, state });
}

async function receivedBefore(
  tx: EntityManager,
  portalId: string,
  bodyDigest: string,
): Promise<PortalReceipt | null> {
  const row = await tx.findOneBy(PortalApplicationEntity, { portalId });
  if (!row) return null;
  if (row.bodyDigest !== bodyDigest) throw new Refusal(409, 'portal.idReused');
  const { caseNo, caseCode, id } = await tx.findOneByOrFail(CaseEntity, { id: row.caseId });
  return { caseNo, caseCode, caseId: id };
}

/** Last before the commit, since bytes do not roll back: only an application that was decided for comes here. */
async function keepFiles(
  { files: vault, identity, now }: DistrictContext,
  tx: EntityManager,
  files: readonly CheckedFile[],
): Promise<void> {
  const stored = { storedBy: identity.portalAccountId, storedAt: now().toISOString() };
  for (const { digest, bytes, mime } of files) {
    await vault.put(digest, bytes).catch(tellFullDisk);
    const row = { digest, bytes: bytes.length, mime, ...stored };
    await tx.createQueryBuilder().insert().into(FileEntity).values(row).orIgnore().execute();
  }
}

function tellFullDisk(error: NodeJS.ErrnoException): never {
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT')
    throw new Refusal(507, 'storage.full', { freeBytes: 0 });
  throw error;
}
