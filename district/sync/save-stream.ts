import type { EntityManager } from 'typeorm';
import { StreamEntity, type StreamRow } from '../db/entities.ts';
import type { TakenStream } from './judge.ts';

/** What the district keeps beside the events of a stream that is no case: where it lies and how far it has come. */
export async function saveStream(
  tx: EntityManager,
  id: string,
  { streamType, events, facts }: TakenStream,
  at: string,
): Promise<void> {
  const last = events.at(-1);
  const { areaCode, step, confidential } = facts;
  const row: StreamRow = {
    ...{ id, streamType, areaCode, step, confidential: confidential ? 1 : 0 },
    ...{ version: last?.version ?? 0, tailDigest: last?.digest ?? '', updatedAt: at },
  };
  if (await tx.existsBy(StreamEntity, { id })) await tx.update(StreamEntity, { id }, row);
  else await tx.insert(StreamEntity, row);
}
