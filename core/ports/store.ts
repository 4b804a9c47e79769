import type { AssistanceKind } from '../../domain/application/application.ts';
import type { Evidence } from '../../domain/application/evidence.ts';
import type { DraftSections } from '../../domain/application/forms.ts';
import type { EventEnvelope, StreamType } from '../../domain/log/event-envelope.ts';
import type { CaseStep } from '../../domain/case/case-state.ts';
import type { CaseSummary, SyncState } from '../../contract/views.ts';
import type { LoginReply } from '../../contract/sync/accounts.ts';
import type { PushItem } from '../../contract/sync/push.ts';

/** A draft as stored: one row, its personal parts encrypted. */
export interface DraftRecord {
  id: string;
  kind: AssistanceKind;
  ownerId: string;
  townCode: string;
  ruleSetId: string;
  revision: number;
  createdAt: string;
  updatedAt: string;
  sections: DraftSections;
  evidence: Evidence;
  /** Set once submitted; a submitted draft is closed. */
  caseId: string | null;
}

/** Read model of a case, rebuilt from its stream at any time. */
export interface CaseRow {
  id: string;
  kind: AssistanceKind;
  step: CaseStep;
  caseCode: string;
  caseNo: string | null;
  townCode: string;
  villageCode: string;
  applicantName: string;
  applicantIdNumber: string;
  householdSize: number;
  submittedOn: string;
  /** ISO day, 'calendar.unpublished' or null; with what falls due then. */
  due: string | null;
  dueKind: CaseSummary['dueKind'];
  version: number;
  /** Account that has taken the case for itself; null while anybody may. */
  claimedBy: string | null;
  /** What happened and on which day, oldest first; kinds only, nothing about persons. Empty until a row of an older version is saved again. */
  history: [kind: string, date: string][];
  flags: string[];
  /** Monthly amount in 分 as confirmed. */
  amountFen: number | null;
  nextVisitDue: string | null;
  /** Everybody of the household, to be found by number; written, and empty when read back. */
  people: { personId: string; idNumber: string }[];
}

/** Which cases of an area (code prefix); `search` matches name, ID number (exact), case code or number. */
export interface CaseQuery {
  areaCode: string;
  /** Null: any step. */
  steps: readonly string[] | null;
  search: string;
  claimedBy?: string;
  flag?: string;
  kind?: AssistanceKind;
  /** Something was due by this day, and is not done. */
  dueUntil?: string;
}

/** What counts and charts need of a case; nothing about persons. */
export interface CaseTimeline extends Pick<
  CaseRow,
  'kind' | 'townCode' | 'villageCode' | 'history' | 'claimedBy' | 'flags' | 'nextVisitDue' | 'submittedOn'
> {
  caseId: string;
  caseCode: string;
  step: string;
}

/** Read model of a stream that is no case, rebuilt from its events at any time. */
export interface RecordRow {
  /** Of the stream. */
  id: string;
  streamType: StreamType;
  /** 6, 9 or 12 digits. */
  areaCode: string;
  step: string;
  /** ISO day, 'calendar.unpublished' or null. */
  due: string | null;
  /** The account it lies with. */
  ownerId: string | null;
  /** For `confidentialRoles` only. */
  confidential: boolean;
  version: number;
  /** JSON of the folded state; sealed on disk, parsed by who reads it. */
  body: unknown;
}

export interface RecordQuery {
  streamType: StreamType;
  areaCode: string;
  steps: readonly string[] | null;
  ownerId: string | null;
  /** Whether confidential ones are included. */
  confidential: boolean;
  offset: number;
  limit: number;
}

/** A command waiting for the district; kept after the answer with its outcome. */
export interface OutboxRow {
  id: string;
  kind: 'events' | 'file';
  caseId: string;
  state: SyncState;
  attempts: number;
  /** ISO instant before which it is not tried again. */
  notBefore: string;
  failure: string | null;
  createdAt: string;
  /** kind 'events' */
  item: PushItem | null;
  /** kind 'file' */
  file: { digest: string; bytes: number; mime: string; sentBytes: number; uploadUrl: string | null } | null;
}

/** An account as this station knows it, enough for a login without network. */
export interface AccountRow {
  account: LoginReply['account'];
  verifier: LoginReply['verifier'] | null;
  token: string | null;
  tokenExpires: string | null;
  lastOnlineLogin: string | null;
  offlineDays: number;
  failedAttempts: number;
  lockedUntil: string | null;
}

/** Who looked at whose data and why (L §70). */
export interface ReadRecord {
  at: string;
  accountId: string;
  caseId: string;
  purpose: string;
  what: string;
}

/** A page added for an open supplement notice, not yet submitted. */
export interface SupplementPage {
  caseId: string;
  page: Evidence['pages'][number];
}

