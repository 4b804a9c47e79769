import { parseFen } from '../../domain/values/fen.ts';
import { dayAt, textAt, valueAt, type FactMap } from './field-map.ts';

/** Every object of every list as a candidate fact; null when a list is something else. */
export function mappedFacts(raw: unknown, maps: readonly FactMap[], today: string): unknown[] | null {
  const facts: unknown[] = [];
  for (const map of maps) {
    const value = valueAt(raw, map.list) ?? [];
    const list = Array.isArray(value) ? (value as unknown[]) : [value];
    if (list.some((one) => one === null || typeof one !== 'object')) return null;
    for (const one of list) if (wanted(one, map)) facts.push(mappedFact(one, map, today));
  }
  return facts;
}

const wanted = (one: unknown, { when }: FactMap): boolean =>
  !when || when.equals.includes(textAt(one, when.path) ?? '');

function mappedFact(one: unknown, map: FactMap, today: string): Record<string, unknown> {
  const common = {
    topic: map.topic,
    kind: map.kind,
    label: textAt(one, map.labelFrom) ?? map.label,
    text: textAt(one, map.textFrom),
    // A day that is there and cannot be read is not replaced by today.
    asOf: map.asOfFrom === undefined ? today : dayAt(one, map.asOfFrom),
  };
  switch (map.topic) {
    case 'income':
      return { ...common, amountFen: amountOf(one, map), periodMonths: map.periodMonths };
    case 'property':
      return { ...common, amountFen: amountOf(one, map) };
    case 'household':
      return { ...common, count: Number(textAt(one, map.countFrom)) };
    case 'status':
      return { ...common, ...statusOf(one, map) };
  }
}

/** 分; null where the map names no amount; NaN, which no schema takes, where it cannot be read. */
function amountOf(one: unknown, { amountFrom, unit }: FactMap): number | null {
  if (amountFrom === undefined) return null;
  const text = textAt(one, amountFrom) ?? '';
  if (unit === 'fen') return /^\d+$/.test(text) ? Number(text) : NaN;
  const parsed = parseFen(text);
  return parsed.ok ? parsed.value : NaN;
}

function statusOf(one: unknown, map: FactMap): Record<string, unknown> {
  if (map.kind === 'marriage')
    return { marriage: map.marriage?.codes[textAt(one, map.marriage.from) ?? ''] ?? null };
  if (map.kind === 'disability') {
    const number = (path: string | undefined): number => Number(textAt(one, path));
    return {
      disability: { kind: number(map.disability?.kindFrom), grade: number(map.disability?.gradeFrom) },
    };
  }
  return map.kind === 'deceased' ? { on: dayAt(one, map.onFrom) } : {};
}
