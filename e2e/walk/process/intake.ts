import { randomUUID } from 'node:crypto';
import type { AssistanceKind } from '../../../domain/application/application.ts';
import { authorizationFor, wholeText } from '../../../domain/application/authorization-text.ts';
import { materialsToBring, needsGuardian } from '../../../domain/application/facts.ts';
import { peopleOf, type DraftSections } from '../../../domain/application/forms.ts';
import { mustSign } from '../../../domain/application/kind-tasks.ts';
import { PersonForm } from '../../../domain/application/person.ts';
import { testIdNumber } from '../../../domain/testing/sample-application.ts';
import type { CommandName, InputOf } from '../../../contract/commands.ts';
import {
  consentText,
  demoSectionsOf,
  faceModel,
  strokes,
  templates,
} from '../../../station/testing/demo-household.ts';
import { tinyPng } from '../../../station/testing/tiny-png.ts';
import { CaseRun } from './case-run.ts';
import { staff, type Who } from './staff.ts';
import type { WalkStation } from './walk-station.ts';
import type { WalkWorld } from './walk-world.ts';

export interface Intake {
  kind: AssistanceKind;
  /** Which fictional household; another one each time unless said. */
  order?: number;
  /** What is answered otherwise than by the demo household. */
  change?: (sections: Partial<DraftSections>, order: number) => Partial<DraftSections>;
  who?: Who;
}

/** An application taken at a window, page by page as a clerk does, and submitted. */
export async function takeIn(world: WalkWorld, intake: Intake): Promise<CaseRun> {
  const { kind, order = world.newHousehold(), change, who = 'clerk' } = intake;
  const { at, areaCode } = staff[who];
  const station = await world.station(at);
  const sections = demoSectionsOf(kind, world.today(), order, areaCode);
  const draftId = await fillIn(world, station, who, kind, change?.(sections, order) ?? sections);
  const { caseId } = await station.must(who, 'application.submit', { draftId });
  return new CaseRun(world, caseId, kind, at);
}

async function fillIn(
  world: WalkWorld,
  station: WalkStation,
  who: Who,
  kind: AssistanceKind,
  sections: Partial<DraftSections>,
): Promise<string> {
  const ask = <N extends CommandName>(name: N, input: InputOf<N>, binary?: Uint8Array) =>
    station.must(who, name, input, binary);
  const picture = () => tinyPng(world.newShade());
  const draftId = (await ask('draft.create', { kind })).draft.id;
  let revision = 0;
  for (const [section, value] of Object.entries(sections)) {
    const change = { section, value } as InputOf<'draft.save'>['change'];
    revision = (await ask('draft.save', { draftId, revision, change })).revision;
  }
  const opened = (await ask('draft.open', { draftId })).draft;
  const members = peopleOf(opened.sections);
  const hasAgent = sections.agent?.has === true;
  const today = station.today();
  for (const { slot, memberId } of materialsToBring(kind, members, hasAgent, [], today, opened.sections)) {
    const where = { draftId, slot, memberId: memberId ?? null, replaces: null, warnings: [] };
    const facts = { mime: 'image/png' as const, width: 16, height: 16, source: 'file' as const };
    await ask('page.add', { ...where, ...facts }, picture());
  }
  await ask('consent.record', { draftId, decision: 'granted', text: consentText, textVersion: 'v1' });
  for (const member of mustSign(kind, members)) {
    const signer = needsGuardian(member, today) ? (members[0] ?? member) : member;
    const text = wholeText(authorizationFor(opened, member, signer, staff[who].areaName));
    const named = { draftId, memberId: member.id, signerId: signer.id, text, textVersion: 'v1', strokes };
    await ask('authorization.sign', named, picture());
  }
  const personId = members[0]?.id ?? '';
  const verify = { draftId, personId, model: faceModel, frames: 3, rejectedFrames: {} };
  await ask('certification.verify', verify, templates(true));
  return draftId;
}

export const spouseId = '01900000-0000-7000-8000-00000000a003';
/** A second grown-up, who could go on with an application. */
export const spouseOf = (order: number): PersonForm =>
  PersonForm.parse({
    ...{ id: spouseId, name: '李虚构', idNumber: testIdNumber('1982-02-02', order * 2), sex: 'female' },
    ...{ birth: '1982-02-02', ethnicity: '汉', phone: '13800000001', address: '示例路1号' },
    ...{ relation: 'spouse', marriage: 'married', work: 'unregisteredJobless' },
  });

export const withSpouse: NonNullable<Intake['change']> = (sections, order) => ({
  ...sections,
  members: [spouseOf(order), ...(sections.members ?? [])],
});
export const withRelatives: NonNullable<Intake['change']> = (sections) => ({
  ...sections,
  kinship: {
    declared: true,
    relatives: [{ id: randomUUID(), memberId: null, name: '何虚构', role: 'civilServant', relation: '兄弟' }],
  },
});
export const withAgent: NonNullable<Intake['change']> = (sections) => ({
  ...sections,
  agent: {
    ...{ has: true, kind: 'person', name: '许虚构', idNumber: testIdNumber('1980-01-01', 931) },
    ...{ relation: '亲戚', phone: '13800000002' },
  },
});
