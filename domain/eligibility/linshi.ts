import type { LocalAmounts } from '../rules/local-amounts.ts';
import { formatYuanWithUnit } from '../values/fen.ts';
import {
  moneyLine,
  outcomeOf,
  type Assessed,
  type AssessedAmount,
  type Condition,
  type KindFacts,
} from './assessment.ts';

export interface LinshiAssessed extends Assessed {
  /** 分 that may be granted at once, before the explanation; null when it is not urgent or no amount is set. */
  firstGrantFen: number | null;
}

/**
 * 临时救助: something sudden happened, and an amount is asked for (L §29). Asking for more than the cap is no reason to say no:
 * the amount is cut to it. When it is urgent, a small amount is granted first and explained afterwards (L §50).
 */
export function assessLinshi({ emergency }: KindFacts, amounts: LocalAmounts): LinshiAssessed {
  const { urgent = null, requestedFen = 0 } = emergency ?? {};
  const asked = requestedFen > 0;
  const conditions: Condition[] = [
    {
      code: 'event',
      label: '遇到突发、紧迫的困难，基本生活暂时过不下去',
      state: 'open',
      found: asked ? '要核实情况' : '还没有说需要多少',
      source: '《社会救助法》第二十九条',
    },
  ];
  const cap = amounts.linshiFirstGrantFen;
  const firstGrantFen = urgent && asked && cap !== undefined ? Math.min(requestedFen, cap) : null;
  return {
    outcome: outcomeOf(conditions),
    conditions,
    firstGrantFen,
    lines: [
      ...(asked ? [] : [moneyLine('需要的金额', requestedFen)]),
      ...(firstGrantFen === null
        ? []
        : [moneyLine(`情况紧急，可以先行救助（不超过 ${formatYuanWithUnit(cap ?? 0)}）`, firstGrantFen)]),
    ],
    amount: asked ? onceAmount(requestedFen, amounts.linshiCapFen) : null,
  };
}

function onceAmount(requestedFen: number, cap: number | undefined): AssessedAmount | null {
  if (cap === undefined) return null;
  const fen = Math.min(requestedFen, cap);
  return {
    per: 'once',
    fen,
    lines: [moneyLine('需要的金额', requestedFen), moneyLine('一次最多', cap), moneyLine('一次发放', fen)],
    source: '《社会救助法》第二十九条',
  };
}
