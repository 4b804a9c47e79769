import { storeOf } from '../context.ts';
import { done, passOn, type HandlersOf } from '../handler.ts';
import { issueAfterStep } from '../process/issue-after-step.ts';
import { carryOut } from './carry-out.ts';
import { readDossier } from './dossier.ts';
import { listCases } from './list-cases.ts';
import { readCasePage } from './read-case-page.ts';

type Names = 'case.list' | 'case.dossier' | 'case.readPage' | 'case.accept' | 'case.issueSupplement';

export const caseHandlers: HandlersOf<Names> = {
  async 'case.list'({ input, session }, core) {
    return done(await listCases(storeOf(core).read, session, input, core.ports));
  },

  'case.dossier': readDossier,
  'case.readPage': readCasePage,

  async 'case.accept'({ input, session }, core) {
    const carried = await carryOut(core, session, input.caseId, async () => ({ type: 'accept' }));
    if (carried.ok) {
      await issueAfterStep(core, session, input.caseId);
      return done({ summary: carried.summary });
    }
    return 'rule' in carried ? passOn('case.accept', carried.rule) : carried;
  },

  async 'case.issueSupplement'({ input, session }, core) {
    const { caseId, items, limit, reason } = input;
    const carried = await carryOut(core, session, caseId, async () => ({
      type: 'issueSupplement',
      items,
      limit,
      reason,
    }));
    if (carried.ok) {
      await issueAfterStep(core, session, caseId);
      return done({ summary: carried.summary });
    }
    return 'rule' in carried ? passOn('case.issueSupplement', carried.rule) : carried;
  },
};
