import { z } from 'zod';
import {
  acceptCalendar,
  SignedCalendar,
  type AcceptedCalendar,
  type CalendarRefusal,
} from '../../domain/calendar/signed-calendar.ts';
import { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import { fail, type Result } from '../../domain/values/result.ts';
import type { Ports } from '../ports/ports.ts';
import type { Store } from '../ports/store.ts';
import { refreshDues } from './refresh-dues.ts';

const installedKey = 'calendar.installed';
const publicKeyKey = 'district.publicKey';
const Installed = z.strictObject({ calendar: WorkCalendar, serial: z.int().nonnegative() });

/** Lays what was installed before over what came with the program; called when the data are opened. */
export async function useInstalledCalendar(ports: Ports, store: Store): Promise<void> {
  const text = await store.read.setting(installedKey);
  if (text !== null) ports.calendar = { ...ports.calendar, ...Installed.parse(JSON.parse(text)).calendar };
}

/** The district's key as it was first told at a login over the network; a later one does not take its place unseen. */
export async function rememberPublicKey(store: Store, publicKey: string): Promise<void> {
  if ((await store.read.setting(publicKeyKey)) !== null) return;
  await store.write((tx) => tx.setSetting(publicKeyKey, publicKey));
}

export const installedSerial = async (store: Store): Promise<number> => {
  const text = await store.read.setting(installedKey);
  return text === null ? 0 : Installed.parse(JSON.parse(text)).serial;
};

type Refusal = CalendarRefusal | { code: 'calendar.noKey' };

/**
 * Takes a calendar signed by the district in: from the network or from a file. Due dates that hang on it are computed
 * again. Refusals: calendar.noKey (the district was never reached), calendar.badSignature, calendar.notNewer.
 */
export async function installCalendar(
  ports: Ports,
  store: Store,
  incoming: SignedCalendar,
): Promise<Result<AcceptedCalendar, Refusal>> {
  const publicKey = await store.read.setting(publicKeyKey);
  if (publicKey === null) return fail('calendar.noKey');
  const current = { calendar: ports.calendar, serial: await installedSerial(store) };
  const accepted = acceptCalendar(current, incoming, ports.sha256Text, (digest, signature) =>
    ports.signatureHolds(publicKey, digest, signature),
  );
  if (!accepted.ok) return accepted;
  const { calendar, serial, added, changed } = accepted.value;
  if (serial === current.serial) return accepted;
  await store.write((tx) => tx.setSetting(installedKey, JSON.stringify({ calendar, serial })));
  ports.calendar = calendar;
  if (added.length + changed.length > 0) await refreshDues(ports, store);
  return accepted;
}

/** A file as it came from a stick; null when it is none of ours. */
export function readCalendarFile(bytes: Uint8Array): SignedCalendar | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/, '');
    return SignedCalendar.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
