import type { Store, StoreReader } from '../ports/store.ts';

const deviceIdKey = 'device.id';

/** Gives this station its id, once for ever; call it whenever the vault opens. */
export async function ensureDevice(store: Store, newId: () => string): Promise<void> {
  if (await store.read.setting(deviceIdKey)) return;
  await store.write(async (tx) => {
    if (!(await tx.setting(deviceIdKey))) await tx.setSetting(deviceIdKey, newId());
  });
}

/** The station's id; there from the first opening of the vault on. */
export async function deviceId(reader: StoreReader): Promise<string> {
  const id = await reader.setting(deviceIdKey);
  if (!id) throw new Error('station has no device id');
  return id;
}

/** No letters and digits that sound or look alike when a code is read out: I L O U 0 1 are left out. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Four characters that name a station on receipts, drawn from its id. */
export function deviceCode(id: string, sha256Text: (text: string) => string): string {
  let rest = Number.parseInt(sha256Text(id).slice(0, 12), 16);
  let code = '';
  for (let i = 0; i < 4; i += 1) {
    code += alphabet.charAt(rest % alphabet.length);
    rest = Math.floor(rest / alphabet.length);
  }
  return code;
}
