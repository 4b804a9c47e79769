import { commands, type CommandName } from '../../contract/commands.ts';
import type { Access } from '../../contract/define.ts';
import type { Role } from '../../domain/log/event-envelope.ts';

/** Whether the contract lets this role ask at all; a menu offers nothing that would be refused. */
export function mayCall(role: Role, name: CommandName): boolean {
  const { access }: { access: Access } = commands[name];
  return typeof access === 'string' || access.includes(role);
}
