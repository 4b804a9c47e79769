import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Source } from '../../domain/matching/sources.ts';
import { FieldMap } from './field-map.ts';

const thisMachine = ['localhost', '127.0.0.1', '[::1]'];

/** Personal data goes over it: encrypted, or not beyond this machine. */
const Address = z.url({ protocol: /^https?$/, error: 'an http(s) address' }).refine(
  (text) => {
    const { protocol, hostname } = new URL(text);
    return protocol === 'https:' || thisMachine.includes(hostname);
  },
  { error: 'https, unless the address is this machine' },
);
const ms = (least: number, most: number, otherwise: number) =>
  z.int().min(least).max(most).default(otherwise);

const SourceFile = z.strictObject({
  source: Source,
  url: Address,
  /** sync: the reply is the answer. async: 202, and a call back or a poll later. */
  mode: z.enum(['sync', 'async']).default('sync'),
  timeoutMs: ms(10, 600_000, 10_000),
  /** Tries after the first that failed. */
  retries: z.int().min(0).max(20).default(5),
  /** Before the first retry; doubles each time up to ten minutes. */
  backoffMs: ms(1, 600_000, 2000),
  /** A query without an answer is given up after this long. */
  deadlineMs: ms(10, 30 * 86_400_000, 86_400_000),
  /** async: where to ask for an answer; without it we wait to be called. */
  pollUrl: Address.optional(),
  pollEveryMs: ms(10, 86_400_000, 60_000),
  /** Queries under way at once. */
  parallel: z.int().min(1).max(20).default(2),
  /** So many failures in a row, and nobody asks for `pauseMs`. */
  breakAfter: z.int().min(1).max(100).default(5),
  pauseMs: ms(1, 3_600_000, 60_000),
  auth: z
    .strictObject({
      header: z.string().regex(/^[A-Za-z0-9-]{1,60}$/, 'the name of a header'),
      /** The environment variable that holds the value. */
      valueEnv: z.string().regex(/^[A-Z_][A-Z0-9_]{0,80}$/, 'the name of a variable in capitals'),
    })
    .optional(),
  /** How long an answer holds when the department does not say. */
  validDays: z.int().min(1).max(3650).default(90),
  fieldMap: FieldMap.optional(),
});

const MatchingFile = z.strictObject({
  /** What departments reach this server by, for calling back: https://district.example:8450 */
  callbackUrl: Address.optional(),
  sources: z
    .array(SourceFile)
    .max(Source.options.length)
    .refine((list) => new Set(list.map(({ source }) => source)).size === list.length, {
      error: 'each source once',
    }),
});

export interface SourceConfig extends Omit<z.infer<typeof SourceFile>, 'auth'> {
  /** The header with its value, ready to send. */
  auth: { header: string; value: string } | null;
}
export interface MatchingConfig {
  callbackUrl: string | null;
  sources: readonly SourceConfig[];
}

export const noMatching: MatchingConfig = { callbackUrl: null, sources: [] };

/** Checks a configuration; throws `config.invalid: DISTRICT_MATCHING …` with the place and what is asked there. */
export function matchingConfig(given: unknown, env: NodeJS.ProcessEnv): MatchingConfig {
  const parsed = MatchingFile.safeParse(given);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`);
    throw invalid(issues.slice(0, 5).join('; '));
  }
  const { callbackUrl, sources } = parsed.data;
  return {
    callbackUrl: callbackUrl?.replace(/\/$/, '') ?? null,
    sources: sources.map((source, index) => {
      const needsCall = source.mode === 'async' && !source.pollUrl && !callbackUrl;
      if (needsCall) throw invalid(`sources.${index}: async takes a pollUrl, or a callbackUrl of the file`);
      return { ...source, auth: authOf(source.auth, env, index) };
    }),
  };
}

const invalid = (text: string): Error => new Error(`config.invalid: DISTRICT_MATCHING ${text}`);

function authOf(
  auth: z.infer<typeof SourceFile>['auth'],
  env: NodeJS.ProcessEnv,
  index: number,
): SourceConfig['auth'] {
  if (!auth) return null;
  const value = env[auth.valueEnv];
  if (!value) throw invalid(`sources.${index}.auth.valueEnv: ${auth.valueEnv} is not set`);
  return { header: auth.header, value };
}

/** Reads the file that `DISTRICT_MATCHING` names. */
export async function readMatchingConfig(file: string, env: NodeJS.ProcessEnv): Promise<MatchingConfig> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw invalid('cannot be read');
  });
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw invalid('is not JSON');
  }
  return matchingConfig(given, env);
}
