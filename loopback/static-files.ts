import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pageTypes, withNonce } from '../station/page-files.ts';
import { contentSecurityPolicy, isolationHeaders } from '../station/page-policy.ts';

/** Sent with every answer, so that no page, worker or file of ours can be framed, sniffed or mixed with others. */
export const baseHeaders: Readonly<Record<string, string>> = {
  ...isolationHeaders,
  'content-security-policy': contentSecurityPolicy(),
  'x-frame-options': 'DENY',
};

export interface StaticAnswer {
  status: 200 | 404;
  headers: Record<string, string>;
  body: Buffer;
}

const notFound: StaticAnswer = {
  status: 404,
  headers: { 'content-type': 'text/plain' },
  body: Buffer.from('not found'),
};

/** Serves one file below `root`; anything that leads outside is 404. The index gets its nonce on each request. */
export async function serveStatic(root: string, urlPath: string): Promise<StaticAnswer> {
  let name: string;
  try {
    name = decodeURIComponent(urlPath === '/' ? '/index.html' : urlPath);
  } catch {
    return notFound;
  }
  const file = path.resolve(root, `.${path.posix.normalize(name)}`);
  if (name.includes('\0') || name.includes('\\') || !file.startsWith(root + path.sep)) return notFound;
  const body = await readFile(file).catch(() => null);
  if (!body) return notFound;
  const type = pageTypes[path.extname(file)] ?? 'application/octet-stream';
  if (path.extname(file) !== '.html') {
    const cache = name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return { status: 200, headers: { 'content-type': type, 'cache-control': cache }, body };
  }
  const nonce = randomBytes(16).toString('base64');
  const headers = {
    'content-type': type,
    'cache-control': 'no-store',
    'content-security-policy': contentSecurityPolicy(nonce),
  };
  return { status: 200, headers, body: Buffer.from(withNonce(body.toString('utf8'), nonce)) };
}
