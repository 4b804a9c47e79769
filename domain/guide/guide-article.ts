import { z } from 'zod';
import { AssistanceKind } from '../application/application.ts';
import { IsoDate } from '../values/iso-date.ts';

const Words = z.string().min(2).max(600);
/** A year where only the year of a paper is known; never filled up to a day. */
const DayOrYear = z.union([IsoDate, z.string().regex(/^\d{4}$/)]);

/** A paper that articles rest on. `fullText: false`: known by its summary only, the reader is told so. */
export const GuideSource = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{3,30}$/),
  title: Words,
  date: DayOrYear,
  dateMeans: z.enum(['施行', '印发']),
  fullText: z.boolean(),
});
export type GuideSource = z.infer<typeof GuideSource>;

/**
 * One piece of an article. Texts may hold `{token}`s for periods of the rule set (see `guide-words.ts`), so that no
 * number of days stands in the guide itself; materials, clocks, offices and the hotline are computed as well.
 */
export const GuideBlock = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('heading'), text: Words }),
  z.strictObject({ type: z.literal('text'), text: Words }),
  z.strictObject({ type: z.literal('list'), items: z.array(Words).min(1) }),
  z.strictObject({ type: z.literal('steps'), items: z.array(Words).min(1) }),
  /** A passage of the 2026 law, word for word. */
  z.strictObject({ type: z.literal('law'), article: z.int().min(1).max(78), quote: Words }),
  z.strictObject({ type: z.literal('materials'), kind: AssistanceKind }),
  z.strictObject({ type: z.literal('clocks') }),
  z.strictObject({ type: z.literal('extensions') }),
  z.strictObject({ type: z.literal('contacts') }),
  z.strictObject({ type: z.literal('hotline') }),
]);
export type GuideBlock = z.infer<typeof GuideBlock>;

export const GuideAudience = z.enum(['resident', 'clerk', 'both']);
export type GuideAudience = z.infer<typeof GuideAudience>;

export const GuideArticle = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{2,40}$/),
  audience: GuideAudience,
  /** Kinds of assistance it is about; empty: all of them. */
  kinds: z.array(AssistanceKind),
  title: Words,
  summary: Words,
  /** Other words people say for it; searched, not shown. */
  keywords: z.array(z.string().min(2).max(20)),
  body: z.array(GuideBlock).min(1),
  sources: z
    .array(
      z.strictObject({
        source: z.string(),
        article: z
          .string()
          .regex(/^第.+条$/)
          .nullable(),
      }),
    )
    .min(1),
  updatedOn: IsoDate,
});
export type GuideArticle = z.infer<typeof GuideArticle>;

/** The 2026 law, article by article; paragraphs as published. */
export const LawText = z.strictObject({
  title: Words,
  published: IsoDate,
  inForce: IsoDate,
  publisher: Words,
  articles: z.array(
    z.strictObject({
      number: z.int().min(1),
      label: z.string(),
      chapter: z.string(),
      paragraphs: z.array(z.string().min(1)).min(1),
    }),
  ),
});
export type LawText = z.infer<typeof LawText>;

const Phone = z
  .string()
  .regex(/^[\d ()+-]{5,20}$/)
  .nullable();
const Address = z.string().min(4).max(120).nullable();

/** Set by the district; what is null is asked at the window, never made up. `towns` by 9-digit code. */
export const GuideContacts = z.strictObject({
  updatedOn: IsoDate,
  hotline: z.strictObject({ name: Words, phone: Phone }),
  district: z.strictObject({ name: Words, phone: Phone, address: Address }),
  towns: z.record(z.string().regex(/^\d{9}$/), z.strictObject({ phone: Phone, address: Address })),
});
export type GuideContacts = z.infer<typeof GuideContacts>;

export interface Guide {
  articles: readonly GuideArticle[];
  law: LawText;
  sources: readonly GuideSource[];
}
