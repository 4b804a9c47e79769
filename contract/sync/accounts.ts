import { z } from 'zod';
import { Slot } from '../../domain/materials/slots.ts';
import { AmountsList } from '../../domain/rules/amounts-list.ts';
import { Instant } from '../../domain/values/instant.ts';
import { Account } from '../views.ts';

/** argon2id of the password, enough to check it offline; kept in the station's encrypted database only. */
export const OfflineVerifier = z.strictObject({
  salt: z.string(),
  hash: z.string(),
  memoryKiB: z.int(),
  iterations: z.int(),
  parallelism: z.int(),
});
export type OfflineVerifier = z.infer<typeof OfflineVerifier>;

export const LoginRequest = z.strictObject({
  username: z.string().min(1).max(40),
  password: z.string().min(1).max(200),
  deviceId: z.uuid(),
  deviceName: z.string().max(80),
});

export const LoginReply = z.strictObject({
  account: Account,
  verifier: OfflineVerifier,
  /** Bearer token of this device and account for sync. */
  token: z.string(),
  tokenExpires: Instant,
  /** Offline logins are good for this many days after this login. */
  offlineDays: z.int().positive(),
  /** Everybody of the area by id, so that the record names people offline. */
  colleagues: z.array(Account),
  /** All dated versions that the district decides by, so that the station decides by the same. */
  amounts: AmountsList,
  /** Materials that the district's checking mechanism verifies; they are not demanded (L §62). */
  verifiable: z.array(Slot),
  serverTime: Instant,
});
export type LoginReply = z.infer<typeof LoginReply>;

export const ServerStatus = z.strictObject({
  version: z.string(),
  accounts: z.int().nonnegative(),
  /** Ed25519 public key (base64, SPKI) that countersigns. */
  publicKey: z.string(),
  serverTime: Instant,
});
export type ServerStatus = z.infer<typeof ServerStatus>;

export const DemoReply = z.strictObject({
  accounts: z.array(
    z.strictObject({ username: z.string(), password: z.string(), displayName: z.string(), role: z.string() }),
  ),
});
