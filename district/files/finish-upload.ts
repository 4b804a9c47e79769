import { ERRORS, type Upload } from '@tus/server';
import { FileMeta } from '../../contract/sync/push.ts';
import type { DistrictContext } from '../context.ts';
import { FileEntity } from '../db/entities.ts';
import { sha256Bytes } from '../sync/sha256.ts';
import type { StagingStore } from './staging-store.ts';
import { tusError } from './tus-error.ts';

/** What an upload said of itself at its start; `bytes` comes as text. Null when it does not hold together. */
export function metaOf(upload: Upload): FileMeta | null {
  const { digest, bytes, mime } = upload.metadata ?? {};
  const parsed = FileMeta.safeParse({ digest, bytes: Number(bytes), mime });
  return parsed.success && parsed.data.bytes === upload.size ? parsed.data : null;
}

/**
 * Ends a complete upload: checks the digest, keeps the bytes durably, notes them, and only then returns. Bytes that do not
 * fit their digest are removed and refused (422 `page.damaged`). Doing it twice does no harm.
 */
export async function finishUpload(
  { files, database, now, log }: DistrictContext,
  staging: StagingStore,
  upload: Upload,
): Promise<void> {
  const meta = metaOf(upload);
  const bytes = await staging.readAll(upload.id);
  if (!meta || bytes.length !== meta.bytes || sha256Bytes(bytes) !== meta.digest) {
    await removeStaged(staging, upload.id);
    log.info('file.refused', { bytes: bytes.length });
    throw tusError(422, 'page.damaged');
  }
  await files.put(meta.digest, bytes);
  const row = { ...meta, storedBy: upload.metadata?.['account'] ?? '', storedAt: now().toISOString() };
  await database.write((tx) =>
    tx.createQueryBuilder().insert().into(FileEntity).values(row).orIgnore().execute(),
  );
  log.info('file.stored', { bytes: bytes.length });
}

/** Somebody else may have removed it already. */
export async function removeStaged(staging: StagingStore, id: string): Promise<void> {
  await staging.remove(id).catch((error: unknown) => {
    if (error !== ERRORS.FILE_NOT_FOUND) throw error;
  });
}
