import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import type { RuleSet } from '../../domain/rules/rule-set.ts';
import type { DistrictLink } from './district.ts';
import type {
  DocumentRenderer,
  IdReader,
  Printer,
  ReceiptRenderer,
  Scanner,
  StillCamera,
} from './devices.ts';
import type { Vault } from './store.ts';

export interface Place {
  code: string;
  name: string;
  villages: { code: string; name: string }[];
}

/** Line-by-line diagnostics; callers pass ids and codes, never names, numbers or texts of persons. */
export interface Log {
  info(code: string, data?: Record<string, string | number | boolean>): void;
  error(code: string, data: Record<string, string | number | boolean>, cause?: unknown): void;
}

/** Everything the core needs from outside; a host builds it. */
export interface Ports {
  host: {
    kind: 'electron' | 'loopback' | 'memory';
    reason: string;
    version: string;
    mode: 'window' | 'kiosk' | 'field';
    fontsOk: boolean;
  };
  now(): Date;
  randomBytes(count: number): Uint8Array;
  sha256Text(text: string): string;
  /** argon2id with the verifier's parameters; base64. */
  passwordHash(
    password: string,
    salt: string,
    cost: { memoryKiB: number; iterations: number; parallelism: number },
  ): Promise<string>;
  vault: Vault;
  /** Replaced when the district's newer one is installed. */
  calendar: WorkCalendar;
  /** Ed25519 of a key (SPKI, base64) over a hex digest. */
  signatureHolds(publicKey: string, digest: string, signature: string): boolean;
  ruleSets: ReadonlyMap<string, RuleSet>;
  currentRuleSetId: string;
  places: readonly Place[];
  /** Digests of face models this version trusts, with the threshold to decide by. */
  faceModels: ReadonlyMap<string, { threshold: number }>;
  idReader: IdReader;
  scanner: Scanner;
  still: StillCamera;
  printer: Printer;
  receipts: ReceiptRenderer;
  documents: DocumentRenderer;
  district: DistrictLink;
  log: Log;
}
