import type { Aggregate } from '../log/aggregate.ts';
import { applyCaseEvent } from './apply-event.ts';
import { CaseCommand } from './case-commands.ts';
import { caseEventData, type CaseEvent } from './case-events.ts';
import type { CaseState } from './case-state.ts';
import { decideCase } from './decide-case.ts';

/** 一户一案: one stream from the application to the last visit. Its dates stand in its own read model. */
export const caseAggregate: Aggregate<CaseState, CaseCommand, CaseEvent> = {
  streamType: 'case',
  command: CaseCommand,
  eventData: caseEventData,
  decide: decideCase,
  apply: applyCaseEvent,
  areaCodeOf: ({ villageCode }) => villageCode,
  stepOf: ({ step }) => step,
  confidential: () => false,
  ownerOf: ({ claim }) => claim?.by ?? null,
};