/** Questions to the database; usable outside and inside a transaction. */
export interface StoreReader {
  draft(id: string): Promise<DraftRecord | null>;
  openDrafts(ownerId: string): Promise<DraftRecord[]>;
  stream(streamId: string): Promise<EventEnvelope[]>;
  caseRow(id: string): Promise<CaseRow | null>;
  caseByCode(caseCode: string): Promise<CaseRow | null>;
  /** Due first. */
  cases(query: CaseQuery & { offset: number; limit: number }): Promise<CaseRow[]>;
  countCases(query: CaseQuery): Promise<number>;
  /** Cases of an area by step. */
  caseCounts(areaCode: string): Promise<Record<string, number>>;
  /** Every case of an area, in the order of entry. */
  caseTimelines(areaCode: string): Promise<CaseTimeline[]>;
  /** Open cases whose applicant has this ID number: identical re-submission is stopped by it. */
  openCasesOf(idNumber: string): Promise<CaseRow[]>;
  /** Open cases of a household that somebody with this ID number belongs to. */
  openCasesOfPerson(idNumber: string): Promise<CaseRow[]>;
  record(id: string): Promise<RecordRow | null>;
  /** Due first. */
  records(query: RecordQuery): Promise<RecordRow[]>;
  /** Records of an area by step; confidential ones only when asked for. */
  recordCounts(
    streamType: StreamType,
    areaCode: string,
    confidential: boolean,
  ): Promise<Record<string, number>>;
  outbox(state: SyncState | null): Promise<OutboxRow[]>;
  /** Rows to send now, oldest first; at most `limit`. */
  outboxDue(kind: OutboxRow['kind'], now: string, limit: number): Promise<OutboxRow[]>;
  outboxRow(id: string): Promise<OutboxRow | null>;
  outboxOfCase(caseId: string): Promise<OutboxRow[]>;
  account(username: string): Promise<AccountRow | null>;
  accountById(id: string): Promise<AccountRow | null>;
  /** Everybody this station has heard of, in the order it did. */
  accounts(): Promise<AccountRow['account'][]>;
  setting(key: string): Promise<string | null>;
  supplementPages(caseId: string): Promise<SupplementPage[]>;
  readRecords(caseId: string): Promise<ReadRecord[]>;
}

/** Changes; only reachable inside `Store.write`, so each set of changes is one transaction behind the write gate. */
export interface StoreWriter extends StoreReader {
  saveDraft(draft: DraftRecord): Promise<void>;
  deleteDraft(id: string): Promise<void>;
  /** Fails on a version that exists: streams only grow. */
  appendEvents(events: readonly EventEnvelope[]): Promise<void>;
  /** Removes the unacknowledged tail from this version on, when the district's events take its place. */
  dropEventsFrom(streamId: string, version: number): Promise<void>;
  saveCaseRow(row: CaseRow): Promise<void>;
  saveRecord(row: RecordRow): Promise<void>;
  saveOutbox(row: OutboxRow): Promise<void>;
  deleteOutbox(id: string): Promise<void>;
  saveAccount(row: AccountRow): Promise<void>;
  setSetting(key: string, value: string): Promise<void>;
  /** The device's next event counter; unique and increasing for ever. */
  nextCounter(count: number): Promise<number>;
  /** The next running number of a day for case codes of this station. */
  nextCaseSerial(day: string): Promise<number>;
  addSupplementPage(row: SupplementPage): Promise<void>;
  /** Rows whose pages have gone into a command, by page id. */
  clearSupplementPages(caseId: string, pageIds: readonly string[]): Promise<void>;
  addReadRecord(record: ReadRecord): Promise<void>;
  /** Face template of a person (512 float32, normalised), encrypted; replaced, never listed. */
  saveTemplate(personId: string, consentId: string, modelDigest: string, template: Uint8Array): Promise<void>;
  deleteTemplates(consentId: string): Promise<number>;
}

export interface Store {
  read: StoreReader;
  /** One transaction behind the FIFO write gate; durable on disk when it resolves. Nested calls join the outer one. */
  write<T>(work: (tx: StoreWriter) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Encrypted, content-addressed bytes. `put` answers after the bytes are synced to disk. */
export interface FileArchive {
  put(bytes: Uint8Array): Promise<{ digest: string; bytes: number }>;
  /** Null when there is no such file; throws `ArchiveDamaged` when the bytes no longer match their digest. */
  get(digest: string): Promise<Uint8Array | null>;
  has(digest: string): Promise<boolean>;
  /** Removes a file nobody refers to (a discarded draft's page). */
  remove(digest: string): Promise<void>;
  freeBytes(): Promise<number>;
}

export class ArchiveDamaged extends Error {
  constructor() {
    super('stored bytes do not match their digest');
    this.name = 'ArchiveDamaged';
  }
}

export class DatabaseNewer extends Error {
  readonly found: string;
  readonly supported: string;
  constructor(found: string, supported: string) {
    super(`database migrated by ${found}, this version knows ${supported}`);
    this.name = 'DatabaseNewer';
    this.found = found;
    this.supported = supported;
  }
}

/** Thrown by writes when the disk is full; nothing of the transaction is kept. */
export class StorageFull extends Error {
  constructor() {
    super('no space left for the write');
    this.name = 'StorageFull';
  }
}

/** The key of this device's data, wrapped by the OS or a passphrase. */
export interface Vault {
  status(): Promise<'missing' | 'locked' | 'open'>;
  /** Throws `VaultWrongPassphrase`, `VaultDamaged`. Opens (or makes) the database and the archive with the key. */
  create(passphrase: string): Promise<void>;
  unlock(passphrase: string): Promise<void>;
  /** The opened store and archive; throws `VaultLocked` before. */
  opened(): { store: Store; files: FileArchive };
  close(): Promise<void>;
}

export class VaultLocked extends Error {}
export class VaultWrongPassphrase extends Error {}
export class VaultDamaged extends Error {}
