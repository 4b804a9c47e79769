import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Source } from '../../domain/matching/sources.ts';
import { matchingConfig, readMatchingConfig } from './config.ts';

const one = { source: 'housing', url: 'https://housing.example/query' };
const file = (...sources: object[]) => ({ sources });

describe('the configuration of data matching', () => {
  let folder: string;
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'nuanchuang-matching-config-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('that ships covers every source and needs no secrets', async () => {
    const shipped = new URL('../../assets/matching/demo-config.json', import.meta.url).pathname;
    const { sources } = await readMatchingConfig(shipped, {});
    expect(sources.map(({ source }) => source)).toEqual(Source.options);
  });

  it('in the guide for departments can be used as it is', async () => {
    const guide = await readFile(new URL('../../docs/matching.md', import.meta.url), 'utf8');
    const example = /```json config\n([^`]*)```/.exec(guide)?.[1] ?? '';
    expect(matchingConfig(JSON.parse(example), { MATCH_TAX: 'x', MATCH_HOUSING: 'y' }).sources).toHaveLength(
      3,
    );
  });

  it('is read with the mark that Windows editors put in front', async () => {
    const path = join(folder, 'matching.json');
    await writeFile(path, `\uFEFF${JSON.stringify(file(one))}`);
    expect((await readMatchingConfig(path, {})).sources).toMatchObject([
      { source: 'housing', mode: 'sync', timeoutMs: 10_000, retries: 5, auth: null },
    ]);
    await writeFile(path, '{');
    await expect(readMatchingConfig(path, {})).rejects.toThrow(
      /^config\.invalid: DISTRICT_MATCHING is not JSON/,
    );
    await expect(readMatchingConfig(join(folder, 'none'), {})).rejects.toThrow('cannot be read');
  });

  it('takes secrets from the environment by name', () => {
    const secret = { ...one, auth: { header: 'authorization', valueEnv: 'MATCH_HOUSING' } };
    expect(matchingConfig(file(secret), { MATCH_HOUSING: 'Bearer x' }).sources[0]?.auth).toEqual({
      header: 'authorization',
      value: 'Bearer x',
    });
    expect(() => matchingConfig(file(secret), {})).toThrow(
      'sources.0.auth.valueEnv: MATCH_HOUSING is not set',
    );
  });

  const wrong: [string, unknown, string][] = [
    ['a source nobody knows', file({ ...one, source: 'weather' }), 'sources.0.source'],
    ['a source twice', file(one, one), 'sources: each source once'],
    [
      'plain http beyond this machine',
      file({ ...one, url: 'http://housing.example/' }),
      'sources.0.url: https',
    ],
    ['another protocol', file({ ...one, url: 'ftp://127.0.0.1/' }), 'sources.0.url: an http(s) address'],
    ['a misspelt field', file({ ...one, retires: 3 }), 'sources.0'],
    ['no time at all', file({ ...one, timeoutMs: 0 }), 'sources.0.timeoutMs'],
    ['async without a way to the answer', file({ ...one, mode: 'async' }), 'sources.0: async takes'],
    ['a list instead of an object', [], 'file:'],
    ['a secret in the file', file({ ...one, auth: { header: 'a', valueEnv: 'Bearer x' } }), 'auth.valueEnv'],
  ];
  it.each(wrong)('with %s is refused at its place', (_, given, place) => {
    expect(() => matchingConfig(given, {})).toThrow('config.invalid: DISTRICT_MATCHING ');
    expect(() => matchingConfig(given, {})).toThrow(place);
  });

  it('allows plain http on this machine and drops the slash at the end', () => {
    const given = {
      callbackUrl: 'http://localhost:8450/',
      ...file({ ...one, url: 'http://[::1]:9/x', mode: 'async' }),
    };
    expect(matchingConfig(given, {}).callbackUrl).toBe('http://localhost:8450');
  });
});
