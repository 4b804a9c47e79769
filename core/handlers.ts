import type { CommandName } from '../contract/commands.ts';
import { alertHandlers } from './alerts/alert-handlers.ts';
import { authorizationHandlers } from './authorization/authorization-handlers.ts';
import { calendarHandlers } from './calendar/calendar-handlers.ts';
import { caseHandlers } from './cases/case-handlers.ts';
import { certificationHandlers } from './certification/certification-handlers.ts';
import { consentHandlers } from './certification/consent-handlers.ts';
import { deviceHandlers } from './devices/device-handlers.ts';
import { documentHandlers } from './documents/document-handlers.ts';
import { draftHandlers } from './drafts/draft-handlers.ts';
import type { HandlersOf } from './handler.ts';
import { outboxHandlers } from './outbox/outbox-handlers.ts';
import { documentIssueHandlers } from './process/document-handlers.ts';
import { processHandlers } from './process/process-handlers.ts';
import { progressHandlers } from './progress/progress-handlers.ts';
import { receiptHandlers } from './cases/receipt-handlers.ts';
import { reuseHandlers } from './drafts/reuse-handlers.ts';
import { sessionHandlers } from './session/session-handlers.ts';
import { submissionHandlers } from './submission/submission-handlers.ts';
import { supplementHandlers } from './cases/supplement-handlers.ts';
import { supervisionHandlers } from './supervision/supervision-handlers.ts';
import { systemHandlers } from './system/system-handlers.ts';
import { ticketHandlers } from './tickets/ticket-handlers.ts';
import { vaultHandlers } from './vault/vault-handlers.ts';

/** One handler per command of the contract; the compiler names the one that is missing. */
export const handlers: HandlersOf<CommandName> = {
  ...systemHandlers,
  ...vaultHandlers,
  ...sessionHandlers,
  ...draftHandlers,
  ...reuseHandlers,
  ...documentHandlers,
  ...deviceHandlers,
  ...authorizationHandlers,
  ...consentHandlers,
  ...certificationHandlers,
  ...submissionHandlers,
  ...caseHandlers,
  ...supplementHandlers,
  ...receiptHandlers,
  ...processHandlers,
  ...documentIssueHandlers,
  ...outboxHandlers,
  ...progressHandlers,
  ...alertHandlers,
  ...ticketHandlers,
  ...supervisionHandlers,
  ...calendarHandlers,
};
