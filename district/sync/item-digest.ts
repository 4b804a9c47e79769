import type { PushItem } from '../../contract/sync/push.ts';
import { canonicalJson } from '../../domain/log/canonical.ts';
import { sha256Text } from './sha256.ts';

/**
 * Tells one sending of a command from another. Events stand in it by their own digests, which are checked before anything is
 * taken; a case is not named as such, so that what a station sent before it knew other kinds is still the same.
 */
export function itemDigestOf({ streamType, ...item }: PushItem): string {
  const kind = streamType === 'case' ? {} : { streamType };
  return sha256Text(canonicalJson({ ...item, ...kind, events: item.events.map((event) => event.digest) }));
}
