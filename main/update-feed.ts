import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/**
 * `update-feed.json` beside the program's resources, where only an administrator can write. Plain http is allowed for an
 * intranet: what is fetched counts only by the publisher's signature. Without the file there are no updates.
 */
const UpdateFeed = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  /** 32 bytes, base64. */
  publicKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  channel: z
    .string()
    .regex(/^[a-z]{1,20}$/)
    .default('latest'),
});
export type UpdateFeed = z.infer<typeof UpdateFeed>;

/** Null when no feed is configured; throws on a file that is there and wrong. */
export async function readFeed(file: string): Promise<UpdateFeed | null> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw cause;
  });
  return text === null ? null : UpdateFeed.parse(JSON.parse(text));
}
