import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DistrictConfig } from '../config.ts';
import type { DistrictContext } from '../context.ts';
import { openContext, type ContextParts } from '../open-context.ts';
import { testCost } from './test-server.ts';

/** A district's data without its server, for what the server does by itself. */
export async function openTestContext(
  given: Partial<DistrictConfig> = {},
  parts: ContextParts = {},
): Promise<{ context: DistrictContext; close(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'nuanchuang-district-'));
  const { context } = await openContext({ dataDir, passwordCost: testCost, ...given }, parts);
  const close = async (): Promise<void> => {
    await context.database.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { context, close };
}
