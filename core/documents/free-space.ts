import { refuse, type Refused } from '../handler.ts';
import type { FileArchive } from '../ports/store.ts';

/** Below this no new file is taken, so that the database can still write what is under way. */
export const minFreeBytes = 200_000_000;

/** `storage.full` with the bytes left, or null when there is room. */
export async function noRoom(files: FileArchive): Promise<Refused<'storage.full'> | null> {
  const freeBytes = await files.freeBytes();
  return freeBytes < minFreeBytes ? refuse('storage.full', { freeBytes: Math.floor(freeBytes) }) : null;
}
