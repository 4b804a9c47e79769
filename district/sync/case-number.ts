import type { EntityManager } from 'typeorm';
import type { AssistanceKind } from '../../domain/application/application.ts';
import { CounterEntity } from '../db/entities.ts';

/** Short names as they stand in the numbers of the office's letters. */
const kindNames: Record<AssistanceKind, string> = {
  dibao: '低保',
  tekun: '特困',
  linshi: '临救',
  dibaoMargin: '低边',
  rigidExpenditure: '刚支',
};

/** Where the sequence of events stands while a transaction has its turn; nobody else moves it meanwhile. */
export interface Turn {
  sequence: number;
}

/**
 * Makes everybody who writes wait for this transaction, on other servers of the same database too: sequences and numbers
 * are given in the order of commits, and none is lost to a rollback.
 */
export async function takeTurn(tx: EntityManager): Promise<Turn> {
  const same = { value: () => '"value"' };
  const name = 'sequence';
  await tx.createQueryBuilder().update(CounterEntity).set(same).where({ name }).execute();
  return { sequence: (await tx.findOneByOrFail(CounterEntity, { name })).value };
}

export const saveTurn = (tx: EntityManager, { sequence }: Turn): Promise<unknown> =>
  tx.update(CounterEntity, { name: 'sequence' }, { value: sequence });

/** 九低保〔2026〕000123号: one gap-free series for each kind and year. Only within a turn. */
export async function nextCaseNumber(
  tx: EntityManager,
  prefix: string,
  kind: AssistanceKind,
  year: string,
): Promise<string> {
  const name = `case:${kind}:${year}`;
  const before = await tx.findOneBy(CounterEntity, { name });
  const serial = (before?.value ?? 0) + 1;
  if (before) await tx.update(CounterEntity, { name }, { value: serial });
  else await tx.insert(CounterEntity, { name, value: serial });
  return `${prefix}${kindNames[kind]}〔${year}〕${String(serial).padStart(6, '0')}号`;
}
