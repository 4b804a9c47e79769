import { authorizationFor, wholeText } from '../application/authorization-text.ts';
import { reviewDraft } from '../application/completeness.ts';
import { Page, type DraftPage, type Evidence, type Signature } from '../application/evidence.ts';
import { materialsToBring } from '../application/facts.ts';
import { DraftSections } from '../application/forms.ts';
import { PersonForm } from '../application/person.ts';
import type { CaseCommand } from '../case/case-commands.ts';
import { shippedCalendar } from '../calendar/shipped-calendar.ts';
import type { DecideContext } from '../log/decision.ts';
import type { Actor } from '../log/event-envelope.ts';
import { demoAmounts, shippedRuleSets } from '../rules/shipped.ts';
import { idCheckDigit } from '../values/id-number.ts';

/** A fixed UUIDv7-shaped id for tests: `testId(3)`. */
export const testId = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** A fictional 18-digit number with a true check digit; `serial` odd is male. */
export const testIdNumber = (birth: string, serial: number): string => {
  const first17 = `500107${birth.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  return first17 + idCheckDigit(first17);
};

export const testDigest = (n: number): string => n.toString(16).padStart(64, '0');
export const testTown = '500107001';
export const testTownName = '示例街道';
export const clerk: Actor = { accountId: testId(901), role: 'windowClerk', areaCode: testTown };
export const reviewer: Actor = { accountId: testId(902), role: 'townReviewer', areaCode: testTown };
export const testContext = (actor: Actor, today = '2025-01-24'): DecideContext => ({
  actor,
  today,
  at: `${today}T02:00:00.000Z`,
  ruleSet: shippedRuleSets[0]!,
  calendar: shippedCalendar,
  amounts: [demoAmounts],
  verifiable: [],
});
const at = '2025-01-24T02:00:00.000Z';

/** A household of fictional people that look it: 张示例 alone, or with others. */
export function sampleSections(others: Partial<PersonForm>[] = []): DraftSections {
  const identity = PersonForm.parse({
    id: testId(1),
    name: '张示例',
    idNumber: testIdNumber('1950-03-10', 11),
    phone: '13800000000',
    address: '虚构路1号',
  });
  const members = others.map((other, i) =>
    PersonForm.parse({
      id: testId(2 + i),
      name: `李虚构${'甲乙丙丁'[i % 4] ?? ''}`,
      idNumber: testIdNumber('1952-05-06', 20 + i),
      relation: 'spouse',
      ...other,
    }),
  );
  const none = { has: false, items: [] };
  return DraftSections.parse({
    identity,
    members,
    livesAlone: members.length === 0,
    villageCode: '500107001001',
    kinship: { declared: false },
    income: {
      entries: [
        { id: testId(50), memberId: identity.id, kind: 'pension', amountFen: 45_000, periodMonths: 1 },
      ],
    },
    property: {
      housing: none,
      vehicle: none,
      deposit: none,
      securities: none,
      insurance: none,
      shop: none,
      company: none,
    },
    agent: { has: false },
  });
}

const signed = (sections: DraftSections, member: PersonForm, signer: PersonForm, n: number): Signature => ({
  memberId: member.id,
  signerId: signer.id,
  role: member.id === signer.id ? 'self' : 'guardian',
  text: wholeText(authorizationFor({ kind: 'dibao', sections }, member, signer, testTownName)),
  textVersion: 'test-1',
  strokes: [
    [
      { x: 0.1, y: 0.1, t: 0, p: 0.5 },
      { x: 0.8, y: 0.6, t: 40, p: 0.5 },
    ],
  ],
  imageDigest: testDigest(700 + n),
  imageBytes: 900,
  at,
});

/** Evidence that completes `sections`: every material one page, every member signed, certified by a person. */
export function sampleEvidence(sections: DraftSections, today = '2025-01-24'): Evidence {
  const people = [...(sections.identity ? [sections.identity] : []), ...sections.members];
  const first = people[0];
  const guardian = first?.id ?? testId(1);
  const pages = materialsToBring('dibao', people, sections.agent.has === true, [], today).map(
    (m, i): DraftPage => ({
      id: testId(300 + i),
      digest: testDigest(500 + i),
      mime: 'image/jpeg',
      bytes: 1000,
      width: 1240,
      height: 1754,
      source: 'camera',
      capturedAt: at,
      warnings: [],
      slot: m.slot,
      memberId: m.memberId ?? null,
      order: 0,
    }),
  );
  const signatures = people.map((p, i) => signed(sections, p, p.capacity ? p : (first ?? p), i));
  const consent = {
    id: testId(400),
    decision: 'declined' as const,
    text: '是否同意用人脸核对身份？',
    textVersion: 'test-1',
    at,
  };
  const certification = {
    personId: guardian,
    method: 'manual' as const,
    accepted: true,
    consentId: null,
    attempts: [],
    manualReason: 'declined' as const,
    note: '',
    decidedBy: clerk.accountId,
    at,
  };
  return { pages, signatures, consent, certification, faceAttempts: [] };
}

/** The submit command of a complete draft; throws when the draft is not complete. */
export function sampleSubmit(
  sections = sampleSections(),
  evidence = sampleEvidence(sections),
  today = '2025-01-24',
  amounts = demoAmounts,
) {
  const review = reviewDraft(sections, evidence, {
    kind: 'dibao',
    townCode: testTown,
    townName: testTownName,
    today,
    amounts,
    verifiable: [],
  });
  const { consent, certification, signatures, pages } = evidence;
  if (!review.application || !consent || !certification) throw new Error(JSON.stringify(review.missing));
  const documents = pages.map((page, i) => ({
    documentId: testId(600 + i),
    slot: page.slot,
    memberId: page.memberId,
    pages: [Page.strip().parse(page)],
  }));
  return {
    type: 'submit',
    caseCode: 'JLP-001-20250124-TEST01',
    draftId: testId(800),
    application: review.application,
    consent,
    certification,
    signatures,
    documents,
  } satisfies CaseCommand;
}
