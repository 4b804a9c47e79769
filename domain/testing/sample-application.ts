import { authorizationFor, wholeText } from '../application/authorization-text.ts';
import type { AssistanceKind } from '../application/application.ts';
import { reviewDraft } from '../application/completeness.ts';
import { Page, type DraftPage, type Evidence, type Signature } from '../application/evidence.ts';
import { materialsToBring } from '../application/facts.ts';
import { DraftSections } from '../application/forms.ts';
import { mustSign } from '../application/kind-tasks.ts';
import { PersonForm } from '../application/person.ts';
import type { CaseCommand } from '../case/case-commands.ts';
import { shippedCalendar } from '../calendar/shipped-calendar.ts';
import type { DecideContext } from '../log/decision.ts';
import type { Actor } from '../log/event-envelope.ts';
import { demoAmounts, shippedRuleSets } from '../rules/shipped.ts';
import { addDays } from '../values/iso-date.ts';
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
const noRuleSet = (): never => {
  throw new Error('cq-jlp-2023 is not shipped');
};
export const testContext = (actor: Actor, today = '2025-01-24'): DecideContext => ({
  actor,
  today,
  at: `${today}T02:00:00.000Z`,
  ruleSet: shippedRuleSets.find(({ id }) => id === 'cq-jlp-2023') ?? noRuleSet(),
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

/** The sections of a household that may apply for the kind: what only some kinds ask is answered as well. */
export function sampleSectionsOf(kind: AssistanceKind): DraftSections {
  const sections = sampleSections();
  const own = { id: testId(60), memberId: testId(1) };
  const account = { holder: '张示例', bank: '虚构银行', number: '6200000000000005' };
  switch (kind) {
    case 'dibao':
      return sections;
    case 'dibaoMargin': {
      const entries = sections.income.entries.map((entry) => ({ ...entry, amountFen: 90_000 }));
      return { ...sections, income: { ...sections.income, entries } };
    }
    case 'tekun':
      return {
        ...sections,
        supporters: { none: true, people: [] },
        selfCare: { eating: true, dressing: true, bed: true, toilet: true, walking: false, bathing: false },
        account,
      };
    case 'rigidExpenditure':
      return {
        ...sections,
        expenses: { none: false, entries: [{ ...own, kind: 'medical', amountFen: 400_000 }] },
      };
    case 'linshi':
      return {
        ...sections,
        income: { ...sections.income, entries: [] },
        property: {},
        emergency: {
          kind: 'fire',
          what: '虚构：厨房起火，被褥和粮食都烧了',
          happenedOn: '2025-01-23',
          place: '虚构路1号',
          urgent: true,
          requestedFen: 120_000,
        },
        account,
      };
  }
}

const signed = (
  kind: AssistanceKind,
  sections: DraftSections,
  member: PersonForm,
  signer: PersonForm,
  n: number,
): Signature => ({
  memberId: member.id,
  signerId: signer.id,
  role: member.id === signer.id ? 'self' : 'guardian',
  text: wholeText(authorizationFor({ kind, sections }, member, signer, testTownName)),
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
export function sampleEvidence(
  sections: DraftSections,
  today = '2025-01-24',
  kind: AssistanceKind = 'dibao',
): Evidence {
  const people = [...(sections.identity ? [sections.identity] : []), ...sections.members];
  const first = people[0];
  const guardian = first?.id ?? testId(1);
  const pages = materialsToBring(kind, people, sections.agent.has === true, [], today, sections).map(
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
  const signatures = mustSign(kind, people).map((p, i) =>
    signed(kind, sections, p, p.capacity ? p : (first ?? p), i),
  );
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
  kind: AssistanceKind = 'dibao',
) {
  const review = reviewDraft(sections, evidence, {
    kind,
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

/** The submit command of a complete application of the kind. */
export const sampleSubmitOf = (kind: AssistanceKind, today = '2025-01-24', amounts = demoAmounts) => {
  const sections = sampleSectionsOf(kind);
  return sampleSubmit(sections, sampleEvidence(sections, today, kind), today, amounts, kind);
};

/** The n-th fictional person, each with a number of their own: the same person twice would be a duplicate. */
export function sampleSectionsBy(n: number): DraftSections {
  const sections = sampleSections();
  const birth = addDays('1950-01-01', Math.floor(n / 900));
  const idNumber = testIdNumber(birth, 1 + (n % 900));
  const { identity } = sections;
  return { ...sections, identity: identity && { ...identity, idNumber, sex: null, birth: '' } };
}
