import type { z } from 'zod';

/** One value a template may name: {名称}. */
interface Field<D> {
  /** Said to whoever edits the template. */
  means: string;
  /** A template without it is refused: the law or the reader needs it. */
  required?: true;
  /** null leaves room to write by hand. */
  value(data: D): string | null;
}

/** Several lines of the same shape: a template shows them as a list or a table. */
interface List<D> {
  means: string;
  required?: true;
  /** Name of each column and what it holds. */
  columns: Record<string, string>;
  rows(data: D): Record<string, string | null>[];
}

/** A block of a template may be printed only when this holds. */
interface Condition<D> {
  means: string;
  holds(data: D): boolean;
}

export interface KindParts<K extends string, S extends z.ZodType> {
  kind: K;
  /** The kind's name; the template may print another title. */
  title: string;
  /** The 字 in its number, unique per kind. */
  word: string;
  schema: S;
  fields: Record<string, Field<z.infer<S>>>;
  lists?: Record<string, List<z.infer<S>>>;
  conditions?: Record<string, Condition<z.infer<S>>>;
  /** Words every template of this kind must contain, e.g. the right to 行政复议. */
  mustSay?: readonly string[];
}

/** What a template of a kind may use, for checks and for the person who edits it. */
export interface Offer {
  fields: Record<string, { means: string; required?: true }>;
  lists: Record<string, { means: string; required?: true; columns: Record<string, string> }>;
  conditions: Record<string, { means: string }>;
  mustSay: readonly string[];
}

/** The data of one document as words. */
export interface DocumentValues {
  fields: Map<string, string | null>;
  lists: Map<string, Record<string, string | null>[]>;
  holds: Set<string>;
}

export interface KindSpec<K extends string = string, S extends z.ZodType = z.ZodType> {
  kind: K;
  title: string;
  word: string;
  schema: S;
  offer: Offer;
  /** Throws for data that are not of this kind, above all for a field too many. */
  values(data: unknown): DocumentValues;
}

export function defineKind<K extends string, S extends z.ZodType>(parts: KindParts<K, S>): KindSpec<K, S> {
  const { kind, title, word, schema, fields, lists = {}, conditions = {}, mustSay = [] } = parts;
  return {
    ...{ kind, title, word, schema },
    offer: { fields, lists, conditions, mustSay },
    values(input) {
      const data = schema.parse(input);
      return {
        fields: new Map(Object.entries(fields).map(([name, field]) => [name, field.value(data)])),
        lists: new Map(Object.entries(lists).map(([name, list]) => [name, list.rows(data)])),
        holds: new Set(
          Object.entries(conditions)
            .filter(([, condition]) => condition.holds(data))
            .map(([name]) => name),
        ),
      };
    },
  };
}
