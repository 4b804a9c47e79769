import { z } from 'zod';
import { DocumentKind } from './document-kinds.ts';

const Text = z.string().trim().min(1).max(4000);
/** The block is printed only when this condition of the kind holds. */
const when = z.string().trim().min(1).optional();

/** A piece of the body, top to bottom. `{…}` is filled from the data, everywhere but in a table's field names. */
export const Block = z.discriminatedUnion('type', [
  /** A paragraph, its first line two characters in unless `indent` is false. */
  z.strictObject({ type: z.literal('text'), text: Text, indent: z.boolean().optional(), when }),
  z.strictObject({ type: z.literal('heading'), text: Text, when }),
  /** Numbered lines, one per row of the list `of`; `text` names its columns. */
  z.strictObject({ type: z.literal('list'), of: Text, text: Text, when }),
  z.strictObject({
    type: z.literal('table'),
    of: Text,
    /** `share`: width beside the other columns, 1 to 10. */
    columns: z
      .array(z.strictObject({ title: Text, field: Text, share: z.int().min(1).max(10) }))
      .min(1)
      .max(6),
    when,
  }),
  /** A printed form: each row one to three pairs of label and answer, at least `lines` lines high. */
  z.strictObject({
    type: z.literal('form'),
    rows: z
      .array(
        z.strictObject({
          cells: z
            .array(z.strictObject({ label: Text, text: z.string().trim().max(4000) }))
            .min(1)
            .max(3),
          lines: z.int().min(1).max(20).optional(),
        }),
      )
      .min(1)
      .max(40),
    when,
  }),
  /** A line to sign for each, with the date. */
  z.strictObject({ type: z.literal('signatures'), lines: z.array(Text).min(1).max(10), when }),
  /** Where a slip is cut off; what follows belongs to the slip. */
  z.strictObject({ type: z.literal('cut'), text: Text, when }),
]);
export type Block = z.infer<typeof Block>;

/** A document as a civil servant may edit it. Numbers and dates never stand in it: they come from the case. */
export const DocumentTemplate = z.strictObject({
  kind: DocumentKind,
  /** Changes with every change of words; it is kept in the file's information. */
  version: z.string().regex(/^[A-Za-z0-9.-]{3,60}$/),
  title: Text,
  /** Provisions the words rest on. */
  sources: z.array(Text).min(1),
  addressee: Text.optional(),
  blocks: z.array(Block).min(1).max(60),
  /** Office, date and the place of the seal at the lower right. */
  seal: z.boolean(),
  /** Under the seal: copies, whom else it goes to. */
  afterword: Text.optional(),
  /** What follows the afterword, above all a slip to cut off. */
  slip: z.array(Block).max(20).optional(),
});
export type DocumentTemplate = z.infer<typeof DocumentTemplate>;
