import { ArchiveDamaged, type FileArchive } from '../ports/store.ts';

/** The bytes after their digest was checked; null when they are missing or no longer what was stored. */
export async function readStored(files: FileArchive, digest: string): Promise<Uint8Array | null> {
  try {
    return await files.get(digest);
  } catch (error) {
    if (error instanceof ArchiveDamaged) return null;
    throw error;
  }
}
