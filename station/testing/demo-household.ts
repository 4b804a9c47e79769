import type { AssistanceKind } from '../../domain/application/application.ts';
import { peopleOf, type DraftSections } from '../../domain/application/forms.ts';
import { authorizationFor, wholeText } from '../../domain/application/authorization-text.ts';
import { materialsToBring, propertyKinds } from '../../domain/application/facts.ts';
import { mustSign } from '../../domain/application/kind-tasks.ts';
import { PersonForm } from '../../domain/application/person.ts';
import { FACE_MODELS } from '../../domain/face/models.ts';
import { templateToBytes } from '../../domain/face/template-bytes.ts';
import { idCheckDigit } from '../../domain/values/id-number.ts';
import { addDays } from '../../domain/values/iso-date.ts';
import type { CommandName, InputOf, OutputOf } from '../../contract/commands.ts';
import { tinyPng } from './tiny-png.ts';

type Must = <N extends CommandName>(name: N, input: InputOf<N>, binary?: Uint8Array) => Promise<OutputOf<N>>;

const person = (n: number) => `01900000-0000-7000-8000-00000000a00${n}`;
const idNumber = (birth: string, order: number): string => {
  const first = `500107${birth}${String(order).padStart(3, '0')}`;
  return first + idCheckDigit(first);
};

/** A fictional household: a grown-up and a child; `order` makes another one of it. */
export function demoSections(order = 1, townCode = '500107001'): Partial<DraftSections> {
  const adult = PersonForm.parse({
    ...{
      id: person(1),
      name: '张示例',
      idNumber: idNumber('19800101', order * 2 + 1),
      sex: 'male',
      birth: '1980-01-01',
    },
    ...{
      ethnicity: '汉',
      phone: '13800000000',
      address: '示例路1号',
      relation: 'self',
      marriage: 'divorced',
      work: 'flexible',
    },
  });
  const child = PersonForm.parse({
    ...{
      id: person(2),
      name: '张示范',
      idNumber: idNumber('20180101', order * 2),
      sex: 'female',
      birth: '2018-01-01',
    },
    ...{ relation: 'daughter', work: 'student', guardianId: person(1), address: '示例路1号' },
  });
  const none = { has: false, items: [] };
  return {
    identity: adult,
    members: [child],
    villageCode: `${townCode}001`,
    kinship: { declared: false, relatives: [] },
    income: {
      ...{ farmHousehold: false, none: false, employmentCostFen: 0, rigidDeductionFen: 0 },
      entries: [
        {
          id: person(8),
          memberId: person(1),
          kind: 'wage',
          amountFen: 60_000,
          periodMonths: 1,
          excluded: null,
        },
      ],
    },
    property: Object.fromEntries(propertyKinds.map((kind) => [kind, none])),
    agent: { has: false, kind: 'person', name: '', idNumber: '', relation: '', phone: '' },
  };
}

/**
 * A fictional household that may apply for the kind on the day: the one of `demoSections`, earning more for 低保边缘, with what the
 * kind asks besides; for 特困 somebody of 76 who lives alone.
 */
export function demoSectionsOf(
  kind: AssistanceKind,
  today: string,
  order = 1,
  townCode = '500107001',
): Partial<DraftSections> {
  const sections = demoSections(order, townCode);
  const account = { holder: '张示例', bank: '虚构银行', number: '6200000000000005' };
  const own = { id: person(7), memberId: person(1) };
  switch (kind) {
    case 'dibao':
      return sections;
    case 'dibaoMargin':
      return { ...sections, income: wage(sections, 200_000) };
    case 'rigidExpenditure': {
      const entries = [{ ...own, kind: 'medical' as const, amountFen: 1_500_000 }];
      return { ...sections, income: wage(sections, 200_000), expenses: { none: false, entries } };
    }
    case 'tekun':
      return { ...sections, ...livingAlone(sections, order), account };
    case 'linshi':
      return { ...sections, emergency: fireAt(addDays(today, -1)), account };
  }
}

