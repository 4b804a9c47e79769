import { randomUUID } from 'node:crypto';
import { In } from 'typeorm';
import { z } from 'zod';
import type { StoreReader, StoreWriter } from '../../core/ports/store.ts';
import { DraftPage } from '../../domain/application/evidence.ts';
import { readRecordEntity, settingEntity, supplementPageEntity } from '../entities/record-entities.ts';
import { upsert, type Session } from './session.ts';

const settingPlace = (row: string) => ({ table: 'settings', column: 'value', row });
const pagePlace = (row: string) => ({ table: 'supplement_pages', column: 'page', row });
const readPlace = (row: string) => ({ table: 'read_records', column: 'entry', row });
const ReadEntry = z.strictObject({ purpose: z.string(), what: z.string() });

export const recordReads = (
  session: Session,
): Pick<StoreReader, 'setting' | 'supplementPages' | 'readRecords'> => ({
  async setting(key) {
    const row = await session.manager.findOneBy(settingEntity, { key });
    return row ? session.crypto.open(settingPlace(key), row.value).toString('utf8') : null;
  },
  async supplementPages(caseId) {
    const rows = await session.manager.find(supplementPageEntity, {
      where: { caseId },
      order: { seq: 'ASC' },
    });
    return rows.map((row) => ({
      caseId,
      page: DraftPage.parse(session.crypto.openJson(pagePlace(row.id), row.page)),
    }));
  },
  async readRecords(caseId) {
    const rows = await session.manager.find(readRecordEntity, { where: { caseId }, order: { seq: 'ASC' } });
    return rows.map(({ id, at, accountId, entry }) => {
      const { purpose, what } = ReadEntry.parse(session.crypto.openJson(readPlace(id), entry));
      return { at, accountId, caseId, purpose, what };
    });
  },
});

type RecordWrites = Pick<
  StoreWriter,
  'setSetting' | 'addSupplementPage' | 'clearSupplementPages' | 'addReadRecord'
>;

export const recordWrites = ({ manager, crypto }: Session): RecordWrites => ({
  async setSetting(key, text) {
    const value = crypto.seal(settingPlace(key), Buffer.from(text, 'utf8'));
    await upsert(manager, settingEntity, { key, value }, 'key');
  },
  async addSupplementPage({ caseId, page }) {
    const { id } = page;
    await upsert(
      manager,
      supplementPageEntity,
      { id, caseId, page: crypto.sealJson(pagePlace(id), page) },
      'id',
    );
  },
  async clearSupplementPages(caseId, pageIds) {
    await manager.delete(supplementPageEntity, { caseId, id: In([...pageIds]) });
  },
  async addReadRecord({ at, accountId, caseId, purpose, what }) {
    const id = randomUUID();
    const entry = crypto.sealJson(readPlace(id), { purpose, what });
    await upsert(manager, readRecordEntity, { id, at, accountId, caseId, entry }, 'id');
  },
});
