import type { StoreWriter } from '../../core/ports/store.ts';
import { templateEntity } from '../entities/record-entities.ts';
import { upsert, type Session } from './session.ts';

const place = (row: string) => ({ table: 'templates', column: 'template', row });

/** Face templates can be replaced and deleted, and nothing here lists or exports them (《人脸识别技术应用安全管理办法》). */
export const templateWrites = (session: Session): Pick<StoreWriter, 'saveTemplate' | 'deleteTemplates'> => ({
  async saveTemplate(personId, consentId, modelDigest, bytes) {
    const template = session.crypto.seal(place(personId), bytes);
    await upsert(session.manager, templateEntity, { personId, consentId, modelDigest, template }, 'personId');
  },
  async deleteTemplates(consentId) {
    const gone: unknown = await session.manager.query(
      'DELETE FROM templates WHERE consent_id = ? RETURNING person_id',
      [consentId],
    );
    return Array.isArray(gone) ? gone.length : 0;
  },
});