const wage = (sections: Partial<DraftSections>, amountFen: number): DraftSections['income'] => {
  if (!sections.income) throw new Error('no income');
  const entries = sections.income.entries.map((entry) => ({ ...entry, amountFen }));
  return { ...sections.income, entries };
};

const fireAt = (happenedOn: string): DraftSections['emergency'] => ({
  kind: 'fire',
  what: '虚构：厨房起火，被褥和粮食都烧了',
  happenedOn,
  place: '示例路1号',
  urgent: true,
  requestedFen: 120_000,
});

function livingAlone(sections: Partial<DraftSections>, order: number): Partial<DraftSections> {
  const identity = PersonForm.parse({
    ...sections.identity,
    ...{ idNumber: idNumber('19500101', order * 2 + 1), birth: '1950-01-01', marriage: 'widowed' },
    work: 'retired',
  });
  return {
    ...{ identity, members: [], livesAlone: true, income: wage(sections, 15_000) },
    supporters: { none: true, people: [] },
    selfCare: { eating: true, dressing: true, bed: true, toilet: true, walking: false, bathing: false },
  };
}

export const strokes = [
  Array.from({ length: 12 }, (_, i) => ({ x: i / 20, y: 0.5 + i / 40, t: i * 10, p: 0.5 })),
];
export const consentText = '示例：我同意在本机比对人脸，用于本次申请的身份核验。';
const unit = (k: number) => templateToBytes(Float32Array.from({ length: 512 }, (_, i) => (i === k ? 1 : 0)));
/** ID photo and probe of one face, or of two different ones. */
export const templates = (same: boolean): Uint8Array => new Uint8Array([...unit(0), ...unit(same ? 0 : 1)]);
const measured = FACE_MODELS[0];
if (!measured) throw new Error('no face model');
export const faceModel = {
  name: measured.name,
  digest: measured.digest,
  preprocessing: measured.preprocessing,
};

/**
 * Fills one draft by the same commands as the page and answers its id; everything is there to submit it. `unusual` takes the
 * place of what the applicant's form says; `kind` is what is applied for.
 */
export async function fillDraft(
  must: Must,
  today: string,
  order = 1,
  unusual: Partial<PersonForm> = {},
  kind: AssistanceKind = 'dibao',
): Promise<string> {
  const { draft } = await must('draft.create', { kind });
  const draftId = draft.id;
  const sections = demoSectionsOf(kind, today, order, draft.townCode);
  if (sections.identity) sections.identity = { ...sections.identity, ...unusual };
  let revision = 0;
  for (const [section, value] of Object.entries(sections)) {
    const change = { section, value } as InputOf<'draft.save'>['change'];
    revision = (await must('draft.save', { draftId, revision, change })).revision;
  }
  const opened = (await must('draft.open', { draftId })).draft;
  const members = peopleOf(opened.sections);
  const townName = (await must('system.status', {})).account?.areaName ?? '';
  let shade = order * 1000;
  for (const { slot, memberId } of materialsToBring(kind, members, false, [], today, opened.sections)) {
    const where = { draftId, slot, memberId: memberId ?? null, replaces: null };
    const facts = {
      mime: 'image/png' as const,
      width: 16,
      height: 16,
      source: 'file' as const,
      warnings: [],
    };
    await must('page.add', { ...where, ...facts }, tinyPng((shade += 1)));
  }
  await must('consent.record', { draftId, decision: 'granted', text: consentText, textVersion: 'v1' });
  for (const member of mustSign(kind, members)) {
    const signer = members[0] ?? member;
    const text = wholeText(authorizationFor(opened, member, signer, townName));
    const sign = {
      draftId,
      memberId: member.id,
      signerId: signer.id,
      text,
      textVersion: 'v1',
      strokes,
    };
    await must('authorization.sign', sign, tinyPng((shade += 1)));
  }
  const verify = { draftId, personId: person(1), model: faceModel, frames: 3, rejectedFrames: {} };
  await must('certification.verify', verify, templates(true));
  return draftId;
}
