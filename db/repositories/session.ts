import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';
import type { FieldCrypto } from '../field-crypto.ts';

/** What a repository works on: the read connection, or the one transaction behind the write gate. */
export interface Session {
  manager: EntityManager;
  crypto: FieldCrypto;
}

/** Inserts rows or replaces the ones with the same `key`, in one statement; generated columns keep their value. */
export async function upsert<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntitySchema<T>,
  row: T,
  key: keyof T & string,
): Promise<void> {
  const { columns } = manager.connection.getMetadata(entity);
  const changing = columns.filter((column) => !column.isGenerated && column.propertyName !== key);
  const keyColumn = columns.find((column) => column.propertyName === key)?.databaseName ?? key;
  await manager
    .createQueryBuilder()
    .insert()
    .into(entity)
    .values(row)
    .orUpdate(
      changing.map((column) => column.databaseName),
      [keyColumn],
    )
    .updateEntity(false)
    .execute();
}
