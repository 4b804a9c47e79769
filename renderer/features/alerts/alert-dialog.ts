import type { AnyFailure } from '../../../contract/failures.ts';
import type { AlertAction } from '../../../contract/views/alert-ticket.ts';
import type { AlertCommand } from '../../../domain/alert/alert-commands.ts';

/** What every form of one thing done with an alert gets. */
export interface AlertDialog {
  pending: boolean;
  failure: AnyFailure | null;
  onSend: (command: AlertCommand & { type: AlertAction }) => void;
  onClose: () => void;
}
