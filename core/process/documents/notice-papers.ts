import { lastProposal, membersOf } from '../../../domain/case/case-state.ts';
import type { ObjectionReply } from '../../../domain/case/process-data.ts';
import { noticeFrom } from '../../../domain/clocks/due.ts';
import { NoticeEntry } from '../../../domain/official-documents/kinds/public-notice.ts';
import { toPublicationEntry } from '../../../domain/privacy/publication.ts';
import { PersonName } from '../../../domain/values/person-name.ts';
import { shanghaiDate } from '../../../domain/values/iso-date.ts';
import { published } from './intake-papers.ts';
import { issuedFor, quotedBy } from './issued-numbers.ts';
import { applicantOf, eventData, letterhead, villageName, type DataOf, type StepPaper } from './paper.ts';

/** What hangs in the village: three fields of the household and nothing else (《社会救助法》第十一条、第四十五条). */
export const publicNotice = (paper: StepPaper): DataOf<'publicNotice'> => ({
  kind: 'publicNotice',
  ...posted(paper),
});

export const renewedNotice = (paper: StepPaper): DataOf<'renewedNotice'> => ({
  kind: 'renewedNotice',
  ...posted(paper),
});

function posted(paper: StepPaper) {
  const { on } = eventData(paper, 'notice.posted');
  const proposal = lastProposal(paper.then);
  if (!proposal) throw new Error('posted without a proposal');
  const entry = NoticeEntry.parse({
    name: applicantOf(paper).name,
    members: membersOf(paper.then).length,
    amountFen: proposal.eligible ? proposal.amountFen : null,
  });
  return {
    ...letterhead(paper),
    villageName: villageName(paper),
    startsOn: on,
    endsOn: published(noticeFrom(paper.ports.calendar, on, paper.ruleSet.notice.days).ends),
    entries: [entry],
  };
}

export function publication(paper: StepPaper): DataOf<'publication'> {
  const { grant } = paper.then;
  if (!grant) throw new Error('published without a grant');
  const members = membersOf(paper.then).length;
  const entry = toPublicationEntry({ name: applicantOf(paper).name, members, amountFen: grant.amountFen });
  return {
    kind: 'publication',
    ...letterhead(paper),
    villageName: villageName(paper),
    entries: [entry],
  };
}

const outcomes: Record<ObjectionReply['outcome'], DataOf<'objectionReply'>['upheld']> = {
  confirmed: 'wholly',
  partly: 'partly',
  notConfirmed: 'not',
};

/** To whoever objected, named or not; of the household it says what was posted. */
export function objectionReply(paper: StepPaper): DataOf<'objectionReply'> {
  const { reply } = eventData(paper, 'objection.replied');
  const entry = paper.then.objections.find(({ objection }) => objection.objectionId === reply.objectionId);
  const quoted = quotedBy('objectionReply', paper.step);
  const noticeNumber = quoted && issuedFor(paper.now, quoted)?.issued.number;
  if (!entry || !noticeNumber) throw new Error('reply to nothing that was posted');
  const objector = PersonName.safeParse(entry.objection.by);
  return {
    kind: 'objectionReply',
    ...letterhead(paper),
    addressee: objector.success ? objector.data : '提出异议的居民',
    noticeNumber,
    postedName: applicantOf(paper).name,
    objectedOn: shanghaiDate(entry.objection.receivedAt),
    upheld: outcomes[reply.outcome],
    reply: reply.reply,
    // A new notice, if any, is posted after the reply.
    renewed: null,
  };
}
