/**
 * Values between the page's worlds and the main process, as JSON text. Electron clones structurally; this carries what the
 * bridge may meet (JSON, undefined, bytes, dates, maps) and refuses functions, as Electron does.
 */
export function encodeValue(value: unknown): unknown {
  if (value === undefined) return { $: 'undefined' };
  if (typeof value === 'function' || typeof value === 'symbol')
    throw new Error('An object could not be cloned.');
  if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Uint8Array) return { $: 'bytes', v: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(encodeValue);
  return { $: 'object', v: Object.entries(value).map(([key, part]) => [key, encodeValue(part)]) };
}

type Tagged = { $: string; v?: unknown };

export function decodeValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decodeValue);
  if (value === null || typeof value !== 'object') return value;
  const { $, v } = value as Tagged;
  if ($ === 'bytes') return new Uint8Array(Buffer.from(v as string, 'base64'));
  if ($ === 'bigint') return BigInt(v as string);
  if ($ === 'date') return new Date(v as string);
  if ($ === 'map') return new Map(decodeValue(v) as [unknown, unknown][]);
  if ($ === 'object')
    return Object.fromEntries((v as [string, unknown][]).map(([key, part]) => [key, decodeValue(part)]));
  return undefined;
}
