import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoAmounts } from '../domain/rules/shipped.ts';
import { configFromEnvironment } from './config.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'nuanchuang-config-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const later = { ...demoAmounts, id: 'amounts-later', effectiveFrom: '2026-07-01', fictional: false };
const configWith = async (text: string, env: Record<string, string> = {}) => {
  const file = join(folder, 'amounts.json');
  await writeFile(file, text);
  return configFromEnvironment({ DISTRICT_DATA: folder, DISTRICT_AMOUNTS: file, ...env });
};

describe('amounts from the environment', () => {
  it('are the file’s versions, also with the mark that Windows editors put in front', async () => {
    expect((await configWith(JSON.stringify([demoAmounts, later]))).amounts).toEqual([demoAmounts, later]);
    expect((await configWith(`\uFEFF${JSON.stringify([later])}`)).amounts).toEqual([later]);
  });

  it('come with the materials that need not be brought', async () => {
    const env = { DISTRICT_VERIFIABLE: 'householdBook, disabilityCard' };
    const { verifiable } = await configWith(JSON.stringify([later]), env);
    expect(verifiable).toEqual(['householdBook', 'disabilityCard']);
    await expect(configWith('[]', { DISTRICT_VERIFIABLE: 'passport' })).rejects.toThrow(
      'DISTRICT_VERIFIABLE',
    );
  });

  it('can be written as the guide shows it', async () => {
    const guide = await readFile(new URL('../docs/guide/it-admin.zh.md', import.meta.url), 'utf8');
    const example = /```json\n([^`]*effectiveFrom[^`]*)```/.exec(guide)?.[1] ?? '';
    expect((await configWith(example)).amounts).toMatchObject([{ fictional: false, standardFen: 100_000 }]);
  });

  it.each([
    ['two that begin on one day', JSON.stringify([demoAmounts, { ...later, effectiveFrom: '2025-01-01' }])],
    ['none', '[]'],
    ['yuan with decimals', JSON.stringify([{ ...later, standardFen: 810.5 }])],
    ['a day that does not exist', JSON.stringify([{ ...later, effectiveFrom: '2026-06-31' }])],
    ['no JSON', '{"id": '],
  ])('with %s are refused by the variable’s name', async (_, text) => {
    await expect(configWith(text)).rejects.toThrow(/^config\.invalid: DISTRICT_AMOUNTS /);
  });
});
