import { z } from 'zod';
import {
  Consent,
  FaceAttempt,
  FaceModel,
  Page,
  DraftPage,
  PageMime,
  Strokes,
  Certification,
} from '../../domain/application/evidence.ts';
import { AssistanceKind } from '../../domain/application/application.ts';
import { DraftSections } from '../../domain/application/forms.ts';
import { Sex } from '../../domain/application/person.ts';
import { LocalAmounts } from '../../domain/rules/local-amounts.ts';
import { IsoDate } from '../../domain/values/iso-date.ts';
import { command, staffModes } from '../define.ts';
import { DraftSummary, DraftView, DueDate } from '../views.ts';

const draftId = z.uuid();
const clerk = ['windowClerk'] as const;
const own = ['draft.notFound', 'draft.notYours', 'draft.submitted'] as const;
const Slot = z.string().min(1).max(40);
const shape = DraftSections.shape;

/** One section as typed; `z.strictObject` with exactly one key would lose the pairing of name and value. */
const SectionValue = z.discriminatedUnion('section', [
  z.strictObject({ section: z.literal('identity'), value: shape.identity.unwrap() }),
  z.strictObject({ section: z.literal('members'), value: shape.members.unwrap() }),
  z.strictObject({ section: z.literal('livesAlone'), value: z.boolean() }),
  z.strictObject({ section: z.literal('villageCode'), value: z.string().max(12) }),
  z.strictObject({ section: z.literal('kinship'), value: shape.kinship.unwrap() }),
  z.strictObject({ section: z.literal('income'), value: shape.income.unwrap() }),
  z.strictObject({ section: z.literal('property'), value: shape.property.unwrap() }),
  z.strictObject({ section: z.literal('agent'), value: shape.agent.unwrap() }),
  z.strictObject({ section: z.literal('account'), value: shape.account.unwrap() }),
  z.strictObject({ section: z.literal('supporters'), value: shape.supporters.unwrap() }),
  z.strictObject({ section: z.literal('selfCare'), value: shape.selfCare.unwrap() }),
  z.strictObject({ section: z.literal('expenses'), value: shape.expenses.unwrap() }),
  z.strictObject({ section: z.literal('emergency'), value: shape.emergency.unwrap() }),
  z.strictObject({ section: z.literal('registeredElsewhere'), value: shape.registeredElsewhere.unwrap() }),
]);
export type SectionValue = z.infer<typeof SectionValue>;

