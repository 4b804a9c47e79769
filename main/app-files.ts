import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { appHost, appScheme } from './app-origin.ts';
import { pageTypes, withNonce } from '../station/page-files.ts';
import { contentSecurityPolicy, isolationHeaders } from '../station/page-policy.ts';

function answer(
  status: number,
  type: string,
  body: Uint8Array<ArrayBuffer> | string,
  nonce?: string,
): Response {
  return new Response(body, {
    status,
    headers: {
      ...isolationHeaders,
      'content-security-policy': contentSecurityPolicy(nonce),
      'content-type': type,
      'cache-control': 'no-store',
    },
  });
}

/** The file name a URL asks for below the root; null when it is not plainly one. */
export function pathOf(url: string): string | null {
  const parsed = URL.parse(url);
  if (!parsed || parsed.protocol !== `${appScheme}:` || parsed.host !== appHost) return null;
  try {
    const name = decodeURIComponent(parsed.pathname);
    if (/[\0\\:]/.test(name) || name.split('/').includes('..')) return null;
    return name === '/' ? 'index.html' : name.slice(1);
  } catch {
    return null;
  }
}

async function readInside(root: string, name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    // Links are followed first: one that points outside the folder is as good as a traversal.
    const [base, file] = await Promise.all([realpath(root), realpath(path.join(root, name))]);
    return file.startsWith(base + path.sep) ? new Uint8Array(await readFile(file)) : null;
  } catch {
    return null;
  }
}

/** Answers `app://window/…` from the built page's folder and from nowhere else: 404 for whatever is not one of its files. */
export function createAppHandler(root: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return answer(405, 'text/plain', 'method not allowed');
    const name = pathOf(request.url);
    const type = name === null ? undefined : pageTypes[path.extname(name).toLowerCase()];
    const bytes = name === null || type === undefined ? null : await readInside(root, name);
    if (type === undefined || bytes === null) return answer(404, 'text/plain', 'not found');
    if (!type.startsWith('text/html')) return answer(200, type, bytes);
    const nonce = randomBytes(16).toString('base64');
    return answer(200, type, withNonce(new TextDecoder().decode(bytes), nonce), nonce);
  };
}
