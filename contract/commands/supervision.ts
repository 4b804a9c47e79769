import { z } from 'zod';
import { AssistanceKind } from '../../domain/application/application.ts';
import { SupervisionReport } from '../../domain/supervision/supervision-report.ts';
import { addDays, IsoDate } from '../../domain/values/iso-date.ts';
import { command, staffModes } from '../define.ts';

const heads = ['townHead', 'districtReviewer', 'districtHead'] as const;
const longestDays = 731;

const AreaCode = z.string().regex(/^\d{6}(\d{3}){0,2}$/);
const asked = {
  /** A district, town or village of one's own area; null: all of it. */
  areaCode: AreaCode.nullable(),
  /** Both included, two years at most. */
  from: IsoDate,
  to: IsoDate,
  /** Null: every kind of assistance. */
  kind: AssistanceKind.nullable(),
};
const inOrder = ({ from, to }: { from: string; to: string }): boolean =>
  from <= to && to <= addDays(from, longestDays);
const wrongRange = { error: 'date.range', path: ['to'] };

export const supervisionCommands = {
  /** What is open, overdue and how long steps took, by place: counts and case codes, never a name. */
  'supervision.report': command({
    input: z.strictObject(asked).refine(inOrder, wrongRange),
    output: z.strictObject({
      report: SupervisionReport,
      /** From one's own area down to the one asked for. */
      path: z.array(z.strictObject({ code: AreaCode, name: z.string().max(80) })).min(1),
      /** The district was reached for its pick-ups; without it they are left out. */
      pickUpsKnown: z.boolean(),
    }),
    failures: ['case.notYourArea'],
    access: heads,
    modes: staffModes,
  }),
  /** The same as a file in the reply's bytes; the name carries the area's code and the period. */
  'supervision.export': command({
    input: z.strictObject({ ...asked, format: z.enum(['xlsx', 'csv']) }).refine(inOrder, wrongRange),
    output: z.strictObject({ fileName: z.string() }),
    failures: ['case.notYourArea'],
    access: heads,
    modes: staffModes,
    binary: 'out',
  }),
} as const;
