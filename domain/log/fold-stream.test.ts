import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fail, ok } from '../values/result.ts';
import { testContext } from '../testing/sample-application.ts';
import type { Aggregate } from './aggregate.ts';
import { anyAggregate } from './any-aggregate.ts';
import { linkEvents } from './chain.ts';
import type { Actor, EventEnvelope } from './event-envelope.ts';
import { foldStream } from './fold-stream.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const actor: Actor = {
  accountId: '01900000-0000-7000-8000-000000000001',
  role: 'village',
  areaCode: '500107001001',
};

/** Counts to three; a smallest kind of stream. */
const counting: Aggregate<number, { type: 'add'; by: number }, { type: 'added'; data: number }> = {
  streamType: 'alert',
  command: z.strictObject({ type: z.literal('add'), by: z.int() }),
  eventData: { added: z.int() },
  decide: (state, { by }) => ((state ?? 0) + by > 3 ? fail('count.full') : ok([{ type: 'added', data: by }])),
  apply: (state, { data }) => {
    if ((state ?? 0) + data > 3) throw new Error('more than three');
    return (state ?? 0) + data;
  },
  areaCodeOf: () => '500107001001',
  stepOf: (state) => `AT_${state}`,
  confidential: (state) => state > 1,
};

const events = (data: unknown[], change: Partial<EventEnvelope> = {}): EventEnvelope[] =>
  linkEvents(
    data.map((each, i) => ({
      id: `01900000-0000-7000-8000-${String(i).padStart(12, '0')}`,
      streamType: 'alert' as const,
      streamId: actor.accountId,
      ...{ type: 'added', data: each, actor, deviceId: actor.accountId, counter: i + 1 },
      ...{ stationTime: '2026-03-10T02:00:00.000Z', ruleSetId: 'cq-jlp-2023' },
      ...change,
    })),
    null,
    sha256,
  );

describe('a stream', () => {
  it('adds up, and stops at the first link that does not hold', () => {
    const whole = events([1, 1, 1]);
    expect(foldStream(counting, whole, sha256)).toMatchObject({ state: 3, brokenAt: null, version: 3 });
    const bent = whole.map((event) => (event.version === 2 ? { ...event, data: 2 } : event));
    expect(foldStream(counting, bent, sha256)).toMatchObject({ state: 1, brokenAt: 2, version: 3 });
  });

  it('holds an impossible history, an unknown event and one of another kind for broken', () => {
    const at = (list: EventEnvelope[]) => foldStream(counting, list, sha256).brokenAt;
    expect(at(events([2, 2]))).toBe(2);
    expect(at(events([1, 'two']))).toBe(2);
    expect(at(events([1], { type: 'removed' }))).toBe(1);
    expect(at(events([1], { streamType: 'ticket' }))).toBe(1);
    expect(at(events([1]))).toBeNull();
  });

  it('decides unparsed commands and tells what the sync has to know', () => {
    const any = anyAggregate(counting);
    const opened = any.open(events([1, 1]), sha256);
    expect(opened.facts).toMatchObject({
      ...{ areaCode: '500107001001', step: 'AT_2', confidential: true, ownerId: null, state: 2 },
    });
    const context = testContext(actor, '2026-03-10');
    expect(opened.decide({ type: 'add', by: 1 }, context)).toEqual(ok([{ type: 'added', data: 1 }]));
    expect(opened.decide({ type: 'add', by: 2 }, context)).toMatchObject({ failure: { code: 'count.full' } });
    expect(opened.decide({ type: 'add', by: 'x' }, context)).toMatchObject({
      failure: { code: 'call.malformed', data: { issues: ['by:invalid_type'] } },
    });
    expect(any.issuesOf({ type: 'add', by: 1 })).toBeNull();
    expect(any.open([], sha256)).toMatchObject({ facts: null, version: 0, brokenAt: null });
  });
});
