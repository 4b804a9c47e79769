import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { shippedCalendar } from '../domain/calendar/shipped-calendar.ts';
import { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import { demoAmounts } from '../domain/rules/shipped.ts';
import { AmountsList } from '../domain/rules/amounts-list.ts';
import type { LocalAmounts } from '../domain/rules/local-amounts.ts';
import { Slot } from '../domain/materials/slots.ts';
import { noMatching, readMatchingConfig, type MatchingConfig } from './matching/config.ts';
import { defaultCost, type PasswordCost } from './accounts/password.ts';

export interface DistrictConfig {
  /** 0 takes any free port. */
  port: number;
  host: string;
  dataDir: string;
  keyFile: string;
  /** `postgres://…`; null keeps everything in an encrypted SQLite file under `dataDir`. */
  databaseUrl: string | null;
  /** PEM texts. */
  tls: { cert: string; key: string } | null;
  /** Every version that ever held; a command is decided by the one in force on its day. Told at login. */
  amounts: readonly LocalAmounts[];
  /** Materials the checking mechanism verifies here; the stations are told at login. */
  verifiable: readonly Slot[];
  /** Working days as published; a newer one takes its place without a release. */
  calendar: WorkCalendar;
  /** What cases run under that the server itself opens. */
  ruleSetId: string;
  /** Shared with the portal for applications from home; null: there is none. */
  portalKey: string | null;
  /** Shared with the monitoring platform; null: there is none. */
  monitoringKey: string | null;
  /** In front of case numbers: 九低保〔2026〕000123号. */
  numberPrefix: string;
  passwordCost: PasswordCost;
  tokenDays: number;
  /** How long a station may go on without a login over the network. */
  offlineDays: number;
  maxFileBytes: number;
  /** Departments that are asked about households; none: every check ends without an answer. */
  matching: MatchingConfig;
}

/** Everything but the data folder has a default fit for one machine. */
export function districtConfig(given: Partial<DistrictConfig> & { dataDir: string }): DistrictConfig {
  const config: DistrictConfig = {
    port: 0,
    host: '127.0.0.1',
    keyFile: join(given.dataDir, 'district.key'),
    databaseUrl: null,
    tls: null,
    amounts: [demoAmounts],
    verifiable: [],
    calendar: shippedCalendar,
    ruleSetId: 'cq-jlp-2023',
    portalKey: null,
    monitoringKey: null,
    numberPrefix: '九',
    passwordCost: defaultCost,
    tokenDays: 30,
    offlineDays: 45,
    maxFileBytes: 64 * 1024 * 1024,
    matching: noMatching,
    ...given,
  };
  if (!config.tls && !isLoopback(config.host)) {
    throw new Error(
      `config.tlsNeeded: ${config.host} is not this machine alone; give DISTRICT_TLS_CERT and _KEY`,
    );
  }
  return config;
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(host);

const Environment = z.object({
  DISTRICT_PORT: z.coerce.number().int().min(0).max(65_535).default(8450),
  DISTRICT_HOST: z.string().min(1).default('127.0.0.1'),
  DISTRICT_DATA: z.string().min(1),
  DISTRICT_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'postgres://…')
    .optional(),
  DISTRICT_TLS_CERT: z.string().min(1).optional(),
  DISTRICT_TLS_KEY: z.string().min(1).optional(),
  DISTRICT_KEY_FILE: z.string().min(1).optional(),
  /** JSON file with a list of `LocalAmounts`; without it the fictional demo amounts. */
  DISTRICT_AMOUNTS: z.string().min(1).optional(),
  /** At least 32 characters, shared with the portal; without it there are no routes for one. */
  DISTRICT_PORTAL_KEY: z.string().min(32).max(200).optional(),
  /** The same for the monitoring platform. */
  DISTRICT_MONITORING_KEY: z.string().min(32).max(200).optional(),
  /** JSON file with a `WorkCalendar`; without it the one shipped. */
  DISTRICT_CALENDAR: z.string().min(1).optional(),
  /** JSON file of the departments that are asked; see docs/matching.md. */
  DISTRICT_MATCHING: z.string().min(1).optional(),
  /** Slots, separated by commas, that the checking mechanism verifies. */
  DISTRICT_VERIFIABLE: z
    .string()
    .transform((text) => text.split(',').map((slot) => slot.trim()))
    .pipe(z.array(Slot))
    .optional(),
});

/** Reads the configuration from the environment; throws with the names of the variables that are wrong. */
export async function configFromEnvironment(env: NodeJS.ProcessEnv): Promise<DistrictConfig> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`config.invalid: ${issues.join('; ')}`);
  }
  const { DISTRICT_TLS_CERT: cert, DISTRICT_TLS_KEY: key, DISTRICT_KEY_FILE: keyFile, ...rest } = parsed.data;
  if ((cert === undefined) !== (key === undefined))
    throw new Error('config.invalid: DISTRICT_TLS_CERT and _KEY go together');
  return districtConfig({
    port: rest.DISTRICT_PORT,
    host: rest.DISTRICT_HOST,
    dataDir: rest.DISTRICT_DATA,
    databaseUrl: rest.DISTRICT_DATABASE_URL ?? null,
    tls: cert && key ? { cert: await readFile(cert, 'utf8'), key: await readFile(key, 'utf8') } : null,
    portalKey: rest.DISTRICT_PORTAL_KEY ?? null,
    monitoringKey: rest.DISTRICT_MONITORING_KEY ?? null,
    ...(keyFile ? { keyFile } : {}),
    ...(rest.DISTRICT_AMOUNTS
      ? { amounts: await readParsed('DISTRICT_AMOUNTS', rest.DISTRICT_AMOUNTS, AmountsList) }
      : {}),
    ...(rest.DISTRICT_CALENDAR
      ? { calendar: await readParsed('DISTRICT_CALENDAR', rest.DISTRICT_CALENDAR, WorkCalendar) }
      : {}),
    ...(rest.DISTRICT_MATCHING ? { matching: await readMatchingConfig(rest.DISTRICT_MATCHING, env) } : {}),
    ...(rest.DISTRICT_VERIFIABLE ? { verifiable: rest.DISTRICT_VERIFIABLE } : {}),
  });
}

/** Reads a file a variable names; what is wrong with it is told by that name. */
async function readParsed<T>(variable: string, file: string, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(jsonOf(variable, await readFile(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`config.invalid: ${variable} ${issues.slice(0, 5).join('; ')}`);
}

function jsonOf(variable: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Error(`config.invalid: ${variable} is not JSON`);
  }
}
