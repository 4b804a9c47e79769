/** The page sees `app://HOST/…` as `http://HOST.app.localhost/…`: Chromium cannot be taught a scheme from outside. */
const httpForm = /^http:\/\/([^/.]+)\.app\.localhost(?=\/|$)/;
const appForm = /^app:\/\/([^/]+)(?=\/|$)/;

export const toHttp = (url: string): string => url.replace(appForm, 'http://$1.app.localhost');
export const toApp = (url: string): string => url.replace(httpForm, 'app://$1');
