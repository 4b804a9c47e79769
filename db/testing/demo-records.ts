import { randomBytes } from 'node:crypto';
import type { AccountRow, CaseRow, DraftRecord, OutboxRow, RecordRow } from '../../core/ports/store.ts';
import { DraftSections } from '../../domain/application/forms.ts';
import type { EventEnvelope } from '../../domain/log/event-envelope.ts';
import { firstPrevDigest } from '../../domain/log/event-envelope.ts';
import { makeUuid } from '../../domain/values/uuid.ts';

/** Fictional records for the tests of this folder. */
let tick = Date.UTC(2026, 6, 1);
export const newId = (): string => makeUuid((tick += 1), randomBytes(10));

export const demoName = '张示例';
/** Region 500107, check digit right; belongs to nobody's test data elsewhere. */
export const demoIdNumber = '50010719900101001X';
const at = '2026-07-01T02:00:00.000Z';

export const demoDraft = (change: Partial<DraftRecord> = {}): DraftRecord => ({
  id: newId(),
  kind: 'dibao',
  ownerId: newId(),
  townCode: '500107001',
  ruleSetId: 'cq-jlp-2023',
  revision: 1,
  createdAt: at,
  updatedAt: at,
  sections: DraftSections.parse({
    agent: { has: true, kind: 'person', name: demoName, idNumber: demoIdNumber, relation: '朋友', phone: '' },
  }),
  evidence: { pages: [], signatures: [], consent: null, certification: null, faceAttempts: [] },
  caseId: null,
  ...change,
});

export const demoCase = (change: Partial<CaseRow> = {}): CaseRow => ({
  id: newId(),
  kind: 'dibao',
  step: 'SUBMITTED',
  caseCode: `JLP-${newId().slice(-12)}`,
  caseNo: null,
  townCode: '500107001',
  villageCode: '500107001001',
  applicantName: demoName,
  applicantIdNumber: demoIdNumber,
  householdSize: 3,
  submittedOn: '2026-07-01',
  due: '2026-07-03',
  dueKind: 'accept',
  version: 1,
  claimedBy: null,
  history: [['submitted', '2026-07-01']],
  flags: [],
  amountFen: null,
  nextVisitDue: null,
  people: [],
  ...change,
});

export const demoRecord = (change: Partial<RecordRow> = {}): RecordRow => ({
  id: newId(),
  streamType: 'alert',
  areaCode: '500107001001',
  step: 'OPEN',
  due: '2026-07-03',
  ownerId: null,
  confidential: false,
  version: 1,
  body: { name: demoName, idNumber: demoIdNumber },
  ...change,
});

export const demoEvent = (
  streamId: string,
  version: number,
  change: Partial<EventEnvelope> = {},
): EventEnvelope => ({
  id: newId(),
  streamType: 'case',
  streamId,
  version,
  type: 'application.submitted',
  data: { name: demoName, idNumber: demoIdNumber },
  actor: { accountId: newId(), role: 'windowClerk', areaCode: '500107001' },
  deviceId: newId(),
  stationTime: at,
  counter: version,
  ruleSetId: 'cq-jlp-2023',
  prevDigest: firstPrevDigest,
  digest: 'a'.repeat(64),
  ...change,
});

export const demoFileOutbox = (change: Partial<OutboxRow> = {}): OutboxRow => ({
  id: newId(),
  kind: 'file',
  caseId: newId(),
  state: 'local',
  attempts: 0,
  notBefore: at,
  failure: null,
  createdAt: at,
  item: null,
  file: { digest: 'b'.repeat(64), bytes: 10, mime: 'image/jpeg', sentBytes: 0, uploadUrl: null },
  ...change,
});

export const demoAccount = (username: string, change: Partial<AccountRow> = {}): AccountRow => ({
  account: {
    id: newId(),
    username,
    displayName: '李示范',
    role: 'windowClerk',
    areaCode: '500107001',
    areaName: '示范街道',
  },
  verifier: { salt: 'c2FsdA==', hash: 'aGFzaA==', memoryKiB: 65536, iterations: 3, parallelism: 1 },
  token: 'secret-token-value',
  tokenExpires: at,
  lastOnlineLogin: at,
  offlineDays: 7,
  failedAttempts: 0,
  lockedUntil: null,
  ...change,
});
