import { nowIso, storeOf } from '../context.ts';
import { caseSummary } from '../cases/case-row.ts';
import { done, passOn, refuse, type HandlersOf } from '../handler.ts';
import { syncToken } from '../sync/sync-token.ts';
import { act } from './act.ts';
import { addPage } from './add-page.ts';
import { readProcess } from './process-view.ts';

type Names = 'case.act' | 'case.process' | 'case.addPage' | 'pickup.run';

export const processHandlers: HandlersOf<Names> = {
  'case.act': act,
  'case.process': readProcess,
  'case.addPage': addPage,

  /** The look counts at the district; the cases themselves come by the sync, which is woken. */
  async 'pickup.run'({ session }, core) {
    const { read } = storeOf(core);
    const access = await syncToken(read, nowIso(core.ports));
    if (!access) return refuse('district.unreachable', {});
    const answer = await core.ports.district.pickUp(access.token);
    if (!answer.ok) {
      const known = answer.failure.code.startsWith('district.');
      return known ? passOn('pickup.run', answer.failure) : refuse('district.unreachable', {});
    }
    core.sync.wake();
    const waiting = [];
    for (const { caseId } of answer.value.waiting) {
      const row = await read.caseRow(caseId);
      if (row?.townCode.startsWith(session.account.areaCode)) waiting.push(await caseSummary(read, row));
    }
    return done({ waiting, at: answer.value.at });
  },
};
