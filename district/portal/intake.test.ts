import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DistrictContext } from '../context.ts';
import { CaseEntity, CommandEntity, EventEntity, FileEntity } from '../db/entities.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { portalApplication } from '../testing/portal-applications.ts';
import { openTestContext } from '../testing/test-context.ts';
import { PortalApplicationEntity } from './entities.ts';
import { receive } from './intake.ts';

onEachDatabase('intake when the disk fails', (newDatabase) => {
  let context: DistrictContext;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ context, close } = await openTestContext({ databaseUrl: await newDatabase() }));
  });
  afterAll(() => close());

  const rows = () =>
    context.database.read(async (tx) => [
      await tx.count(CaseEntity),
      await tx.count(EventEntity),
      await tx.count(CommandEntity),
      await tx.count(FileEntity),
      await tx.count(PortalApplicationEntity),
    ]);
  /** The real vault, whose disk takes so many files and no more. */
  const failingAfter = (most: number, code: string): DistrictContext => {
    let put = 0;
    const files = {
      ...context.files,
      put: (digest: string, bytes: Uint8Array): Promise<void> => {
        put += 1;
        if (put > most) return Promise.reject(Object.assign(new Error('disk'), { code }));
        return context.files.put(digest, bytes);
      },
    };
    return { ...context, files };
  };

  it('tells a full one, notes nothing of the application, and takes it whole afterwards', async () => {
    const body = portalApplication();
    const full = { status: 507, code: 'storage.full' };
    await expect(receive(failingAfter(1, 'ENOSPC'), body)).rejects.toMatchObject(full);
    await expect(receive(failingAfter(2, 'EIO'), body)).rejects.toMatchObject({ code: 'EIO' });
    expect(await rows()).toEqual([0, 0, 0, 0, 0]);
    const { first, receipt } = await receive(context, body);
    expect(first).toBe(true);
    // The first number of the year: none was lost to what failed.
    expect(receipt.caseNo).toMatch(/000001号$/);
    const [cases, , , files] = await rows();
    expect([cases, files]).toEqual([1, 1 + body.documents.length]);
  });
});
