export interface ReferredFile {
  digest: string;
  bytes: number;
  mime: string;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/**
 * Every file a command or an event refers to, wherever in it: pages by digest, type and size, signature pictures by
 * their own. Equal bytes once.
 */
export function referredFiles(value: unknown): ReferredFile[] {
  const found = new Map<string, ReferredFile>();
  collect(value, found);
  return [...found.values()];
}

function collect(value: unknown, found: Map<string, ReferredFile>): void {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) {
    const { digest, mime, bytes, imageDigest, imageBytes } = value as Record<string, unknown>;
    const page = text(digest);
    const type = text(mime);
    if (page && type && typeof bytes === 'number') found.set(page, { digest: page, bytes, mime: type });
    const picture = text(imageDigest);
    if (picture && typeof imageBytes === 'number')
      found.set(picture, { digest: picture, bytes: imageBytes, mime: 'image/png' });
  }
  for (const inner of Object.values(value)) collect(inner, found);
}
