import type { FileArchive, StoreReader, StoreWriter } from '../ports/store.ts';
import { filesOf, storeOf, type CoreContext } from '../context.ts';
import type { Evidence } from '../../domain/application/evidence.ts';

/**
 * Equal bytes are kept once, whoever they belong to. How many pages and signatures point at them is counted in the same
 * transaction that adds or drops one, so a file goes only when the last has gone.
 */
const key = (digest: string): string => `file.refs.${digest}`;

export const digestsOf = ({ evidence }: { evidence: Evidence }): string[] => [
  ...evidence.pages.map((page) => page.digest),
  ...evidence.signatures.map((signature) => signature.imageDigest),
];

async function count(reader: StoreReader, digest: string): Promise<number> {
  return Number((await reader.setting(key(digest))) ?? 0);
}

export async function referToFiles(tx: StoreWriter, digests: readonly string[]): Promise<void> {
  for (const digest of digests) await tx.setSetting(key(digest), String((await count(tx, digest)) + 1));
}

/** Drops references; answers the digests that nothing points at any more. */
export async function releaseFiles(tx: StoreWriter, digests: readonly string[]): Promise<string[]> {
  const freed: string[] = [];
  for (const digest of digests) {
    const left = Math.max(0, (await count(tx, digest)) - 1);
    await tx.setSetting(key(digest), String(left));
    if (left === 0) freed.push(digest);
  }
  return freed;
}

/** Removes freed files after the commit; looks again behind the write gate, for a new page may have come to point at them. */
export async function removeUnreferred(core: CoreContext, digests: readonly string[]): Promise<void> {
  if (digests.length === 0) return;
  const files = filesOf(core);
  await storeOf(core).write(async (tx) => {
    for (const digest of digests) if ((await count(tx, digest)) === 0) await files.remove(digest);
  });
}

/** Call after the commit that refers to the bytes: a removal just before it may have taken them away. */
export async function ensureStored(files: FileArchive, digest: string, bytes: Uint8Array): Promise<void> {
  if (!(await files.has(digest))) await files.put(bytes);
}
