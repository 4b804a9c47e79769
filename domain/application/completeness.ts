import type { Slot } from '../materials/slots.ts';
import type { LocalAmounts } from '../rules/local-amounts.ts';
import type { IsoDate } from '../values/iso-date.ts';
import type { Application, AssistanceKind } from './application.ts';
import { signedTextHolds } from './authorization-text.ts';
import { checkPerson } from './check-person.ts';
import { certificationProblem, unsignedMembers } from './evidence-rules.ts';
import type { Evidence } from './evidence.ts';
import { assessForm, materialsToBring, propertyUnanswered } from './facts.ts';
import { peopleOf, type DraftSections } from './forms.ts';
import { kindPartsOf, kindResultOf } from './kind-facts.ts';
import { kindMissing } from './kind-missing.ts';
import { asks, mustSign, taskNames, type TaskName } from './kind-tasks.ts';
import type { Person, PersonForm } from './person.ts';

/** One thing still missing; `code` such as `field.missing`, `signature.missing`; with whose and which field. */
export interface Missing {
  task: TaskName;
  code: string;
  memberId?: string;
  field?: string;
}

export interface DraftReview {
  /** Of tasks the kind does not ask: done. */
  tasks: Record<TaskName, 'empty' | 'incomplete' | 'done'>;
  missing: Missing[];
  /** Only when nothing is missing. */
  application: Application | null;
}

export interface ReviewContext {
  kind: AssistanceKind;
  townCode: string;
  /** As it stands in the text that is signed. */
  townName: string;
  today: IsoDate;
  amounts: LocalAmounts;
  verifiable: readonly Slot[];
}

/** Tells of a draft what is done and what is missing, in the terms of the task list; pure, so page and core agree. */
export function reviewDraft(
  sections: DraftSections,
  evidence: Evidence,
  context: ReviewContext,
): DraftReview {
  const people = peopleOf(sections);
  const checked = people.map((form) => ({ form, ...checkPerson(form, context.today) }));
  const missing = [
    ...personsMissing(checked, sections, context),
    ...statementsMissing(sections).filter(({ task }) => asks(context.kind, task)),
    ...kindMissing(context.kind, sections, context.today),
    ...evidenceMissing(sections, evidence, people, context),
  ];
  const members = checked.flatMap(({ person }) => (person ? [person] : []));
  const tasks = Object.fromEntries(
    taskNames.map((task) => [task, taskState(task, sections, evidence, missing)]),
  );
  const application = missing.length === 0 ? buildApplication(sections, members, context) : null;
  return { tasks: tasks as DraftReview['tasks'], missing, application };
}

function personsMissing(
  checked: { form: PersonForm; problems: { field: string; code: string }[] }[],
  sections: DraftSections,
  context: ReviewContext,
): Missing[] {
  const out: Missing[] = [];
  if (!sections.identity) out.push({ task: 'identity', code: 'identity.missing' });
  for (const { form, problems } of checked) {
    const task = form.id === sections.identity?.id ? 'identity' : 'members';
    for (const { field, code } of problems) out.push({ task, code, memberId: form.id, field });
  }
  if (sections.identity && !sections.identity.address.trim()) {
    out.push({ task: 'identity', code: 'field.missing', memberId: sections.identity.id, field: 'address' });
  }
  if (!sections.villageCode.startsWith(context.townCode))
    out.push({ task: 'identity', code: 'field.missing', field: 'villageCode' });
  if (!sections.livesAlone && sections.members.length === 0)
    out.push({ task: 'members', code: 'members.notAnswered' });
  const numbers = checked.map(({ form }) => form.idNumber.trim().toUpperCase()).filter(Boolean);
  if (new Set(numbers).size < numbers.length) out.push({ task: 'members', code: 'members.sameNumber' });
  return out;
}

function statementsMissing(sections: DraftSections): Missing[] {
  const out: Missing[] = [];
  const { kinship, income, property, agent } = sections;
  if (kinship.declared === null || (kinship.declared && kinship.relatives.length === 0)) {
    out.push({ task: 'kinship', code: 'kinship.notAnswered' });
  }
  if (kinship.relatives.some((r) => !r.name.trim()))
    out.push({ task: 'kinship', code: 'field.missing', field: 'name' });
  if (!income.none && income.entries.some((entry) => entry.amountFen === 0)) {
    out.push({ task: 'income', code: 'income.amountMissing' });
  }
  if (!income.none && income.entries.length === 0) out.push({ task: 'income', code: 'income.notAnswered' });
  for (const kind of propertyUnanswered(property))
    out.push({ task: 'property', code: 'property.notAnswered', field: kind });
  if (agent.has === null) out.push({ task: 'agent', code: 'agent.notAnswered' });
  if (agent.has && !agent.name.trim()) out.push({ task: 'agent', code: 'field.missing', field: 'name' });
  if (agent.has && agent.kind === 'person' && !agent.phone.trim())
    out.push({ task: 'agent', code: 'field.missing', field: 'phone' });
  return out;
}

