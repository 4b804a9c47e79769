import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import type { Role } from '../../domain/log/event-envelope.ts';
import { portalEntities } from '../portal/entities.ts';
import { duplicateEntities } from '../duplicates/entities.ts';
import { matchingEntities } from '../matching/entities.ts';

/** Plain rows; every personal part is inside a sealed text (`EventRow.body`). Instants and days are ISO texts. */
export interface AccountRow {
  id: string;
  username: string;
  displayName: string;
  role: Role;
  areaCode: string;
  areaName: string;
  salt: string;
  hash: string;
  memoryKiB: number;
  iterations: number;
  parallelism: number;
  createdAt: string;
  /** Last day of the role; null: until it is taken away. */
  roleUntil: string | null;
}
/** Wrong passwords per user name, known or not, so that the answer does not tell which names exist. */
export interface AttemptRow {
  username: string;
  failures: number;
  lockedUntil: string | null;
  lastAt: string;
}
export interface TokenRow {
  tokenHash: string;
  accountId: string;
  deviceId: string;
  expires: string;
}
/** Who has ever logged in where: only they can have acted on that device. */
export interface AccountDeviceRow {
  accountId: string;
  deviceId: string;
  deviceName: string;
  lastAt: string;
}
export interface CounterRow {
  name: string;
  value: number;
}
export interface CommandRow {
  commandId: string;
  streamId: string;
  itemDigest: string;
  answer: string;
  /** Comma-separated oddities that do not stop a command: clockAhead, clockSetBack, counterReused. */
  flags: string;
  deviceId: string;
  pushedBy: string;
  receivedAt: string;
}
export interface EventRow {
  id: string;
  streamType: string;
  streamId: string;
  version: number;
  sequence: number;
  /** Where the stream lay before the event's command; whoever had it is told where it went. */
  areaBefore: string;
  /** Where it lies after it: 6, 9 or 12 digits. */
  areaCode: string;
  /** 0 or 1. */
  confidential: number;
  type: string;
  deviceId: string;
  counter: number;
  stationTime: string;
  digest: string;
  body: string;
}
export interface CaseRow {
  id: string;
  caseNo: string;
  caseCode: string;
  draftId: string;
  kind: string;
  townCode: string;
  villageCode: string;
  step: string;
  version: number;
  tailDigest: string;
  updatedAt: string;
}
/** A stream that is no case. */
export interface StreamRow {
  id: string;
  streamType: string;
  areaCode: string;
  step: string;
  /** 0 or 1. */
  confidential: number;
  version: number;
  tailDigest: string;
  updatedAt: string;
}
export interface FileRow {
  digest: string;
  bytes: number;
  mime: string;
  storedBy: string;
  storedAt: string;
}
export interface CaseFileRow {
  caseId: string;
  digest: string;
}
/** What could not be taken, once per content, without its content. */
export interface QuarantineRow {
  itemDigest: string;
  commandId: string | null;
  deviceId: string;
  pushedBy: string;
  code: string;
  times: number;
  lastAt: string;
}
/** Who was given whose data (L §70). */
export interface AccessRow {
  id: string;
  at: string;
  accountId: string;
  deviceId: string;
  what: string;
  caseId: string | null;
}
export interface SettingRow {
  name: string;
  value: string;
}

type Columns<T> = { [K in keyof T]: EntitySchemaColumnOptions };
const text: EntitySchemaColumnOptions = { type: 'text' };
const optional: EntitySchemaColumnOptions = { type: 'text', nullable: true };
const int: EntitySchemaColumnOptions = { type: 'integer' };
const key: EntitySchemaColumnOptions = { type: 'text', primary: true };

const table = <T extends object>(name: string, columns: Columns<T>): EntitySchema<T> =>
  new EntitySchema<T>({ name, tableName: name, columns });

export const AccountEntity = table<AccountRow>('accounts', {
  id: key,
  username: text,
  displayName: text,
  role: text,
  areaCode: text,
  areaName: text,
  salt: text,
  hash: text,
  memoryKiB: int,
  iterations: int,
  parallelism: int,
  createdAt: text,
  roleUntil: optional,
});
export const AttemptEntity = table<AttemptRow>('login_attempts', {
  username: key,
  failures: int,
  lockedUntil: optional,
  lastAt: text,
});
export const TokenEntity = table<TokenRow>('tokens', {
  tokenHash: key,
  accountId: text,
  deviceId: text,
  expires: text,
});
export const AccountDeviceEntity = table<AccountDeviceRow>('account_devices', {
  accountId: key,
  deviceId: key,
  deviceName: text,
  lastAt: text,
});
export const CounterEntity = table<CounterRow>('counters', { name: key, value: int });
export const CommandEntity = table<CommandRow>('commands', {
  commandId: key,
  streamId: text,
  itemDigest: text,
  answer: text,
  flags: text,
  deviceId: text,
  pushedBy: text,
  receivedAt: text,
});
export const EventEntity = table<EventRow>('events', {
  id: key,
  streamType: text,
  streamId: text,
  version: int,
  sequence: int,
  areaBefore: text,
  areaCode: text,
  confidential: int,
  type: text,
  deviceId: text,
  counter: int,
  stationTime: text,
  digest: text,
  body: text,
});
export const CaseEntity = table<CaseRow>('cases', {
  id: key,
  caseNo: text,
  caseCode: text,
  draftId: text,
  kind: text,
  townCode: text,
  villageCode: text,
  step: text,
  version: int,
  tailDigest: text,
  updatedAt: text,
});
export const StreamEntity = table<StreamRow>('streams', {
  id: key,
  streamType: text,
  areaCode: text,
  step: text,
  confidential: int,
  version: int,
  tailDigest: text,
  updatedAt: text,
});
export const FileEntity = table<FileRow>('files', {
  digest: key,
  bytes: int,
  mime: text,
  storedBy: text,
  storedAt: text,
});
export const CaseFileEntity = table<CaseFileRow>('case_files', { caseId: key, digest: key });
export const QuarantineEntity = table<QuarantineRow>('quarantine', {
  itemDigest: key,
  commandId: optional,
  deviceId: text,
  pushedBy: text,
  code: text,
  times: int,
  lastAt: text,
});
export const AccessEntity = table<AccessRow>('access_log', {
  id: key,
  at: text,
  accountId: text,
  deviceId: text,
  what: text,
  caseId: optional,
});
export const SettingEntity = table<SettingRow>('settings', { name: key, value: text });

export const districtEntities = [
  AccountEntity,
  AttemptEntity,
  TokenEntity,
  AccountDeviceEntity,
  CounterEntity,
  CommandEntity,
  EventEntity,
  CaseEntity,
  StreamEntity,
  FileEntity,
  CaseFileEntity,
  QuarantineEntity,
  AccessEntity,
  SettingEntity,
  ...portalEntities,
  ...matchingEntities,
  ...duplicateEntities,
];
