import { checkPerson } from '../application/check-person.ts';
import { certificationProblem, unsignedMembers } from '../application/evidence-rules.ts';
import { assessForm, materialsToBring, propertyUnanswered } from '../application/facts.ts';
import { kindResultOf } from '../application/kind-facts.ts';
import { kindMissing } from '../application/kind-missing.ts';
import { asks, mustSign } from '../application/kind-tasks.ts';
import type { Person } from '../application/person.ts';
import { canonicalJson } from '../log/canonical.ts';
import { amountsOn } from '../rules/amounts-list.ts';
import type { LocalAmounts } from '../rules/local-amounts.ts';
import type { IsoDate } from '../values/iso-date.ts';
import { fail, ok } from '../values/result.ts';
import type { CaseCommand } from './case-commands.ts';
import type { CaseEvent } from './case-events.ts';
import type { DecideContext, Decision } from '../log/decision.ts';

type Submit = Extract<CaseCommand, { type: 'submit' }>;

/**
 * Decides the submission of a whole application (annex, step 1): every member checked and signed for, every material that
 * cannot be verified on file, the certification done, the arithmetic recomputed by the
 * amounts in force on the day of submission. Nothing half-complete becomes a case.
 */
export function decideSubmit(command: Submit, context: DecideContext): Decision<CaseEvent> {
  const { actor, today } = context;
  const { application, consent, certification, signatures, documents } = command;
  if (actor.role !== 'windowClerk' && actor.role !== 'portal') return fail('case.notYourRole', {});
  if (actor.areaCode !== application.townCode) return fail('case.notYourArea', {});
  const members = membersProblems(
    application.members,
    application.villageCode.startsWith(application.townCode),
    context,
  );
  if (members.length > 0) return fail('submit.membersInvalid', { missing: members });
  const signers = mustSign(application.kind, application.members);
  const unsigned = unsignedMembers(application.members, signatures, today, signers);
  if (unsigned.length > 0) return fail('submit.signatureMissing', { memberIds: unsigned });
  const slots = slotsMissing(command, context);
  if (slots.length > 0) return fail('submit.materialMissing', { slots });
  const applicant = application.members[0];
  const problem = certificationProblem(applicant?.id ?? null, consent, certification);
  if (problem === 'certification.consentMismatch') return fail('submit.consentMismatch', {});
  // Only the portal's own application may rest on the portal's check of who is there.
  const elsewhere = (certification.method === 'portal') !== (actor.role === 'portal');
  if (problem || elsewhere || !applicant) return fail('submit.certificationMissing', {});
  const amounts = amountsOn(context.amounts, today);
  if (!amounts) return fail('amounts.noneInForce', { day: today });
  if (!arithmeticHolds(command, amounts) || !resultHolds(command, amounts, today))
    return fail('submit.arithmeticDiffers', {});
  const { kind, townCode, villageCode, agent } = application;
  const appliedBy = agent.has ? (agent.kind === 'village' ? 'village' : 'agent') : 'self';
  const { caseCode, draftId } = command;
  const events: CaseEvent[] = [
    {
      type: 'case.opened',
      data: {
        kind,
        townCode,
        villageCode,
        caseCode,
        draftId,
        applicantId: applicant.id,
        appliedBy,
        enteredBy: actor.accountId,
        // Left out at the window, so that events of before there was a portal are the same.
        ...(actor.role === 'portal' ? { appliedVia: 'portal' as const } : {}),
      },
    },
    { type: 'consent.recorded', data: consent },
    { type: 'certification.recorded', data: certification },
    ...documents.map((data): CaseEvent => ({ type: 'document.archived', data })),
    ...signatures.map((data): CaseEvent => ({ type: 'authorization.signed', data })),
    { type: 'application.submitted', data: { application, submittedOn: today } },
  ];
  return ok(events);
}

/** Codes of what is wrong with the people of the application, `field:code` each. */
function membersProblems(
  members: readonly Person[],
  villageInTown: boolean,
  { today }: DecideContext,
): string[] {
  const out = members.flatMap((person) =>
    checkPerson(person, today).problems.map(({ field, code }) => `${field}:${code}`),
  );
  if (!villageInTown) out.push('villageCode:field.missing');
  if (new Set(members.map((m) => m.id)).size < members.length) out.push('members:members.sameNumber');
  if (new Set(members.map((m) => m.idNumber)).size < members.length) out.push('idNumber:members.sameNumber');
  return out;
}

/** Slots without a document, and statements left unanswered. */
function slotsMissing({ application, documents }: Submit, { today, verifiable }: DecideContext): string[] {
  const { kind, members, agent, kinship, income, property } = application;
  const hasAgent = agent.has === true && agent.kind === 'person';
  const bring = materialsToBring(kind, members, hasAgent, verifiable, today, application);
  const lacking = bring
    .filter((m) => !documents.some((d) => d.slot === m.slot && d.memberId === (m.memberId ?? null)))
    .map((m) => m.slot as string);
  if (kinship.declared === null) lacking.push('kinship');
  if (asks(kind, 'income') && !income.none && income.entries.length === 0) lacking.push('income');
  if (asks(kind, 'property') && propertyUnanswered(property).length > 0) lacking.push('property');
  if (agent.has === null) lacking.push('agent');
  const own = kindMissing(kind, application, today).map(({ task }) => task as string);
  return [...lacking, ...new Set(own)];
}

/** The result of the kind, recomputed. Only an application for 低保 from before there was one may lack it. */
function resultHolds({ application }: Submit, amounts: LocalAmounts, today: IsoDate): boolean {
  const { kind, result } = application;
  if (result === undefined) return kind === 'dibao';
  const expected = kindResultOf(kind, application, today, amounts);
  return expected !== null && canonicalJson(expected) === canonicalJson(result);
}

function arithmeticHolds({ application }: Submit, amounts: LocalAmounts): boolean {
  const assessed = assessForm(application.income, application.members.length, amounts);
  if (!assessed.ok) return false;
  const { amountsId, members, countableFen, perCapitaFen, standardFen, belowStandard } = assessed.value;
  const expected = { amountsId, members, countableFen, perCapitaFen, standardFen, belowStandard };
  return canonicalJson(expected) === canonicalJson(application.arithmetic);
}
