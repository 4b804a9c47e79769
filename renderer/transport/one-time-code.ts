/**
 * The loopback host opens the page with `#c=CODE`. The code is changed for the session cookie and wiped from the address at
 * once, so that it is neither used twice nor seen.
 */
export async function redeemOneTimeCode(): Promise<void> {
  const code = /^#c=(.+)$/.exec(location.hash)?.[1];
  if (!code) return;
  history.replaceState(null, '', location.pathname + location.search);
  await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: decodeURIComponent(code) }),
    credentials: 'same-origin',
  }).catch(() => undefined);
}
