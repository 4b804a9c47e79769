import { EntitySchema } from 'typeorm';

/** Read model of a stream that is no case. */
export interface StreamRecordTableRow {
  seq?: number;
  id: string;
  streamType: string;
  areaCode: string;
  districtCode: string;
  /** Empty for what belongs to the district as a whole. */
  townCode: string;
  villageCode: string;
  step: string;
  due: string | null;
  /** `due`, with what has no date last. */
  dueOrder: string;
  ownerId: string | null;
  /** 0 or 1. */
  confidential: number;
  version: number;
  /** Sealed JSON of the folded state. */
  body: Buffer;
}

export const streamRecordEntity = new EntitySchema<StreamRecordTableRow>({
  name: 'StreamRecord',
  tableName: 'records',
  columns: {
    seq: { type: 'integer', primary: true, generated: true },
    id: { type: 'text', unique: true },
    streamType: { type: 'text', name: 'stream_type' },
    areaCode: { type: 'text', name: 'area_code' },
    districtCode: { type: 'text', name: 'district_code' },
    townCode: { type: 'text', name: 'town_code' },
    villageCode: { type: 'text', name: 'village_code' },
    step: { type: 'text' },
    due: { type: 'text', nullable: true },
    dueOrder: { type: 'text', name: 'due_order' },
    ownerId: { type: 'text', name: 'owner_id', nullable: true },
    confidential: { type: 'integer' },
    version: { type: 'integer' },
    body: { type: 'blob' },
  },
});
