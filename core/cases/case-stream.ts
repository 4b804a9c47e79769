import { caseAggregate } from '../../domain/case/case-aggregate.ts';
import type { CaseState } from '../../domain/case/case-state.ts';
import type { EventEnvelope } from '../../domain/log/event-envelope.ts';
import { foldStream, type FoldedStream } from '../../domain/log/fold-stream.ts';
import type { Ports } from '../ports/ports.ts';

export type FoldedCase = FoldedStream<CaseState>;

export const foldCase = (
  events: readonly EventEnvelope[],
  { sha256Text }: Pick<Ports, 'sha256Text'>,
): FoldedCase => foldStream(caseAggregate, events, sha256Text);
