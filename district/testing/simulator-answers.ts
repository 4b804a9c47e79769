import { z } from 'zod';
import type { CheckFact } from '../../domain/matching/facts.ts';
import type { Source } from '../../domain/matching/sources.ts';
import { formatYuan } from '../../domain/values/fen.ts';

/** What the simulator understands of a question, whichever format it came in. */
export interface AskedBody {
  queryId: string;
  idNumber: string;
  name: string;
  ticket: string | null;
  callback: { url: string; secret: string } | null;
}

const Standard = z.strictObject({
  queryId: z.uuid(),
  source: z.string(),
  purpose: z.string(),
  requestedOn: z.iso.date(),
  person: z.strictObject({ name: z.string(), idNumber: z.string().length(18) }),
  authorization: z.strictObject({ digest: z.string().length(64) }),
  ticket: z.string().optional(),
  callback: z.strictObject({ url: z.url(), secret: z.string() }).optional(),
});
/** The tax office's own names, as assets/matching/demo-config.json maps them. */
const Tax = z.strictObject({
  ywlsh: z.uuid(),
  xm: z.string(),
  sfzhm: z.string().length(18),
  sqsbh: z.string().length(64),
  cxyt: z.string(),
});

/** Throws where a question does not keep to the contract. */
export function readAsked(source: Source, raw: unknown): AskedBody {
  if (source === 'tax') {
    const { ywlsh, sfzhm, xm } = Tax.parse(raw);
    return { queryId: ywlsh, idNumber: sfzhm, name: xm, ticket: null, callback: null };
  }
  const { queryId, person, ticket, callback } = Standard.parse(raw);
  return { queryId, ...person, ticket: ticket ?? null, callback: callback ?? null };
}

interface Answer {
  answerId: string;
  idNumber: string;
  facts: readonly CheckFact[];
}

export const standardAnswer = ({ answerId, idNumber, facts }: Answer): unknown => ({
  answerId,
  idNumber,
  facts,
});

export const taxError = { code: '4031', msg: '无查询权限' };

/** 元 as text, days without dashes, a code in the body: nothing like ours. */
export const taxAnswer = ({ answerId, idNumber, facts }: Answer): unknown => ({
  code: '0',
  data: {
    sfzhm: idNumber,
    lsh: answerId,
    cxsj: '2026-01-05 09:30:00',
    srList: facts.flatMap((fact) =>
      fact.topic === 'income'
        ? [
            {
              lb: fact.kind,
              sdxm: fact.label,
              kjywr: fact.text ?? '',
              je: formatYuan(fact.amountFen),
              rq: fact.asOf.replaceAll('-', ''),
            },
          ]
        : [],
    ),
  },
});
