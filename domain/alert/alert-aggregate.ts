import type { Aggregate } from '../log/aggregate.ts';
import { alertDue } from './alert-clock.ts';
import { AlertCommand } from './alert-commands.ts';
import { alertEventData, type AlertEvent } from './alert-events.ts';
import { applyAlertEvent, type AlertState } from './alert-state.ts';
import { decideAlert } from './decide-alert.ts';

/** 主动发现预警: a stream of its own, from somebody seen in need to the visit and what came of it (B13). */
export const alertAggregate: Aggregate<AlertState, AlertCommand, AlertEvent> = {
  streamType: 'alert',
  command: AlertCommand,
  eventData: alertEventData,
  decide: decideAlert,
  apply: applyAlertEvent,
  areaCodeOf: ({ placeCode }) => placeCode,
  stepOf: ({ step }) => step,
  confidential: () => false,
  ownerOf: ({ holder }) => holder.accountId,
  dueOf: alertDue,
};
