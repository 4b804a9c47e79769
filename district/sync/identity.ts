import { randomBytes } from 'node:crypto';
import { makeUuid } from '../../domain/values/uuid.ts';
import { SettingEntity } from '../db/entities.ts';
import type { Database } from '../db/database.ts';
import { takeTurn } from './case-number.ts';

/** Under which ids the server itself acts: made at its first start, the same ever after. */
export interface DistrictIdentity {
  /** Stands in the events the server appends. */
  deviceId: string;
  /** `accountId` of actors of the role `system`. */
  systemAccountId: string;
  /** `accountId` of actors of the role `portal`. */
  portalAccountId: string;
}

const settings = {
  deviceId: 'device-id',
  systemAccountId: 'system-account-id',
  portalAccountId: 'portal-account-id',
} satisfies Record<keyof DistrictIdentity, string>;

/** Reads the ids, or makes them; of two servers starting at once on one database only one makes them. */
export async function openIdentity(database: Database, now: Date): Promise<DistrictIdentity> {
  return database.write(async (tx) => {
    await takeTurn(tx);
    const idOf = async (name: string): Promise<string> => {
      const stored = await tx.findOneBy(SettingEntity, { name });
      if (stored) return stored.value;
      const value = makeUuid(now.getTime(), randomBytes(10));
      await tx.insert(SettingEntity, { name, value });
      return value;
    };
    return {
      deviceId: await idOf(settings.deviceId),
      systemAccountId: await idOf(settings.systemAccountId),
      portalAccountId: await idOf(settings.portalAccountId),
    };
  });
}
