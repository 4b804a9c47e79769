import type { TicketCommand } from '../../domain/ticket/ticket-commands.ts';
import type { StoreReader } from '../ports/store.ts';

/**
 * Whether the owner a command names is an account as this station has it on record: whom a complaint may be given to rests on
 * role and place, which are not the page's to say. True for commands that name nobody.
 */
export async function namesKnownOwner(reader: StoreReader, command: TicketCommand): Promise<boolean> {
  if (command.type !== 'open' && command.type !== 'handOver') return true;
  const named = command.type === 'open' ? command.owner : command.to;
  const account = (await reader.accountById(named.accountId))?.account;
  return account?.role === named.role && account.areaCode === named.areaCode;
}
