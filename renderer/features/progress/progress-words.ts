import type { Progress } from '../../../contract/views.ts';
import type { IsoDate } from '../../../domain/values/iso-date.ts';
import { shortDay } from '../review/accept-by.ts';

type Step = Progress['steps'][number];

/** What is done on the day, or by when it comes, in one short line. */
export function whenWords({ name, state, on, due }: Step, today: IsoDate): string {
  if (on) return `${shortDay(on, today)}${state === 'done' ? '完成' : ''}`;
  if (state === 'done') return '已完成';
  if (due === 'calendar.unpublished') return '日子还算不出来，等放假安排公布';
  if (name === 'receiving' && due) return `下次探访在 ${shortDay(due, today)}前`;
  if (name === 'notice' && due && state === 'current') return `公示到 ${shortDay(due, today)}`;
  if (due) return due < today ? `原定 ${shortDay(due, today)}前，请问工作人员` : `${shortDay(due, today)}前`;
  return state === 'current' ? '正在办' : '';
}

const nextWords: Partial<Record<Step['name'], string>> = {
  accepted: '我们正在看您的材料，会告诉您是否受理。您不用做什么。',
  supplement: '还缺几样材料。请在期限前交到窗口，逾期会当作您放弃申请。',
  survey: '我们会到您家里看看，也会问问邻居。请保持电话畅通。',
  preliminary: '我们正在写初审意见。您不用做什么。',
  notice: '结果会在村（社区）公示栏贴 7 天。您不用做什么。',
  confirmation: '区里正在审核。您不用做什么。',
  publication: '已经办好，结果会公布。您不用做什么。',
  withdrawn: '这份申请已经撤回。想再申请，随时可以到窗口。',
  abandoned: '材料逾期没有补齐。想再申请，随时可以到窗口。',
  recheck: '调查结果是不符合条件。您要是不同意，带上证明到窗口申请复查，我们帮您取证明。',
  resurvey: '我们正在重新核实，之后会再公示 7 天。可能会再到您家看看。',
  reported: '初审意见已经写好，正要报给区里。您不用做什么。',
  refused: '区里没有确认。理由在告知书上；不同意可以申请复议或者起诉。',
  explanation: '救助已经先发给您。过后请到窗口补一份情况说明。',
  explained: '情况说明已经收到。您不用做什么。',
  registration: '已经公布，正在登记发放。您不用做什么。',
  registered: '已经办好。',
  receiving: '救助按月发放。我们每年会来看看您；家里有变化请告诉我们。',
  reassessment: '家里情况有变化，我们正在核查。要减少或者终止，会先听您的意见。',
  terminated: '这份申请已经终止，原因在告知书上。想再申请，随时可以到窗口。',
  ended: '救助已经终止，原因在告知书上。有困难随时可以再申请。',
};

/** What happens next and whether the resident has to do something. */
export function whatNext({ steps }: Progress): string {
  const here = steps.find(({ state }) => state === 'current') ?? steps.at(-1);
  return (here && nextWords[here.name]) ?? '请到窗口问工作人员。';
}
