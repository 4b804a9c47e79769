import { z } from 'zod';
import type { RecordRow, StoreReader, StoreWriter } from '../../core/ports/store.ts';
import { StreamType } from '../../domain/log/event-envelope.ts';
import { streamRecordEntity, type StreamRecordTableRow } from '../entities/stream-record-entity.ts';
import { areaColumn, areaSqlColumn, NO_DUE } from './area-column.ts';
import { upsert, type Session } from './session.ts';

const place = (row: string) => ({ table: 'records', column: 'body', row });
const StepCounts = z.array(z.object({ step: z.string(), count: z.int() }));

function fromRow({ crypto }: Session, row: StreamRecordTableRow): RecordRow {
  const { id, areaCode, step, due, ownerId, version } = row;
  return {
    ...{ id, areaCode, step, due, ownerId, version },
    streamType: StreamType.parse(row.streamType),
    confidential: row.confidential === 1,
    body: crypto.openJson(place(id), row.body),
  };
}

function toRow({ crypto }: Session, row: RecordRow): StreamRecordTableRow {
  const { areaCode } = row;
  return {
    ...row,
    districtCode: areaCode.slice(0, 6),
    townCode: areaCode.length >= 9 ? areaCode.slice(0, 9) : '',
    villageCode: areaCode.length >= 12 ? areaCode.slice(0, 12) : '',
    dueOrder: row.due ?? NO_DUE,
    confidential: row.confidential ? 1 : 0,
    body: crypto.sealJson(place(row.id), row.body),
  };
}

async function findRecords(
  session: Session,
  query: Parameters<StoreReader['records']>[0],
): Promise<RecordRow[]> {
  const builder = session.manager.createQueryBuilder(streamRecordEntity, 'r');
  builder.where('r.streamType = :type', { type: query.streamType });
  builder.andWhere(`r.${areaColumn(query.areaCode)} = :area`, { area: query.areaCode });
  if (query.steps) builder.andWhere('r.step IN (:...steps)', { steps: [...query.steps] });
  if (query.ownerId !== null) builder.andWhere('r.ownerId = :owner', { owner: query.ownerId });
  if (!query.confidential) builder.andWhere('r.confidential = 0');
  builder.orderBy('r.dueOrder').addOrderBy('r.seq').offset(query.offset).limit(query.limit);
  return (await builder.getMany()).map((row) => fromRow(session, row));
}

type RecordReads = Pick<StoreReader, 'record' | 'records' | 'recordCounts'>;

export const streamRecordReads = (session: Session): RecordReads => ({
  async record(id) {
    const row = await session.manager.findOneBy(streamRecordEntity, { id });
    return row ? fromRow(session, row) : null;
  },
  // An empty list of steps asks for none, and is no SQL.
  records: async (query) => (query.steps?.length === 0 ? [] : findRecords(session, query)),
  async recordCounts(streamType, areaCode, confidential) {
    const sql = `SELECT step, count(*) AS count FROM records
      WHERE stream_type = ? AND ${areaSqlColumn(areaCode)} = ? AND confidential <= ? GROUP BY step`;
    const found: unknown = await session.manager.query(sql, [streamType, areaCode, confidential ? 1 : 0]);
    return Object.fromEntries(StepCounts.parse(found).map((row) => [row.step, row.count]));
  },
});

export const streamRecordWrites = (session: Session): Pick<StoreWriter, 'saveRecord'> => ({
  async saveRecord(row) {
    await upsert(session.manager, streamRecordEntity, toRow(session, row), 'id');
  },
});
