import { z } from 'zod';
import { AssistanceKind } from '../domain/application/application.ts';
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import { caseClock, type CaseClock } from '../domain/clocks/case-clock.ts';
import type { DueDate } from '../domain/clocks/due.ts';
import { HistoryEntry, type HistoryKind } from '../domain/clocks/history.ts';
import type { RuleSet } from '../domain/rules/rule-set.ts';
import { findRuleSet } from '../domain/rules/shipped.ts';
import type { Failure } from '../domain/values/result.ts';

/** One example case: an id of the caller's choice, the rule set, and what happened on which day, oldest first. */
export const RulesEntry = z.strictObject({
  id: z.string().min(1),
  ruleSet: z.string().min(1),
  /** Absent: a kind with public notice. One without it is reported from its preliminary review. */
  kind: AssistanceKind.optional(),
  history: z.array(HistoryEntry).min(1),
});

/**
 * `inform` is there only when the district has decided, `followUp` only when an alert was raised. A date not computable is
 * 'calendar.unpublished'.
 */
export type RulesResult = { id: string } & Pick<CaseClock, 'state' | 'due'> & {
    inform?: DueDate;
    followUp?: DueDate;
  };

/** Answers all entries or none; every error names the entry's id and the field. */
export function answerEntries(
  input: unknown,
  ruleSets: readonly RuleSet[],
  calendar: WorkCalendar,
): { results: RulesResult[] } | { errors: string[] } {
  if (!Array.isArray(input)) return { errors: ['文件里应当是一个数组：[{ "id", "ruleSet", "history" }, …]'] };
  const errors: string[] = [];
  const results: RulesResult[] = [];
  const seen = new Set<string>();
  for (const [index, raw] of input.entries()) {
    const name = nameOf(raw, index);
    const answer = answerEntry(raw, ruleSets, calendar);
    if ('errors' in answer) errors.push(...answer.errors.map((error) => `${name}，${error}`));
    else if (seen.has(answer.id)) errors.push(`${name}，id：和前面的条目重复`);
    else results.push(answer);
    if ('id' in answer) seen.add(answer.id);
  }
  return errors.length > 0 ? { errors } : { results };
}

function answerEntry(
  raw: unknown,
  ruleSets: readonly RuleSet[],
  calendar: WorkCalendar,
): RulesResult | { errors: string[] } {
  const entry = RulesEntry.safeParse(raw);
  if (!entry.success) return { errors: entry.error.issues.map(explainIssue) };
  const { id, ruleSet: ruleSetId, history, kind } = entry.data;
  const ruleSet = findRuleSet(ruleSetId, ruleSets);
  if (!ruleSet.ok) {
    return {
      errors: [`ruleSet：没有规则集 "${ruleSetId}"，现有 ${ruleSets.map((set) => set.id).join('、')}`],
    };
  }
  const clock = caseClock(calendar, ruleSet.value, history, undefined, kind);
  if (!clock.ok) return { errors: [explainFailure(clock.failure)] };
  const { state, due, inform, followUp } = clock.value;
  const happened = (...kinds: HistoryKind[]) => history.some(([what]) => kinds.includes(what));
  return {
    ...{ id, state, due },
    ...(happened('confirmed', 'refused') ? { inform } : {}),
    ...(happened('alertRaised') ? { followUp } : {}),
  };
}

function nameOf(raw: unknown, index: number): string {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined;
  return typeof id === 'string' && id !== '' ? `条目 "${id}"` : `第 ${index + 1} 个条目`;
}

/** ['history', 1, 0] → 'history[1][0]' */
function fieldOf(path: readonly PropertyKey[]): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${String(step)}`))
    .join('');
}

function explainIssue(issue: z.core.$ZodIssue): string {
  const field = fieldOf(issue.path) || '整个条目';
  if (issue.code === 'unrecognized_keys') return `${issue.keys.join('、')}：不认识的字段`;
  if (issue.message === 'date.invalid') return `${field}：不是存在的日期（应为 YYYY-MM-DD）`;
  if (issue.code === 'invalid_value')
    return `${field}：不认识的值，可用 ${issue.values.map(String).join('、')}`;
  if (issue.code === 'too_small') return `${field}：内容不够`;
  if (issue.code === 'invalid_type') return `${field}：缺少或类型不对，应为 ${issue.expected}`;
  return `${field}：${issue.message}`;
}

function explainFailure({ code, data = {} }: Failure): string {
  const field = `history[${String(data['index'])}]`;
  const { kind, date, before, state, noticeEnds, again } = data;
  switch (code) {
    case 'history.unordered':
      return `${field}：${String(kind)} 的日期 ${String(date)} 早于前一项的 ${String(before)}`;
    case 'history.impossible':
      if (again) return `${field}：${String(kind)} 只能有一次`;
      return `${field}：${String(kind)} 不能发生在 ${state === 'START' ? '开头' : `${String(state)} 之后`}`;
    case 'history.noticeNotOver':
      return `${field}：公示到 ${String(noticeEnds)} 才结束，不能在 ${String(date)} 上报`;
    default:
      return `${field}：${code}`;
  }
}
