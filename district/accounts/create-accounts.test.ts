import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../db/database.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { testCost, testPassword } from '../testing/test-server.ts';
import { accountRow, insertFirstAccounts } from './create-accounts.ts';

onEachDatabase('the first accounts', (newDatabase) => {
  it('are made by one of many who try at once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nuanchuang-first-'));
    const url = await newDatabase();
    const database = await openDatabase(
      url
        ? { kind: 'postgres', url }
        : { kind: 'embedded', file: join(folder, 'd.db'), key: Buffer.alloc(32) },
    );
    const person = { password: testPassword, displayName: '演示人员', role: 'admin' as const };
    const rows = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        accountRow(
          { ...person, username: `admin${i}`, areaCode: '500107', areaName: '九龙坡区' },
          testCost,
          new Date(),
        ),
      ),
    );
    const tried = await Promise.allSettled(
      rows.map((row) => database.write((tx) => insertFirstAccounts(tx, [row]))),
    );
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const codes = tried.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as { code: string }).code] : [],
    );
    expect(new Set(codes)).toEqual(new Set(['setup.done']));
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });
});
