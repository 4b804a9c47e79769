/** Kinds of file the page consists of. */
export const pageTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.onnx': 'application/octet-stream',
  '.bin': 'application/octet-stream',
  '.woff2': 'font/woff2',
  '.otf': 'font/otf',
  '.ttf': 'font/ttf',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.mp3': 'audio/mpeg',
  '.txt': 'text/plain; charset=utf-8',
};

/** A placeholder for development; browsers take the first of two, so it goes. */
const placeholder = /<meta name="nonce" content=""\s*\/?>/;

/** The page's style library reads the nonce from here. */
export function withNonce(html: string, nonce: string): string {
  return html.replace(placeholder, '').replace('<head>', `<head><meta name="nonce" content="${nonce}" />`);
}
