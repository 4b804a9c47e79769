import { shanghaiDate } from '../values/iso-date.ts';
import { fail, type Failure } from '../values/result.ts';
import type { DecideContext } from '../log/decision.ts';
import type { CaseState } from './case-state.ts';
import { refused, step, type EffectsOf } from './effect.ts';
import { noticeEnd } from './guards.ts';
import type { Objection } from './process-data.ts';

type Names =
  | 'postNotice'
  | 'takeDownNotice'
  | 'registerObjection'
  | 'startResurvey'
  | 'holdMeeting'
  | 'replyObjection'
  | 'report'
  | 'publish';

/** 公示 and 异议: proved by photos, open to anybody, answered one by one. */
export const noticeEffects: EffectsOf<Names> = {
  postNotice: ({ state, command, move }) => {
    const { places, photos } = command;
    if (photos.length === 0) return fail('notice.photoMissing');
    return step('notice.posted', move, { places, photos, renewed: state.notices.length > 0 });
  },

  /** Not before the period is over, and with a photo that it hung to the end. */
  takeDownNotice: ({ state, command, move, context }) => {
    const notice = state.notices.at(-1);
    if (!notice) return fail('notice.missing');
    if (notice.takenDownOn !== null) return fail('notice.takenDownAlready');
    if (command.photos.length === 0) return fail('notice.photoMissing');
    const ends = noticeEnd(notice.postedOn, context);
    if (!ends.ok) return ends;
    if (context.today < ends.value) return fail('notice.notOver', { ends: ends.value });
    return step('notice.takenDown', move, { photos: command.photos });
  },

  registerObjection: ({ state, command, move, context }) => {
    const { objection } = command;
    if (state.objections.some((o) => o.objection.objectionId === objection.objectionId))
      return fail('objection.registeredAlready');
    const problem = objectionTime(state, objection, context);
    return problem ? refused(problem) : step('objection.registered', move, { objection });
  },

  startResurvey: ({ move }) => step('resurvey.started', move, {}),

  holdMeeting: ({ state, command, move, context }) => {
    const { meeting } = command;
    if (meeting.on > context.today) return fail('survey.inFuture', { on: meeting.on });
    // About what is disputed, so not before the first objection.
    const disputed = state.objections.some(
      ({ objection }) => shanghaiDate(objection.receivedAt) <= meeting.on,
    );
    if (!disputed) return fail('meeting.notDisputed');
    if (meeting.forIt + meeting.against > meeting.participants) return fail('meeting.tooManyVotes');
    return step('meeting.held', move, { meeting });
  },

  replyObjection: ({ state, command, move }) => {
    const { reply } = command;
    const entry = state.objections.find(({ objection }) => objection.objectionId === reply.objectionId);
    if (!entry) return fail('objection.notFound');
    return entry.reply ? fail('objection.repliedAlready') : step('objection.replied', move, { reply });
  },

  report: ({ command, move }) => step('case.reported', move, { note: command.note }),

  publish: ({ command, move }) =>
    command.photos.length === 0
      ? fail('notice.photoMissing')
      : step('case.published', move, { places: command.places, photos: command.photos }),
};

/**
 * In time is who objects from a posting to the end of its last day, whenever it is written down, be it that the notice
 * hangs anew by then. A period that no calendar can end yet is open.
 */
function objectionTime(state: CaseState, objection: Objection, context: DecideContext): Failure | null {
  const day = shanghaiDate(objection.receivedAt);
  if (objection.receivedAt > context.at) return fail('survey.inFuture', { on: day }).failure;
  const problems = state.notices.map(({ postedOn }): Failure | null => {
    if (day < postedOn) return fail('objection.beforeNotice', { posted: postedOn }).failure;
    const ends = noticeEnd(postedOn, context);
    return ends.ok && day > ends.value ? fail('objection.tooLate', { ends: ends.value }).failure : null;
  });
  if (problems.includes(null)) return null;
  return problems.at(-1) ?? fail('notice.missing').failure;
}
