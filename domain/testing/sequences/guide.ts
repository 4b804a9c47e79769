import type { CaseCommand } from '../../case/case-commands.ts';
import { evidenceCount, relativesDeclared, type CaseState } from '../../case/case-state.ts';
import { surveyLacks } from '../../case/survey-lacks.ts';
import type { Process } from '../../process/process.ts';
import { chance, pick, type Choices } from './choices.ts';

type Name = Exclude<CaseCommand['type'], 'submit'>;
type Named = readonly Name[];

/** What somebody who knows the work would do next; the payload and the person are chosen after it. */
export function nextCommand(state: CaseState, process: Process, choices: Choices): Name {
  if (chance(choices, 12)) return pick(choices, beside(state));
  // In a hurry: whatever leads on from here, whether its time has come or not.
  if (chance(choices, 12)) return rash(state, process, choices);
  return pick(choices, onTheWay(state, process, choices));
}

function rash(state: CaseState, { transitions }: Process, choices: Choices): Name {
  const leaving: readonly string[] = ['withdraw', 'terminate', 'amend'];
  const on = transitions.filter(
    ({ from, to, command }) => from.includes(state.step) && to !== undefined && !leaving.includes(command),
  );
  const disputes = transitions.filter(
    ({ from, command }) => from.includes(state.step) && /^(holdMeeting|replyObjection)$/.test(command),
  );
  return on.length + disputes.length > 0 ? (pick(choices, [...on, ...disputes]).command as Name) : 'claim';
}

/** What may come in between at any time. */
function beside({ step, claim, duplicates, supplements }: CaseState): Named {
  const desk: Named = claim ? ['release', 'takeOver', 'handOver', 'issueDocument'] : ['claim', 'handOver'];
  const open = duplicates.some(({ resolution }) => resolution === null);
  return [
    ...desk,
    ...(open ? (['resolveDuplicate', 'resolveDuplicate'] as const) : (['noteDuplicate'] as const)),
    ...(supplements.length > 0 && step === 'SUPPLEMENT' ? (['remindSupplement'] as const) : []),
    ...([
      'issueDocument',
      'amend',
      'extend',
      'recordSurvey',
      'recordLetterReply',
      'withdraw',
      'terminate',
    ] as const),
  ];
}

function surveying(state: CaseState, process: Process, then: Named): Named {
  const lacks = surveyLacks(state, process.surveyNeeds);
  const open = state.checks.some(({ request, answers }) =>
    request.authorizations.some(
      ({ personId }) => answers.filter((a) => a.personId === personId).length < request.sources.length,
    ),
  );
  if (lacks.length === 0) return then;
  if (lacks.includes('check')) return open ? ['recordCheckAnswer'] : ['requestCheck'];
  return ['recordSurvey'];
}

function onTheWay(state: CaseState, process: Process, choices: Choices): Named {
  const answered = state.objections.every(({ reply }) => reply !== null);
  const found = evidenceCount(state) > state.evidenceBefore;
  switch (state.step) {
    case 'SUBMITTED':
      if (state.appliedVia === 'portal' && !state.pickedUp) return ['pickUp'];
      if (state.kind === 'linshi' && chance(choices, 20)) return ['grantFirst'];
      return ['accept', 'accept', 'accept', 'accept', 'issueSupplement'];
    case 'SUPPLEMENT':
      return ['provideSupplement', 'provideSupplement', 'abandon'];
    case 'ABANDONED':
      return ['provideSupplement', 'issueDocument'];
    case 'ACCEPTED':
      return ['startSurvey'];
    case 'SURVEY':
      if (state.kind === 'linshi' && chance(choices, 20)) return ['requestCheck', 'recordCheckAnswer'];
      return surveying(state, process, ['propose', 'propose', 'propose', 'propose', 'concludeNotEligible']);
    case 'NOT_ELIGIBLE':
      return ['requestRecheck', 'propose'];
    case 'RECHECK':
      return surveying(state, process, ['propose', 'propose', 'concludeNotEligible']);
    case 'PRELIMINARY':
      if (!process.notice) return ['report'];
      if (!answered) return ['replyObjection'];
      return chance(choices, 5) ? ['registerObjection'] : ['postNotice'];
    case 'NOTICE':
      if (chance(choices, 8)) return ['registerObjection'];
      return state.notices.at(-1)?.takenDownOn ? ['report'] : ['takeDownNotice'];
    case 'OBJECTION':
      return ['startResurvey', 'startResurvey', 'recordSurvey', 'registerObjection', 'holdMeeting'];
    case 'RESURVEY':
      if (!found) return ['recordSurvey', 'holdMeeting', 'requestCheck'];
      if (!answered) return ['replyObjection'];
      return surveying(state, process, ['propose']);
    case 'REPORTED':
      if (state.duplicates.some(({ resolution }) => resolution === null)) return ['resolveDuplicate'];
      if (relativesDeclared(state) && !state.surveys.some(({ district }) => district))
        return ['recordDistrictVisit'];
      if (chance(choices, 12)) return ['refuse', 'returnToTown', 'registerObjection'];
      return state.proposals.at(-1)?.proposal.eligible === true ? ['confirm'] : ['refuse'];
    case 'CONFIRMED':
    case 'EXPLAINED':
      return ['publish'];
    case 'GRANTED':
      return ['explainAfterwards'];
    case 'PUBLISHED':
      return ['register'];
    case 'REGISTERED':
      return ['reportChange', 'recordVisit'];
    case 'REASSESSMENT':
      return [
        'recordHearing',
        'requestCheck',
        'recordCheckAnswer',
        'keepUnchanged',
        'adjust',
        'endAssistance',
      ];
    case 'REFUSED':
    case 'ENDED':
    case 'WITHDRAWN':
    case 'TERMINATED':
      return ['issueDocument', 'resolveDuplicate', 'noteDuplicate'];
  }
}
