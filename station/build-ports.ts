import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { argon2id } from 'hash-wasm';
import jiulongpo from '../assets/places/jiulongpo-500107.json' with { type: 'json' };
import type { DistrictLink } from '../core/ports/district.ts';
import type { Place, Ports } from '../core/ports/ports.ts';
import { openVault } from '../db/vault.ts';
import { createVendorReader } from '../devices/id-reader/vendor-reader.ts';
import { createCupsPrinter } from '../devices/printer/cups-printer.ts';
import { createReceiptRenderer } from '../devices/receipt/render-receipt.ts';
import { createSaneScanner } from '../devices/scanner/sane-scanner.ts';
import { scannerSettingsFrom } from '../devices/scanner/scanner-settings.ts';
import { createNodeWebcamStill } from '../devices/still/node-webcam-still.ts';
import { FACE_MODELS } from '../domain/face/models.ts';
import { shippedRuleSets } from '../domain/rules/shipped.ts';
import { noIdReader } from './absent-devices.ts';
import { signatureHolds } from './signature-holds.ts';
import type { StationOptions } from './config.ts';
import { createDistrictLink } from './district-link/create-district-link.ts';
import { createJsonLog } from './json-log.ts';
import { openByKey } from './keyed-vault.ts';
import { loadCalendar } from './load-calendar.ts';
import { officialDocuments } from './official-documents.ts';

/** The real world behind the core's ports. */
export async function buildPorts(options: StationOptions): Promise<Ports> {
  const { dataDir, resourcesDir, idReaderUrl, host, key } = options;
  const log = createJsonLog(join(dataDir, 'logs'), 'core');
  return {
    host,
    now: () => new Date(),
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    sha256Text: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    passwordHash,
    signatureHolds,
    vault: await openByKey(openVault({ dataDir }), key),
    calendar: await loadCalendar(dataDir, log),
    ruleSets: new Map(shippedRuleSets.map((set) => [set.id, set])),
    currentRuleSetId: 'cq-jlp-2023',
    places,
    faceModels: new Map(FACE_MODELS.map(({ digest, threshold }) => [digest, { threshold }])),
    idReader: idReaderUrl === null ? noIdReader : createVendorReader({ baseUrl: idReaderUrl }),
    scanner: createSaneScanner(scannerSettingsFrom(process.env)),
    still: createNodeWebcamStill(),
    printer: createCupsPrinter(),
    receipts: createReceiptRenderer(join(resourcesDir, 'fonts')),
    documents: officialDocuments(resourcesDir, dataDir, log),
    district: districtLink(options),
    log,
  };
}

const places: Place[] = jiulongpo.map(({ code, name, villages }) => ({ code, name, villages }));

/** The station's name is the host's to give; the core knows its own code only. */
function districtLink({ districtUrl, districtCa, deviceName }: StationOptions): DistrictLink {
  const link = createDistrictLink({ baseUrl: districtUrl, ...(districtCa ? { ca: districtCa } : {}) });
  return {
    ...link,
    login: (username, password, deviceId) => link.login(username, password, deviceId, deviceName),
  };
}

const passwordHash: Ports['passwordHash'] = async (
  password,
  salt,
  { memoryKiB, iterations, parallelism },
) => {
  const hash = await argon2id({
    ...{ password, iterations, parallelism, memorySize: memoryKiB, salt: Buffer.from(salt, 'base64') },
    ...{ hashLength: 32, outputType: 'binary' },
  });
  return Buffer.from(hash).toString('base64');
};
