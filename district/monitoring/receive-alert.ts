import type { EntityManager } from 'typeorm';
import type { AlertCommandOf } from '../../domain/alert/alert-commands.ts';
import { alertEventData } from '../../domain/alert/alert-events.ts';
import { canonicalJson } from '../../domain/log/canonical.ts';
import type { DistrictContext } from '../context.ts';
import { CommandEntity } from '../db/entities.ts';
import { Refusal } from '../http/refusal.ts';
import { appendInTurn } from '../sync/append.ts';
import { saveTurn, takeTurn } from '../sync/case-number.ts';
import { storedStream } from '../sync/stream-store.ts';
import type { MonitoringAlert, MonitoringReceipt } from './monitoring-schema.ts';
import { placeOf } from './place.ts';

export interface ReceivedAlert {
  receipt: MonitoringReceipt;
  /** False: it had been received before. */
  first: boolean;
}

/**
 * Raises an alert of the monitoring feed as the server itself, by the rules of every alert; it lies with the district first.
 * The feed's id is the id of the stream and of its first command, so that one sighting is one alert for ever. Throws
 * refusals: monitoring.placeUnknown {code} (422), monitoring.idReused (409), alert.dayWrong {from, until} (422).
 */
export async function receiveAlert(context: DistrictContext, given: MonitoringAlert): Promise<ReceivedAlert> {
  const command = asRaise(given);
  const { id } = given;
  return context.database.write(async (tx) => {
    const turn = await takeTurn(tx);
    const receipt = { alertId: id };
    if (await receivedBefore(context, tx, id, command)) return { receipt, first: false };
    const actor = {
      accountId: context.identity.systemAccountId,
      role: 'system' as const,
      areaCode: command.placeCode.slice(0, 6),
    };
    const whose = { streamId: id, commandId: id, streamType: 'alert' as const, actor };
    const appended = await appendInTurn(context, tx, turn, { ...whose, command });
    if (appended.outcome === 'refused') throw new Refusal(422, appended.code, appended.data);
    await saveTurn(tx, turn);
    return { receipt, first: true };
  });
}

function asRaise({ seen, person, place, seenOn }: MonitoringAlert): AlertCommandOf<'raise'> {
  const found = placeOf(place);
  if (!found) throw new Refusal(422, 'monitoring.placeUnknown', place);
  const { name = null, phone = null, address = found.name } = person ?? {};
  const who = { name, phone, address };
  return { type: 'raise', source: 'monitoring', seen, person: who, placeCode: found.code, seenOn };
}

/** True for the same sighting again, wherever its alert has come to since; another use of the id is refused. */
async function receivedBefore(
  { eventKey, identity, log }: DistrictContext,
  tx: EntityManager,
  id: string,
  { source, seen, person, placeCode, seenOn }: AlertCommandOf<'raise'>,
): Promise<boolean> {
  const stored = await storedStream(tx, eventKey, id);
  if ('damagedAt' in stored) {
    log.error('event.damaged', { streamId: id, version: stored.damagedAt });
    throw new Refusal(500, 'case.tampered', { version: stored.damagedAt });
  }
  const first = stored[0];
  if (!first) {
    if (await tx.existsBy(CommandEntity, { commandId: id })) throw new Refusal(409, 'monitoring.idReused');
    return false;
  }
  const raised = alertEventData['alert.raised'].safeParse(first.data);
  const same =
    first.type === 'alert.raised' &&
    first.actor.accountId === identity.systemAccountId &&
    raised.success &&
    canonicalJson(pick(raised.data)) === canonicalJson({ source, seen, person, placeCode, seenOn });
  if (!same) throw new Refusal(409, 'monitoring.idReused');
  return true;
}

const pick = ({ source, seen, person, placeCode, seenOn }: Omit<AlertCommandOf<'raise'>, 'type'>) => ({
  ...{ source, seen, person, placeCode, seenOn },
});
