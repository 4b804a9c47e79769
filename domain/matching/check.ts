import { z } from 'zod';
import { Digest } from '../application/evidence.ts';
import { Instant } from '../values/instant.ts';
import { IsoDate } from '../values/iso-date.ts';
import { CheckFact } from './facts.ts';
import { Source } from './sources.ts';

/** What a check may be for; a list and no free text, so that the log of queries names no one (L §70). */
export const CheckPurpose = z.enum(['application', 'recheck', 'resurvey', 'change', 'yearlyReview']);
export type CheckPurpose = z.infer<typeof CheckPurpose>;

export const checkPurposeTitles: Record<CheckPurpose, string> = {
  application: '新申请的家庭经济状况调查',
  recheck: '申请人补充证明后的复查',
  resurvey: '公示有异议后的重新核实',
  change: '家庭情况变化后的核查',
  yearlyReview: '定期核查',
};

const once = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

/** Payload of `check.requested`: whom to ask about whom, and by which signatures (L §§41–43). */
export const CheckRequest = z.strictObject({
  requestId: z.uuid(),
  sources: z.array(Source).min(1).max(Source.options.length).refine(once, { error: 'check.sourceTwice' }),
  purpose: CheckPurpose,
  /** `signatureDigest`: the `imageDigest` of the 授权书 the person, or the guardian, signed on this case. */
  authorizations: z
    .array(z.strictObject({ personId: z.uuid(), signatureDigest: Digest }))
    .min(1)
    .max(60)
    .refine((list) => once(list.map(({ personId }) => personId)), { error: 'check.personTwice' }),
  requestedOn: IsoDate,
});
export type CheckRequest = z.infer<typeof CheckRequest>;

export const CheckOutcome = z.enum(['found', 'nothing', 'noAnswer', 'notAuthorized']);
export type CheckOutcome = z.infer<typeof CheckOutcome>;

/** Why there is no answer, or why nobody was asked. */
export const CheckReason = z.enum([
  'timeout',
  'unreachable',
  'refusedBySource',
  'unreadable',
  'wrongPerson',
  'notConfigured',
  'notOfCase',
  'noIdNumber',
  'noSignature',
  'otherSignature',
  'withdrawn',
  'noConsent',
  'caseClosed',
]);
export type CheckReason = z.infer<typeof CheckReason>;

/** Payload of command `recordCheckAnswer` and event `check.answered`: one source about one person. */
export const CheckAnswer = z
  .strictObject({
    requestId: z.uuid(),
    source: Source,
    personId: z.uuid(),
    outcome: CheckOutcome,
    /** null when a department answered. */
    reason: CheckReason.nullable(),
    facts: z.array(CheckFact).max(200),
    /** Which system said so under which number of its own; the district's query id where nobody answered. */
    provenance: z.strictObject({
      system: z.string().min(1).max(80),
      answerId: z.string().min(1).max(120),
      at: Instant,
    }),
    /** Last day the answer may be relied on; null where there is none. */
    validUntil: IsoDate.nullable(),
    /** SHA-256 of the answer as it came; the answer itself stays sealed at the district. */
    rawDigest: Digest.nullable(),
  })
  .superRefine((answer, context) => {
    const fault = faultOf(answer);
    if (fault) context.addIssue({ code: 'custom', message: fault });
  });
export type CheckAnswer = z.infer<typeof CheckAnswer>;

/** An answer says what it found, or nothing; a missing one says why and carries no facts. */
function faultOf(answer: {
  outcome: CheckOutcome;
  reason: CheckReason | null;
  facts: readonly CheckFact[];
  validUntil: string | null;
  rawDigest: string | null;
}): string | null {
  const answered = answer.outcome === 'found' || answer.outcome === 'nothing';
  if ((answer.outcome === 'found') !== answer.facts.length > 0) return 'check.factsDoNotFit';
  if (answered !== (answer.reason === null)) return 'check.reasonDoesNotFit';
  if (answered !== (answer.rawDigest !== null) || answered !== (answer.validUntil !== null))
    return 'check.proofDoesNotFit';
  return null;
}
