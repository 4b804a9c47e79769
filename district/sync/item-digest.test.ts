import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { canonicalJson } from '../../domain/log/canonical.ts';
import { clerk } from '../../domain/testing/sample-application.ts';
import { newCase } from '../testing/push-items.ts';
import { itemDigestOf } from './item-digest.ts';
import { sha256Text } from './sha256.ts';

it('is for a case what it was before there were kinds: a command sent over an update is known again', () => {
  const item = newCase({ actor: clerk, deviceId: randomUUID() });
  const { streamType, ...old } = item;
  const before = sha256Text(canonicalJson({ ...old, events: old.events.map((event) => event.digest) }));
  expect(streamType).toBe('case');
  expect(itemDigestOf(item)).toBe(before);
  expect(itemDigestOf({ ...item, streamType: 'alert' })).not.toBe(before);
});
