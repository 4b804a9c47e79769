import type { Progress } from '../../../contract/views.ts';
import type { IsoDate } from '../../../domain/values/iso-date.ts';
import { shortDay } from '../review/accept-by.ts';

type Step = Progress['steps'][number];

/** What is done on the day, or by when it comes, in one short line. */
export function whenWords({ state, on, due }: Step, today: IsoDate): string {
  if (on) return `${shortDay(on, today)}${state === 'done' ? '完成' : ''}`;
  if (state === 'done') return '已完成';
  if (due === 'calendar.unpublished') return '日子还算不出来，等放假安排公布';
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
};

/** What happens next and whether the resident has to do something. */
export function whatNext({ steps }: Progress): string {
  const here = steps.find(({ state }) => state === 'current') ?? steps.at(-1);
  return (here && nextWords[here.name]) ?? '请到窗口问工作人员。';
}
