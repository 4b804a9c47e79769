import { z } from 'zod';
import { Digest } from '../../domain/application/evidence.ts';
import type { EventEnvelope } from '../../domain/log/event-envelope.ts';

/** A page or photo, or a signature with its picture: what names bytes in the archive. */
const Named = z.union([
  z.object({ digest: Digest, mime: z.string() }).transform(({ digest }) => digest),
  z.object({ imageDigest: Digest }).transform(({ imageDigest }) => imageDigest),
]);

/** Digests of every file that the data of events refers to, each once. */
export function filesOf(events: readonly Pick<EventEnvelope, 'data'>[]): string[] {
  const found = new Set<string>();
  for (const { data } of events) collect(data, found);
  return [...found];
}

function collect(value: unknown, found: Set<string>): void {
  if (value === null || typeof value !== 'object') return;
  const named = Named.safeParse(value);
  if (named.success) found.add(named.data);
  for (const inner of Object.values(value)) collect(inner, found);
}
