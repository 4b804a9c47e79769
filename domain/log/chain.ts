import { canonicalJson } from './canonical.ts';
import { firstPrevDigest, type EventEnvelope } from './event-envelope.ts';

/** Lower-case hex SHA-256 of a UTF-8 text; injected, since the domain knows no crypto library. */
export type Sha256Text = (text: string) => string;

/** Links unsigned events to the end of a stream: fills version, prevDigest and digest. */
export function linkEvents(
  events: readonly Omit<EventEnvelope, 'version' | 'prevDigest' | 'digest'>[],
  tail: { version: number; digest: string } | null,
  sha256: Sha256Text,
): EventEnvelope[] {
  let version = tail?.version ?? 0;
  let prevDigest = tail?.digest ?? firstPrevDigest;
  return events.map((event) => {
    version += 1;
    const body = { ...event, version, prevDigest };
    const digest = sha256(canonicalJson(body));
    prevDigest = digest;
    return { ...body, digest };
  });
}

/** The version of the first broken link of a stream, whole or after a `tail` that holds; null when every link does. */
export function firstBrokenLink(
  events: readonly EventEnvelope[],
  sha256: Sha256Text,
  tail: { version: number; digest: string } | null = null,
): number | null {
  let expectedPrev = tail?.digest ?? firstPrevDigest;
  let version = tail?.version ?? 0;
  for (const event of events) {
    version += 1;
    const { digest, ...body } = event;
    if (event.version !== version || event.prevDigest !== expectedPrev) return version;
    if (sha256(canonicalJson(body)) !== digest) return version;
    expectedPrev = digest;
  }
  return null;
}
