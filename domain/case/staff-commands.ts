import type { z } from 'zod';
import { CaseCommand } from './case-commands.ts';

/** What the district server or the portal does, or what has a way of its own: no person gives these from a page. */
const notByHand = [
  'submit',
  'recordCheckAnswer',
  'noteDuplicate',
  'issueDocument',
  'provideSupplement',
] as const;
type NotByHand = (typeof notByHand)[number];
export type StaffCommand = Exclude<CaseCommand, { type: NotByHand }>;

/** A command that somebody gives at a screen. */
export const StaffCommand = CaseCommand.refine(
  (command): command is StaffCommand => !(notByHand as readonly string[]).includes(command.type),
  { error: 'command.notByHand' },
) as unknown as z.ZodType<StaffCommand>;
