import { createHash, randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { argon2id } from 'hash-wasm';
import places from '../../assets/places/jiulongpo-500107.json' with { type: 'json' };
import { loadTemplates } from '../../devices/official-documents/load-templates.ts';
import { createDocumentRenderer } from '../../devices/official-documents/render-document.ts';
import type { Ports } from '../../core/ports/ports.ts';
import type { Vault } from '../../core/ports/store.ts';
import { shippedCalendar } from '../../domain/calendar/shipped-calendar.ts';
import { FACE_MODELS } from '../../domain/face/models.ts';
import { shippedRuleSets } from '../../domain/rules/shipped.ts';
import { fail, ok } from '../../domain/values/result.ts';
import { DistrictDouble, password } from './district-double.ts';
import { signatureHolds } from '../signature-holds.ts';
import { tinyPng } from './tiny-png.ts';

const fontsDir = fileURLToPath(new URL('../../assets/fonts', import.meta.url));
const shippedDir = fileURLToPath(new URL('../../assets/document-templates', import.meta.url));

export const passwordHash: Ports['passwordHash'] = async (
  text,
  salt,
  { memoryKiB, iterations, parallelism },
) => {
  const options = {
    password: text,
    salt: Buffer.from(salt, 'base64'),
    hashLength: 32,
    outputType: 'binary' as const,
  };
  const hash = await argon2id({ ...options, memorySize: memoryKiB, iterations, parallelism });
  return Buffer.from(hash).toString('base64');
};

/** The real one, kept for all cores of a test file: opening the fonts takes a second. */
const documents = createDocumentRenderer(
  fontsDir,
  loadTemplates({ shippedDir, overrideDir: null, fontsDir }).templates,
);

/** Errors that the core logged as its own faults; tests expect none they did not provoke. */
export interface Logged {
  code: string;
  data: Record<string, unknown>;
  cause: unknown;
}

/** Ports with the real store and rules; devices answer at once, since no device hangs on this machine. */
export async function testPorts(
  vault: Vault,
  clock: { now: Date },
): Promise<{ ports: Ports; district: DistrictDouble; logged: Logged[] }> {
  const district = new DistrictDouble();
  const salt = Buffer.alloc(16, 7).toString('base64');
  const cost = { memoryKiB: 1024, iterations: 1, parallelism: 1 };
  district.verifier = { salt, hash: await passwordHash(password, salt, cost), ...cost };
  const logged: Logged[] = [];
  const page = (shade: number) => ({
    bytes: tinyPng(shade),
    mime: 'image/png' as const,
    width: 16,
    height: 16,
  });
  const ports: Ports = {
    host: { kind: 'memory', reason: 'test', version: '0.0.0', mode: 'window', fontsOk: true },
    now: () => new Date(clock.now),
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    sha256Text: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    passwordHash,
    signatureHolds,
    vault,
    calendar: shippedCalendar,
    ruleSets: new Map(shippedRuleSets.map((set) => [set.id, set])),
    currentRuleSetId: 'cq-jlp-2023',
    places: places.map(({ code, name, villages }) => ({ code, name, villages })),
    faceModels: new Map(FACE_MODELS.map(({ digest, threshold }) => [digest, { threshold }])),
    idReader: { read: async () => fail('idReader.absent'), present: async () => false },
    scanner: {
      list: async () => ok([{ id: 'test:0', name: '示例扫描仪' }]),
      scan: async () => ok([page(101), page(102)]),
    },
    still: { capture: async () => ok(page(103)), present: async () => true },
    printer: { print: async () => ok('示例打印机'), present: async () => true },
    receipts: { render: async (data) => ok(new TextEncoder().encode(JSON.stringify(data))) },
    documents,
    district,
    log: { info: () => undefined, error: (code, data, cause) => void logged.push({ code, data, cause }) },
  };
  return { ports, district, logged };
}
