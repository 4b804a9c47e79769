import type { OpenedStream } from '../../domain/log/any-aggregate.ts';
import type { EventEnvelope, StreamType } from '../../domain/log/event-envelope.ts';
import { aggregates } from '../../domain/streams.ts';
import { caseRowOf } from '../cases/case-row.ts';
import { foldCase } from '../cases/case-stream.ts';
import type { Ports } from '../ports/ports.ts';
import type { CaseRow, RecordRow, StoreWriter } from '../ports/store.ts';

/** What lists show of a stream: cases have a table of their own. */
export type ReadModel =
  | { table: 'cases'; brokenAt: number | null; row: CaseRow }
  | { table: 'records'; brokenAt: number | null; row: RecordRow };

/** Null while the events hold nothing to show. `caseNo` is of cases only. */
export function readModelOf(
  streamType: StreamType,
  streamId: string,
  events: readonly EventEnvelope[],
  caseNo: string | null,
  ports: Ports,
): ReadModel | null {
  if (streamType === 'case') {
    const folded = foldCase(events, ports);
    const row = caseRowOf(streamId, folded, caseNo, ports);
    return row && { table: 'cases', brokenAt: folded.brokenAt, row };
  }
  const opened = aggregates[streamType].open(events, ports.sha256Text);
  const row = recordRowOf(streamId, opened, ports);
  return row && { table: 'records', brokenAt: opened.brokenAt, row };
}

export const saveReadModel = (tx: StoreWriter, model: ReadModel): Promise<void> =>
  model.table === 'cases' ? tx.saveCaseRow(model.row) : tx.saveRecord(model.row);

function recordRowOf(
  id: string,
  { streamType, facts, events, version }: OpenedStream,
  { calendar, ruleSets }: Pick<Ports, 'calendar' | 'ruleSets'>,
): RecordRow | null {
  if (!facts) return null;
  const { areaCode, step, confidential, ownerId, state } = facts;
  const ruleSet = ruleSets.get(events[0]?.ruleSetId ?? '');
  const due = ruleSet ? facts.due({ calendar, ruleSet }) : null;
  return { id, streamType, areaCode, step, due, ownerId, confidential, version, body: state };
}
