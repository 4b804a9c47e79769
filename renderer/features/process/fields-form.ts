import type { ReactNode } from 'react';
import type { Page } from '../../../domain/application/evidence.ts';
import type { CaseCommand } from '../../../domain/case/case-commands.ts';
import type { Choice } from '../../ui/BigChoice.tsx';
import type { ActionFormProps } from './action-form.ts';

/** What was entered, by the name of the field. */
export interface Values {
  text: (name: string) => string;
  pages: (name: string) => Page[];
  /** 分; null while nothing readable stands there. */
  fen: (name: string) => number | null;
}

/** One question of a step's form. */
export type FieldSpec = { name: string; label: string; hint?: string; optional?: boolean } & (
  | { kind: 'text' | 'long'; max?: number }
  | { kind: 'date'; past?: boolean }
  | { kind: 'choice'; choices: readonly Choice<string>[] }
  | { kind: 'photos'; papers?: boolean }
  | { kind: 'money' }
);

/** A step as data: what is told, what is asked, and the command it comes to. */
export interface FormSpec {
  fields: (props: ActionFormProps, today: string) => readonly FieldSpec[];
  /** What stands in the fields at the beginning. */
  start?: (props: ActionFormProps, today: string) => Record<string, string>;
  effect?: (props: ActionFormProps) => ReactNode;
  build: (values: Values, props: ActionFormProps, today: string) => CaseCommand;
}