export const draftCommands = {
  /** The amounts in force today, for reckoning before there is a draft. */
  'terms.inForce': command({
    input: z.strictObject({}),
    output: z.strictObject({ amounts: LocalAmounts }),
    failures: ['amounts.noneInForce'],
    access: clerk,
    modes: staffModes,
  }),
  'draft.create': command({
    /** `sections`: answers given before, such as to the pre-screen; nothing else is known of the draft yet. */
    input: z.strictObject({ kind: AssistanceKind, sections: DraftSections.optional() }),
    output: z.strictObject({ draft: DraftView }),
    failures: ['amounts.noneInForce'],
    access: clerk,
    modes: staffModes,
  }),
  'draft.list': command({
    input: z.strictObject({}),
    output: z.strictObject({ drafts: z.array(DraftSummary) }),
    failures: [],
    access: clerk,
    modes: staffModes,
  }),
  'draft.open': command({
    input: z.strictObject({ draftId }),
    output: z.strictObject({ draft: DraftView }),
    failures: [...own, 'amounts.noneInForce'],
    access: clerk,
    modes: staffModes,
  }),
  /** Saves one section whole, durably, before it answers. `revision` guards against two windows on one draft. */
  'draft.save': command({
    input: z.strictObject({ draftId, revision: z.int().nonnegative(), change: SectionValue }),
    output: z.strictObject({ revision: z.int(), updatedAt: z.string() }),
    failures: [...own, 'draft.stale'],
    access: clerk,
    modes: staffModes,
  }),
  /** Takes note of changed rules or amounts: from here on the draft counts as begun under those in force. */
  'draft.recheck': command({
    input: z.strictObject({ draftId }),
    output: z.strictObject({ draft: DraftView }),
    failures: [...own, 'amounts.noneInForce'],
    access: clerk,
    modes: staffModes,
  }),
  /** Earlier cases on this station of the person whose ID number stands in the draft, latest first. */
  'draft.earlier': command({
    input: z.strictObject({ draftId }),
    output: z.strictObject({
      cases: z.array(
        z.strictObject({
          caseId: z.uuid(),
          caseCode: z.string(),
          kind: AssistanceKind,
          submittedOn: IsoDate,
        }),
      ),
    }),
    failures: own,
    access: clerk,
    modes: staffModes,
  }),
  /**
   * Fills what is still empty from an earlier case of the same person. `taken` was filled; `kept` had been answered here and stays as
   * it is. The look at the earlier case is recorded.
   */
  'draft.reuse': command({
    input: z.strictObject({ draftId, revision: z.int().nonnegative(), fromCaseId: z.uuid() }),
    output: z.strictObject({
      draft: DraftView,
      taken: z.array(z.string()),
      kept: z.array(z.string()),
    }),
    failures: [
      ...own,
      'draft.stale',
      'amounts.noneInForce',
      'case.notFound',
      'case.notYourArea',
      'case.tampered',
    ],
    access: clerk,
    modes: staffModes,
  }),
  'draft.discard': command({
    input: z.strictObject({ draftId }),
    output: z.strictObject({}),
    failures: own,
    access: clerk,
    modes: staffModes,
  }),
  /** Reads the card on the reader; the photo, if any, is the reply's bytes (JPEG or PNG). */
  'idReader.read': command({
    input: z.strictObject({ draftId }),
    output: z.strictObject({
      name: z.string(),
      idNumber: z.string(),
      sex: Sex.nullable(),
      birth: IsoDate.nullable(),
      ethnicity: z.string(),
      address: z.string(),
      validUntil: z.string(),
      hasPhoto: z.boolean(),
    }),
    failures: [...own, 'idReader.absent', 'idReader.noCard', 'idReader.badAnswer'],
    access: clerk,
    modes: staffModes,
    binary: 'out',
  }),
  'page.add': command({
    input: z.strictObject({
      draftId,
      slot: Slot,
      memberId: z.uuid().nullable(),
      mime: PageMime,
      width: z.int().nonnegative(),
      height: z.int().nonnegative(),
      source: Page.shape.source,
      warnings: Page.shape.warnings,
      /** Replaces this page (after crop or rotate); the place in the order stays. */
      replaces: z.uuid().nullable(),
    }),
    output: z.strictObject({ page: DraftPage }),
    failures: [
      ...own,
      'page.tooLarge',
      'page.notAnImage',
      'page.pdfWithScript',
      'page.typeMismatch',
      'page.notFound',
    ],
    access: clerk,
    modes: staffModes,
    binary: 'in',
  }),
  'page.read': command({
    input: z.strictObject({ draftId, pageId: z.uuid() }),
    output: z.strictObject({ mime: PageMime }),
    failures: [...own, 'page.notFound', 'page.damaged'],
    access: clerk,
    modes: staffModes,
    binary: 'out',
  }),
  'page.remove': command({
    input: z.strictObject({ draftId, pageId: z.uuid() }),
    output: z.strictObject({}),
    failures: [...own, 'page.notFound'],
    access: clerk,
    modes: staffModes,
  }),
  /** Puts pages into a slot in the given order; moves them there from other slots when needed. */
  'page.arrange': command({
    input: z.strictObject({
      draftId,
      slot: Slot,
      memberId: z.uuid().nullable(),
      pageIds: z.array(z.uuid()).max(200),
    }),
    output: z.strictObject({}),
    failures: [...own, 'page.notFound'],
    access: clerk,
    modes: staffModes,
  }),
  'scanner.list': command({
    input: z.strictObject({}),
    output: z.strictObject({ devices: z.array(z.strictObject({ id: z.string(), name: z.string() })) }),
    failures: ['scanner.noTool', 'scanner.failed'],
    access: clerk,
    modes: staffModes,
  }),
  /** Scans every page in the feeder (or one from the glass) straight into the slot. */
  'scanner.scan': command({
    input: z.strictObject({
      draftId,
      slot: Slot,
      memberId: z.uuid().nullable(),
      deviceId: z.string().max(200),
    }),
    output: z.strictObject({ pages: z.array(DraftPage) }),
    failures: [
      ...own,
      'scanner.absent',
      'scanner.noTool',
      'scanner.empty',
      'scanner.jammed',
      'scanner.coverOpen',
      'scanner.busy',
      'scanner.failed',
    ],
    access: clerk,
    modes: staffModes,
  }),
  /** One still from the optional node-webcam adapter. */
  'still.capture': command({
    input: z.strictObject({ draftId, slot: Slot, memberId: z.uuid().nullable() }),
    output: z.strictObject({ page: DraftPage }),
    failures: [...own, 'still.noTool', 'still.noDevice', 'page.notAnImage'],
    access: clerk,
    modes: staffModes,
  }),
  'consent.record': command({
    input: z.strictObject({
      draftId,
      decision: z.enum(['granted', 'declined']),
      text: Consent.shape.text,
      textVersion: Consent.shape.textVersion,
    }),
    output: z.strictObject({ consent: Consent }),
    failures: own,
    access: clerk,
    modes: staffModes,
  }),
  'consent.withdraw': command({
    input: z.strictObject({ draftId }),
    output: z.strictObject({}),
    failures: [...own, 'consent.notFound'],
    access: clerk,
    modes: staffModes,
  }),
  /** The signature's picture (PNG) is the call's bytes. Signing again replaces the earlier one. */
  'authorization.sign': command({
    input: z.strictObject({
      draftId,
      memberId: z.uuid(),
      signerId: z.uuid(),
      text: z.string().min(10).max(8000),
      textVersion: z.string().max(40),
      strokes: Strokes,
    }),
    output: z.strictObject({}),
    failures: [
      ...own,
      'signature.notAMember',
      'signature.guardianNeeded',
      'signature.empty',
      'page.notAnImage',
    ],
    access: clerk,
    modes: staffModes,
    binary: 'in',
  }),
  'authorization.clear': command({
    input: z.strictObject({ draftId, memberId: z.uuid() }),
    output: z.strictObject({}),
    failures: [...own, 'signature.notAMember'],
    access: clerk,
    modes: staffModes,
  }),
  /**
   * Decides one attempt. Bytes: two templates of 512 little-endian float32, ID photo first, probe second. They stay on
   * this device; the answer and the record carry the score only.
   */
  'certification.verify': command({
    input: z.strictObject({
      draftId,
      personId: z.uuid(),
      model: FaceModel,
      frames: z.int().min(3).max(60),
      rejectedFrames: z.record(z.string().max(20), z.int().nonnegative()),
    }),
    output: z.strictObject({ attempt: FaceAttempt, attemptsLeft: z.int().nonnegative() }),
    failures: [
      ...own,
      'consent.needed',
      'certification.twoFailures',
      'certification.badTemplate',
      'certification.unknownModel',
    ],
    access: clerk,
    modes: staffModes,
    binary: 'in',
  }),
  'certification.manual': command({
    input: z.strictObject({
      draftId,
      personId: z.uuid(),
      accepted: z.boolean(),
      reason: Certification.shape.manualReason.unwrap(),
      note: z.string().max(500),
    }),
    output: z.strictObject({}),
    failures: own,
    access: clerk,
    modes: staffModes,
  }),
  'application.submit': command({
    input: z.strictObject({ draftId }),
    output: z.strictObject({ caseId: z.uuid(), caseCode: z.string(), acceptBy: DueDate }),
    failures: [
      ...own,
      'draft.incomplete',
      'case.notYourArea',
      'case.notYourRole',
      'case.duplicate',
      'submit.membersInvalid',
      'submit.signatureMissing',
      'submit.materialMissing',
      'submit.certificationMissing',
      'submit.consentMismatch',
      'submit.arithmeticDiffers',
      'amounts.noneInForce',
    ],
    access: clerk,
    modes: staffModes,
  }),
} as const;
