import { randomBytes } from 'node:crypto';
import { Between, In, type EntityManager } from 'typeorm';
import { pickUpReport } from '../../domain/pick-ups/pick-up-report.ts';
import { findRuleSet } from '../../domain/rules/shipped.ts';
import { addDays, shanghaiDate, type IsoDate } from '../../domain/values/iso-date.ts';
import { makeUuid } from '../../domain/values/uuid.ts';
import type { Caller } from '../accounts/tokens.ts';
import type { DistrictContext } from '../context.ts';
import { CaseEntity, EventEntity } from '../db/entities.ts';
import { PickUpRunEntity, PortalApplicationEntity } from './entities.ts';
import type { PickUpReply, PickUpReportReply } from '../../contract/sync/pick-ups.ts';
import { districtTowns } from './towns.ts';

/** The event by which a town takes an application from the portal over. */
export const pickedUpEvent = 'application.pickedUp';

/** Writes down that a town looked, also when nothing waits, and tells what waits. */
export async function pickUp({ database, now }: DistrictContext, caller: Caller): Promise<PickUpReply> {
  const moment = now();
  const at = moment.toISOString();
  const townCode = caller.account.areaCode;
  return database.write(async (tx) => {
    const waiting = await waitingIn(tx, townCode);
    await tx.insert(PickUpRunEntity, {
      id: makeUuid(moment.getTime(), randomBytes(10)),
      townCode,
      accountId: caller.account.id,
      deviceId: caller.deviceId,
      at,
      waiting: waiting.length,
    });
    return { at, waiting };
  });
}

/** Applications of the portal that are open at their first step and nobody has taken over, oldest first. */
async function waitingIn(tx: EntityManager, townCode: string): Promise<PickUpReply['waiting']> {
  const query = tx.createQueryBuilder(PortalApplicationEntity, 'p');
  const taken = query.subQuery().select('1').from(EventEntity.options.name, 'e');
  const takenOver = taken.where('e.streamId = p.caseId AND e.type = :type').getQuery();
  return query
    .innerJoin(CaseEntity.options.name, 'c', 'c.id = p.caseId')
    .select('p.caseId', 'caseId')
    .addSelect('c.caseNo', 'caseNo')
    .addSelect('c.caseCode', 'caseCode')
    .addSelect('p.receivedAt', 'receivedAt')
    .where('p.townCode = :townCode AND c.step = :step', { townCode, step: 'SUBMITTED' })
    .andWhere(`NOT EXISTS ${takenOver}`, { type: pickedUpEvent })
    .orderBy('p.receivedAt')
    .getRawMany<PickUpReply['waiting'][number]>();
}

/** Pick-ups by town and working day; of all towns, or of the one asked for. */
export async function reportPickUps(
  { database, config, calendar, now }: DistrictContext,
  { from, to }: { from: IsoDate; to: IsoDate },
  areaCode: string,
): Promise<PickUpReportReply> {
  const towns = districtTowns.filter((town) => town.code.startsWith(areaCode));
  const townCodes = towns.map((town) => town.code);
  // A day wider on both sides: days are of Shanghai, instants are not.
  const at = Between(`${addDays(from, -1)}T00:00:00.000Z`, `${addDays(to, 1)}T23:59:59.999Z`);
  const runs = await database.read((tx) => tx.findBy(PickUpRunEntity, { at, townCode: In(townCodes) }));
  const ruleSet = findRuleSet(config.ruleSetId);
  if (!ruleSet.ok) throw new Error(`unknown rule set ${config.ruleSetId}`);
  const { pickUpsPerDay } = ruleSet.value;
  const today = shanghaiDate(now().toISOString());
  const question = { townCodes, runs, from, to, today, calendar, pickUpsPerDay };
  const report = pickUpReport(question);
  const named = report.towns.map((town, i) => ({ ...town, townName: towns[i]?.name ?? town.townCode }));
  return { ...report, towns: named };
}
