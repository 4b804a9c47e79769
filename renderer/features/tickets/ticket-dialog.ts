import type { AnyFailure } from '../../../contract/failures.ts';
import type { TicketAction, TicketView } from '../../../contract/views/alert-ticket.ts';
import type { TicketCommand } from '../../../domain/ticket/ticket-commands.ts';

/** What every form of one thing done with a ticket gets. */
export interface TicketDialog {
  ticket: TicketView;
  pending: boolean;
  failure: AnyFailure | null;
  onSend: (command: TicketCommand & { type: TicketAction }) => void;
  onClose: () => void;
}
