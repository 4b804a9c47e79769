import { documentKinds, type DocumentKind } from '../../../domain/official-documents/document-kinds.ts';
import { officialNumber } from '../../../domain/official-documents/official-number.ts';
import type { IsoDate } from '../../../domain/values/iso-date.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Store } from '../../ports/store.ts';
import { deviceCode, deviceId } from '../../system/device.ts';
import type { Office } from './office.ts';

/**
 * The next number of a kind on this device in this year, for ever taken: one that was reserved for a paper that could not be made is
 * left out of the row, never given twice.
 */
export async function reserveNumber(
  store: Store,
  kind: DocumentKind,
  { shortName }: Office,
  today: IsoDate,
  { sha256Text }: Pick<Ports, 'sha256Text'>,
): Promise<string> {
  const { word } = documentKinds[kind];
  const year = Number(today.slice(0, 4));
  const key = `document.serial.${year}.${kind}`;
  const { device, serial } = await store.write(async (tx) => {
    const next = Number((await tx.setting(key)) ?? 0) + 1;
    await tx.setSetting(key, String(next));
    return { device: await deviceId(tx), serial: next };
  });
  const code = deviceCode(device, sha256Text);
  return officialNumber({ prefix: '九龙坡', office: shortName, word, year, deviceCode: code, serial });
}
