/** The only place our page lives. The scheme is registered as standard and secure, so this is a real origin. */
export const appScheme = 'app';
export const appHost = 'window';
export const appOrigin = `${appScheme}://${appHost}`;
export const startUrl = `${appOrigin}/index.html`;

/**
 * Origin of a URL as `scheme://host`; null when it is no URL. Written out because Node's `URL.origin` answers 'null' for
 * schemes it does not know, and Electron reports origins both with and without a trailing slash.
 */
export function originOf(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed?.host ? `${parsed.protocol}//${parsed.host}` : null;
}

export const isOurs = (url: string | undefined | null): boolean =>
  url !== undefined && url !== null && originOf(url) === appOrigin;
