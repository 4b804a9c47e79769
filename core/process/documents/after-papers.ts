import { membersOf } from '../../../domain/case/case-state.ts';
import type { EndReason, Hearing, HouseholdChange, VisitMode } from '../../../domain/case/process-data.ts';
import {
  addressOf,
  articlesOf,
  oneLine,
  caseLetter,
  type DataOf,
  type Paper,
  type StepPaper,
} from './paper.ts';
import type { Step } from './story.ts';

const modes: Record<VisitMode, string> = { home: '入户', inPerson: '当面', phone: '电话', video: '视频' };

/** Of the visit that the step recorded; without one a form to be filled in. */
export function visitRecord(paper: Paper & { step?: Step }): DataOf<'visitRecord'> {
  const visit = paper.step?.event.type === 'visit.recorded' ? paper.step.event.data.visit : null;
  return {
    kind: 'visitRecord',
    ...caseLetter(paper),
    address: addressOf(paper),
    householdSize: membersOf(paper.then).length,
    visitedOn: visit?.on ?? null,
    mode: visit ? modes[visit.mode] : null,
    situation: visit?.found || null,
    needs: visit?.needs || null,
    followUp: visit?.changed ? '家庭情况有变化，另行报告。' : null,
    visitors: (visit?.visitors ?? []).map(oneLine).filter((name) => name !== ''),
  };
}

const changes: Record<HouseholdChange['what'], string> = {
  members: '家庭成员变化',
  income: '收入变化',
  property: '财产变化',
  health: '健康状况变化',
  residence: '居住地变化',
  deceased: '家庭成员死亡',
  other: '其他变化',
};

/** What the person said before anything is decided; without a recorded talk a form with room to write. */
export function hearingRecord(paper: Paper & { step?: Step }): DataOf<'hearingRecord'> {
  const event = paper.step?.event.type === 'hearing.recorded' ? paper.step.event.data : null;
  const change = paper.then.changes.at(-1)?.change;
  const hearing = event?.hearing;
  const officer = event ? paper.names.name(event.by) : '';
  return {
    kind: 'hearingRecord',
    ...caseLetter(paper),
    intention: change ? '因家庭情况变化，重新核定救助；决定减少或者终止以前，听取本人意见。' : null,
    reasons: change ? `${changes[change.what]}：${change.note}` : null,
    heardOn: hearing?.on ?? null,
    place: null,
    opinion: hearing ? opinionOf(hearing) : null,
    officers: officer === '' ? [] : [officer],
  };
}

function opinionOf({ attended, said, asked, with: person }: Hearing): string | null {
  if (!attended) return `${person}没有到场。通知的情况：${asked}`;
  return said.trim() === '' ? null : said;
}

const endings: Record<EndReason, string> = {
  aboveStandard: '家庭收入高于标准',
  property: '家庭财产超过规定',
  deceased: '享受救助的人死亡',
  movedAway: '迁出本区',
  ownWish: '本人要求终止',
  other: '其他原因',
};

export function adjustmentNotice(paper: StepPaper): DataOf<'adjustmentNotice'> {
  const { event, before } = paper.step;
  if (event.type !== 'assistance.adjusted' && event.type !== 'assistance.ended')
    throw new Error(`nothing adjusted by ${event.type}`);
  const oldAmountFen = before.grant?.amountFen ?? 0;
  const current = before.changes.at(-1);
  const shared = {
    kind: 'adjustmentNotice' as const,
    ...caseLetter(paper),
    heardOn: current?.hearings.at(-1)?.on ?? null,
    nobodyLeft: current?.change.what === 'deceased' && membersOf(before).length <= 1,
    ...{ oldAmountFen, from: event.data.from, formula: [] },
  };
  if (event.type === 'assistance.ended') {
    const { because, reason } = event.data;
    return {
      ...{ ...shared, change: 'ended', newAmountFen: 0, articles: articlesOf(paper, 'endAssistance') },
      reasons: [`${endings[because]}。${reason}`],
    };
  }
  const { amountFen, reason } = event.data;
  return {
    ...{ ...shared, change: amountFen > oldAmountFen ? 'raised' : 'reduced', newAmountFen: amountFen },
    ...{ articles: articlesOf(paper, 'adjust'), reasons: [reason] },
  };
}
