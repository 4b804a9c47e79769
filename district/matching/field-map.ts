import { z } from 'zod';

/** Where a value stands in a department's JSON: 'data.list', 'result.0.zjhm'; '' is the whole. */
const Path = z.string().max(200);

/** What a department's own request can be filled with. */
export const RequestField = z.enum([
  'queryId',
  'source',
  'purpose',
  'name',
  'idNumber',
  'authorizationDigest',
  'requestedOn',
  'ticket',
  'callbackUrl',
  'callbackSecret',
]);
export type RequestField = z.infer<typeof RequestField>;

/** How each object of a list becomes one fact; what comes out has to be a valid `CheckFact`. */
export const FactMap = z.strictObject({
  /** An object or a list of objects; absent in an answer means none. */
  list: Path,
  topic: z.enum(['income', 'property', 'household', 'status']),
  kind: z.string().min(1).max(40),
  label: z.string().min(1).max(60),
  /** Takes the place of `label` where the answer has one. */
  labelFrom: Path.optional(),
  textFrom: Path.optional(),
  asOfFrom: Path.optional(),
  amountFrom: Path.optional(),
  unit: z.enum(['yuan', 'fen']).default('yuan'),
  periodMonths: z.union([z.literal(1), z.literal(12)]).default(1),
  /** Only objects whose value is one of these. */
  when: z.strictObject({ path: Path, equals: z.array(z.string().max(60)).min(1) }).optional(),
  /** Marriage: the department's codes for ours, {"20": "married"}. */
  marriage: z.strictObject({ from: Path, codes: z.record(z.string(), z.string()) }).optional(),
  disability: z.strictObject({ kindFrom: Path, gradeFrom: Path }).optional(),
  countFrom: Path.optional(),
  /** Day of death. */
  onFrom: Path.optional(),
});
export type FactMap = z.infer<typeof FactMap>;

/** For a department that keeps its own format; without one it speaks ours (docs/matching.md). */
export const FieldMap = z.strictObject({
  /** Its field names and what each is filled with; without it our request as it is. */
  request: z.record(z.string().min(1).max(60), RequestField).optional(),
  /** Where an answer says that it went well: many say so in the body of a 200. */
  success: z.strictObject({ path: Path, equals: z.array(z.string().max(60)).min(1) }).optional(),
  idNumber: Path,
  answerId: Path,
  answeredAt: Path.optional(),
  validUntil: Path.optional(),
  facts: z.array(FactMap).min(1).max(40),
});
export type FieldMap = z.infer<typeof FieldMap>;

/** The value at a path; undefined where the path leads nowhere. Own fields only. */
export function valueAt(root: unknown, path: string): unknown {
  if (path === '') return root;
  return path.split('.').reduce<unknown>((value, step) => {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined;
    return (value as Record<string, unknown>)[step];
  }, root);
}

/** Texts and numbers as text; everything else is no text. */
export const textAt = (root: unknown, path: string | undefined): string | null => {
  const value = path === undefined ? undefined : valueAt(root, path);
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : null;
};

/** '20260310', '2026-03-10', '2026-03-10T…' and '2026/3/10' are days; null is none. */
export function dayAt(root: unknown, path: string | undefined): string | null {
  const text = textAt(root, path);
  const parts = text && /^(\d{4})[-/]?(\d{1,2})[-/]?(\d{1,2})(?:[T ].*)?$/.exec(text);
  if (!parts) return null;
  const [, year = '', month = '', day = ''] = parts;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
