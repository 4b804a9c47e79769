import { z } from 'zod';
import { DueDate } from '../../../contract/views.ts';

const State = z.object({
  purpose: z.enum(['handling', 'residentAsks', 'supervision']).default('handling'),
  submitted: z.boolean().default(false),
  acceptBy: DueDate.optional(),
});
export type CameFrom = z.infer<typeof State>;

/** How the page was opened decides why the data is read: from the queue to handle it, from a search because somebody asks. */
export function readCameFrom(state: unknown): CameFrom {
  const parsed = State.safeParse(state ?? {});
  return parsed.success ? parsed.data : { purpose: 'handling', submitted: false };
}
