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

/** Adds to a counter and returns its new value; the row stays locked until the transaction ends, so no number is lost. */
export async function addToCounter(tx: EntityManager, name: string, by: number): Promise<number> {
  await tx.createQueryBuilder().insert().into(CounterEntity).values({ name, value: 0 }).orIgnore().execute();
  const raised = { value: () => `"value" + ${Math.trunc(by)}` };
  await tx.createQueryBuilder().update(CounterEntity).set(raised).where({ name }).execute();
  return (await tx.findOneByOrFail(CounterEntity, { name })).value;
}

/** Makes everybody who writes wait for this transaction, on other servers of the same database too. */
export async function takeTurn(tx: EntityManager): Promise<void> {
  await addToCounter(tx, 'sequence', 0);
}

/** 九低保〔2026〕000123号: one gap-free series for each kind and year. */
export async function nextCaseNumber(
  tx: EntityManager,
  prefix: string,
  kind: AssistanceKind,
  year: string,
): Promise<string> {
  const serial = await addToCounter(tx, `case:${kind}:${year}`, 1);
  return `${prefix}${kindNames[kind]}〔${year}〕${String(serial).padStart(6, '0')}号`;
}
