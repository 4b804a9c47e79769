import { z } from 'zod';
import type { StoreWriter } from '../../core/ports/store.ts';
import type { Session } from './session.ts';

const Value = z.array(z.object({ value: z.int() })).length(1);

async function advance({ manager }: Session, name: string, count: number): Promise<number> {
  if (!Number.isSafeInteger(count) || count < 1)
    throw new RangeError('a counter advances by a positive whole number');
  const sql = `INSERT INTO counters (name, value) VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET value = value + excluded.value RETURNING value`;
  return Value.parse(await manager.query(sql, [name, count]))[0]?.value ?? 0;
}

export const counterWrites = (session: Session): Pick<StoreWriter, 'nextCounter' | 'nextCaseSerial'> => ({
  /** Reserves `count` numbers and gives the first. */
  nextCounter: async (count) => (await advance(session, 'events', count)) - count + 1,
  nextCaseSerial: (day) => advance(session, `cases ${day}`, 1),
});