function evidenceMissing(
  sections: DraftSections,
  evidence: Evidence,
  people: PersonForm[],
  context: ReviewContext,
): Missing[] {
  const { kind, townName, verifiable, today } = context;
  const hasAgent = sections.agent.has === true && sections.agent.kind === 'person';
  const bring = materialsToBring(kind, people, hasAgent, verifiable, today, sections);
  const lacking = bring.filter(
    (m) => !evidence.pages.some((p) => p.slot === m.slot && p.memberId === (m.memberId ?? null)),
  );
  const signers = mustSign(kind, people);
  const unsigned = unsignedMembers(people, evidence.signatures, today, signers);
  const holding = evidence.signatures.filter((s) => signedTextHolds(s, { kind, sections }, townName));
  const changed = unsignedMembers(people, holding, today, signers).filter((id) => !unsigned.includes(id));
  const certification = certificationProblem(
    sections.identity?.id ?? null,
    evidence.consent,
    evidence.certification,
  );
  return [
    ...lacking.map((m): Missing => ({
      task: 'materials',
      code: 'material.missing',
      field: m.slot,
      ...(m.memberId ? { memberId: m.memberId } : {}),
    })),
    ...unsigned.map((memberId): Missing => ({ task: 'authorization', code: 'signature.missing', memberId })),
    ...changed.map((memberId): Missing => ({
      task: 'authorization',
      code: 'signature.textChanged',
      memberId,
    })),
    ...(people.length === 0 ? [{ task: 'authorization', code: 'identity.missing' } satisfies Missing] : []),
    ...(certification ? [{ task: 'certification', code: certification } satisfies Missing] : []),
  ];
}

function taskState(
  task: TaskName,
  sections: DraftSections,
  evidence: Evidence,
  missing: Missing[],
): 'empty' | 'incomplete' | 'done' {
  if (!missing.some((m) => m.task === task)) return 'done';
  return touched(task, sections, evidence) ? 'incomplete' : 'empty';
}

function touched(task: TaskName, sections: DraftSections, evidence: Evidence): boolean {
  switch (task) {
    case 'identity':
      return sections.identity !== null;
    case 'members':
      return sections.members.length > 0 || sections.livesAlone;
    case 'kinship':
      return sections.kinship.declared !== null;
    case 'income':
      return sections.income.none || sections.income.entries.length > 0;
    case 'property':
      return Object.keys(sections.property).length > 0;
    case 'agent':
      return sections.agent.has !== null;
    case 'emergency':
      return sections.emergency.kind !== null;
    case 'expenses':
      return sections.expenses.none || sections.expenses.entries.length > 0;
    case 'supporters':
      return sections.supporters.none || sections.supporters.people.length > 0;
    case 'selfCare':
      return Object.keys(sections.selfCare).length > 0;
    case 'account':
      return Object.values(sections.account).some((text) => text.trim() !== '');
    case 'materials':
      return evidence.pages.length > 0;
    case 'authorization':
      return evidence.signatures.length > 0;
    case 'certification':
      return evidence.consent !== null || evidence.faceAttempts.length > 0;
  }
}

function buildApplication(
  sections: DraftSections,
  members: Person[],
  context: ReviewContext,
): Application | null {
  const { kind, townCode, amounts, today } = context;
  const assessed = assessForm(sections.income, members.length, amounts);
  if (!assessed.ok) return null;
  const { amountsId, countableFen, perCapitaFen, standardFen, belowStandard } = assessed.value;
  const arithmetic = {
    amountsId,
    members: members.length,
    countableFen,
    perCapitaFen,
    standardFen,
    belowStandard,
  };
  const { villageCode, kinship, income, property, agent } = sections;
  const parts = kindPartsOf(kind, sections);
  const result = kindResultOf(kind, { ...parts, members, income }, today, amounts);
  if (!result) return null;
  const stated = { members, kinship, income, property, agent, arithmetic, result };
  return { kind, townCode, villageCode, ...stated, ...parts };
}
