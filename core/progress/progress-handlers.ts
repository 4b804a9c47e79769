import { storeOf } from '../context.ts';
import { foldCase } from '../cases/case-stream.ts';
import { done, refuse, type HandlersOf } from '../handler.ts';
import { progressOf } from './progress-steps.ts';

export const progressHandlers: HandlersOf<'case.progress'> = {
  /** The code and the last four characters must both fit; after too many misses nothing is looked up for a while. */
  async 'case.progress'({ clientId, input }, core) {
    const now = core.ports.now().getTime();
    const read = storeOf(core).read;
    if (core.progressLimit.exceeded(clientId, now)) return refuse('case.notFound', {});
    const row = await read.caseByCode(input.caseCode.trim().toUpperCase());
    const last4 = input.idLast4.trim().toUpperCase();
    if (!row || last4.length !== 4 || !row.applicantIdNumber.endsWith(last4)) {
      core.progressLimit.miss(clientId, now);
      return refuse('case.notFound', {});
    }
    const { state, events } = foldCase(await read.stream(row.id), core.ports);
    const progress = state ? progressOf(row, state, events[0]?.ruleSetId ?? '', core.ports) : null;
    return progress ? done({ progress }) : refuse('case.notFound', {});
  },
};
