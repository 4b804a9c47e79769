import type { ReactNode } from 'react';
import type { Page } from '../../../domain/application/evidence.ts';
import type { CaseCommand } from '../../../domain/case/case-commands.ts';
import { parseFen } from '../../../domain/values/fen.ts';
import { isIsoDate } from '../../../domain/values/iso-date.ts';
import type { Choice } from '../../ui/BigChoice.tsx';
import type { Option } from '../../ui/PickField.tsx';
import type { ActionFormProps } from './action-form.ts';

/** What was entered, by the name of the field. */
export interface Values {
  text: (name: string) => string;
  pages: (name: string) => Page[];
  /** 分; null while nothing readable stands there. */
  fen: (name: string) => number | null;
  /** Whole number; null while nothing readable stands there. */
  count: (name: string) => number | null;
  /** A fresh id that stays while the form is open: sent again after a lost answer, it is known again. */
  id: string;
}

/** One question of a step's form. */
export type FieldSpec = { name: string; label: string; hint?: string; optional?: boolean } & (
  | { kind: 'text' | 'long'; max?: number }
  | { kind: 'date'; past?: boolean }
  | { kind: 'month' | 'time' | 'money' | 'count' }
  | { kind: 'choice'; choices: readonly Choice<string>[] }
  | { kind: 'pick'; options: readonly Option[] }
  | { kind: 'photos'; papers?: boolean }
);

/** A step as data: what is told, what is asked, and the command it comes to. */
export interface FormSpec {
  /** What is asked may depend on what was answered so far. */
  fields: (props: ActionFormProps, today: string, values: Values) => readonly FieldSpec[];
  /** What stands in the fields at the beginning. */
  start?: (props: ActionFormProps, today: string) => Record<string, string>;
  effect?: (props: ActionFormProps, values: Values) => ReactNode;
  /** Something the form cannot go on with; shown in the place of a refusal before the rules are asked. */
  missing?: (props: ActionFormProps) => string | null;
  build: (values: Values, props: ActionFormProps, today: string) => CaseCommand;
}

export function valuesOf(texts: Record<string, string>, pages: Record<string, Page[]>, id: string): Values {
  const text = (name: string): string => (texts[name] ?? '').trim();
  return {
    ...{ id, text },
    pages: (name) => pages[name] ?? [],
    fen: (name) => {
      const read = parseFen(text(name));
      return text(name) !== '' && read.ok ? read.value : null;
    },
    count: (name) => (/^\d{1,6}$/.test(text(name)) ? Number(text(name)) : null),
  };
}

/** Whether a question is answered well enough to ask the rules. */
export function answered(field: FieldSpec, values: Values, today: string): boolean {
  const text = values.text(field.name);
  if (field.kind === 'photos') return field.optional === true || values.pages(field.name).length > 0;
  if (field.optional === true && text === '') return true;
  switch (field.kind) {
    case 'money':
      return values.fen(field.name) !== null;
    case 'count':
      return values.count(field.name) !== null;
    case 'date':
      return isIsoDate(text) && !(field.past === true && text > today);
    case 'month':
      return isMonth(text);
    case 'time':
      return isTime(text);
    case 'text':
    case 'long':
      return field.optional === true || text.length >= 2;
    case 'choice':
    case 'pick':
      return text !== '';
  }
}

/** 2026-04 */
export const isMonth = (text: string): boolean => isIsoDate(`${text}-01`);
/** 09:30 */
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** The moment of a day and a time in Shanghai, as it goes on record. */
export const momentOf = (day: string, time: string): string =>
  new Date(`${day}T${time}:00.000+08:00`).toISOString();

/** What stands between 、, ， or lines. */
export const listOf = (text: string): string[] =>
  text
    .split(/[、,，;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
