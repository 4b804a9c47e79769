import { z } from 'zod';
import { ReplyEnvelope, type Call, type Reply } from '../../contract/envelope.ts';
import type { StandinApp } from './launch.ts';

const Carried = z.strictObject({ envelope: ReplyEnvelope, binary: z.string().nullable() });

/**
 * One call through page, preload script and main process to the core, for suites that run over every transport. The bytes go
 * to the page and come from it as base64; between page and core they travel as the bridge carries them.
 */
export async function callOverBridge(app: StandinApp, { envelope, binary }: Call): Promise<Reply> {
  const bytes = binary
    ? `Uint8Array.fromBase64(${JSON.stringify(Buffer.from(binary).toString('base64'))})`
    : 'undefined';
  const carried = await app.evaluate(
    `nuanchuang.call(${JSON.stringify(envelope)}, ${bytes}).then((reply) => ({ envelope: reply.envelope, binary: reply.binary ? reply.binary.toBase64() : null }))`,
  );
  const reply = Carried.parse(carried);
  if (reply.binary === null) return { envelope: reply.envelope };
  return { envelope: reply.envelope, binary: new Uint8Array(Buffer.from(reply.binary, 'base64')) };
}
