import { z } from 'zod';
import { alertTicketFailures } from './failures/alert-ticket.ts';
import { processFailures } from './failures/process.ts';
import { Instant } from '../domain/values/instant.ts';

const none = z.strictObject({});
const area = z.strictObject({ areaCode: z.string() });

/**
 * Every expected failure with the data it carries. Codes are `noun.reason`; the page has one plain sentence for each.
 * A code that is not here cannot leave the core.
 */
export const failures = {
  internal: z.strictObject({ errorId: z.string() }),
  'call.malformed': z.strictObject({ issues: z.array(z.string()).max(10) }),
  'call.unknown': z.strictObject({ name: z.string().max(80) }),
  'call.tooLarge': z.strictObject({ maxBytes: z.int() }),
  'call.notInThisMode': none,
  'session.none': none,
  'session.notAllowed': none,
  'session.wrongPassword': z.strictObject({ attemptsLeft: z.int() }),
  'session.lockedOut': z.strictObject({ until: z.string() }),
  'session.firstLoginNeedsNetwork': none,
  'session.offlineExpired': z.strictObject({ days: z.int() }),
  'session.wrongArea': area,
  'session.roleExpired': z.strictObject({ until: z.string() }),
  'vault.locked': none,
  'vault.exists': none,
  'vault.missing': none,
  'vault.wrongPassphrase': none,
  'vault.weakPassphrase': z.strictObject({ minLength: z.int() }),
  'vault.damaged': none,
  'database.newer': z.strictObject({ found: z.string(), supported: z.string() }),
  'database.damaged': none,
  'storage.full': z.strictObject({ freeBytes: z.int() }),
  'setup.done': none,
  'district.unreachable': none,
  'district.answeredBadly': z.strictObject({ status: z.int() }),
  'district.certificate': none,
  'draft.notFound': none,
  'draft.notYours': none,
  'draft.stale': z.strictObject({ revision: z.int() }),
  'draft.submitted': none,
  'draft.incomplete': z.strictObject({ missing: z.array(z.string()).max(200) }),
  'idReader.absent': none,
  'idReader.noCard': none,
  'idReader.badAnswer': none,
  'page.notFound': none,
  'page.damaged': none,
  'page.tooLarge': z.strictObject({ maxBytes: z.int() }),
  'page.notAnImage': none,
  'page.pdfWithScript': none,
  'page.typeMismatch': z.strictObject({ declared: z.string(), found: z.string() }),
  'scanner.absent': none,
  'scanner.noTool': none,
  'scanner.empty': none,
  'scanner.jammed': none,
  'scanner.coverOpen': none,
  'scanner.busy': none,
  'scanner.failed': none,
  'still.noTool': none,
  'still.noDevice': none,
  'printer.absent': none,
  'printer.failed': none,
  'consent.needed': none,
  'consent.notFound': none,
  'signature.notAMember': none,
  'signature.guardianNeeded': none,
  'signature.empty': none,
  'certification.twoFailures': none,
  'certification.noPhoto': none,
  'certification.badTemplate': none,
  'certification.unknownModel': none,
  'case.notFound': none,
  'case.exists': none,
  'case.wrongStep': z.strictObject({ step: z.string() }),
  'case.notYourRole': none,
  'case.notYourArea': none,
  /** The last day of the actor's role has passed. */
  'case.roleExpired': z.strictObject({ until: z.string() }),
  'case.sameReviewer': none,
  'case.duplicate': z.strictObject({ caseCode: z.string() }),
  'case.tampered': z.strictObject({ version: z.int() }),
  'supplement.alreadyIssued': none,
  'supplement.limitPast': z.strictObject({ limit: z.string() }),
  'supplement.limitNotPassed': z.strictObject({ limit: z.string() }),
  'supplement.itemsMissing': z.strictObject({ slots: z.array(z.string()) }),
  'submit.membersInvalid': z.strictObject({ missing: z.array(z.string()) }),
  'submit.signatureMissing': z.strictObject({ memberIds: z.array(z.string()) }),
  'submit.materialMissing': z.strictObject({ slots: z.array(z.string()) }),
  'submit.certificationMissing': none,
  'submit.consentMismatch': none,
  'submit.arithmeticDiffers': none,
  /** No version of the local amounts holds on this day: nothing can be reckoned. */
  'amounts.noneInForce': z.strictObject({ day: z.string() }),
  'calendar.unpublished': z.strictObject({ year: z.int() }),
  /** A calendar that no district key known here has signed. */
  'calendar.badSignature': none,
  'calendar.notNewer': z.strictObject({ serial: z.int(), current: z.int() }),
  'receipt.glyphMissing': z.strictObject({ characters: z.string() }),
  'outbox.notFound': none,
  /** The station's day lies ahead of the district's: what it dates would stand in the future. */
  'sync.clockAhead': z.strictObject({ serverTime: Instant }),
  /** No calendar of the district, whatever it is. */
  'calendar.unreadable': none,
  /** The district was never reached: nothing to hold a signature against. */
  'calendar.noKey': none,
  ...alertTicketFailures,
  ...processFailures,
} as const;

export type FailureCode = keyof typeof failures;
export type FailureOf<C extends FailureCode> = C extends FailureCode
  ? { code: C; data: z.infer<(typeof failures)[C]> }
  : never;
export type AnyFailure = FailureOf<FailureCode>;

/** Failures that any command may answer, beside the ones it declares. */
export const commonFailures = [
  'internal',
  'call.malformed',
  'call.unknown',
  'call.tooLarge',
  'call.notInThisMode',
  'session.none',
  'session.notAllowed',
  'vault.locked',
  'storage.full',
] as const satisfies readonly FailureCode[];
export type CommonFailure = (typeof commonFailures)[number];

/** Builds a failure with its data checked by the compiler. */
export const failure = <C extends FailureCode>(code: C, data: z.infer<(typeof failures)[C]>): FailureOf<C> =>
  ({ code, data }) as FailureOf<C>;

/** Parses a failure that came from outside the process; null when it is none of ours. */
export function parseFailure(value: unknown): AnyFailure | null {
  const head = z.object({ code: z.string(), data: z.unknown().optional() }).safeParse(value);
  if (!head.success || !Object.hasOwn(failures, head.data.code)) return null;
  const code = head.data.code as FailureCode;
  const data = failures[code].safeParse(head.data.data ?? {});
  return data.success ? ({ code, data: data.data } as AnyFailure) : null;
}
