import type { ComponentType } from 'react';
import type { CaseCommand } from '../../../domain/case/case-commands.ts';
import type { ActionFormProps } from './action-form.ts';

/** The form of each step by its command; one without an entry needs no more than a confirmation. */
export const actionForms: Partial<Record<CaseCommand['type'], ComponentType<ActionFormProps>>> = {};
