import type { Application } from '../application/application.ts';
import { IncomeKind } from '../eligibility/income.ts';
import { incomeSources } from './coverage.ts';
import { amountDifference, type ComparisonRow } from './difference.ts';
import type { IncomeFact } from './facts.ts';
import { groups, latest, silence, sourcesIn, unlessPartial, type Heard, type HeardFact } from './heard.ts';
import { overOnePeriod, sumFlows, type Flow } from './said.ts';

/** Subsidies come from several offices and add up; a wage that two offices know is one wage. */
const addsUp: readonly IncomeKind[] = ['subsidy'];
const money = (flow: Flow) => ({ as: 'money' as const, ...flow });

/** Each kind of income of one person: stated against found, over one period. */
export function compareIncome(
  { income }: Pick<Application, 'income'>,
  personId: string,
  heard: Heard,
): ComparisonRow[] {
  const facts = heard.facts.filter((one): one is HeardFact<IncomeFact> => one.fact.topic === 'income');
  return IncomeKind.options.flatMap((kind): ComparisonRow[] => {
    const entries = income.none
      ? []
      : income.entries.filter((entry) => entry.memberId === personId && entry.kind === kind);
    const declared = entries.length > 0 ? sumFlows(entries.map(flowOf)) : null;
    const found = groups(
      facts.filter(({ fact }) => fact.kind === kind),
      addsUp.includes(kind),
    );
    const row = { topic: 'income' as const, kind, personId, flag: null };
    if (found.length > 0) return found.map((group) => ({ ...row, ...against(declared, group, heard, kind) }));
    if (!declared) return [];
    const difference = silence(heard, incomeSources[kind]);
    const sources = heard.answered.filter((source) => incomeSources[kind].includes(source));
    return [{ ...row, declared: money(declared), found: null, sources, asOf: null, difference }];
  });
}

const flowOf = ({ amountFen, periodMonths }: { amountFen: number; periodMonths: 1 | 12 }): Flow => ({
  fen: amountFen,
  periodMonths,
});

function against(declared: Flow | null, group: HeardFact<IncomeFact>[], heard: Heard, kind: IncomeKind) {
  const total = sumFlows(group.map(({ fact }) => flowOf(fact)));
  const [stated, found] = declared ? overOnePeriod(declared, total) : [null, total];
  const plain = amountDifference(stated?.fen ?? null, found.fen);
  return {
    declared: stated && money(stated),
    found: money(found),
    sources: sourcesIn(group),
    asOf: latest(group),
    difference: addsUp.includes(kind) ? unlessPartial(plain, heard, incomeSources[kind]) : plain,
  };
}
