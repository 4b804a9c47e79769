import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordsOf, type ProcessRecord } from './play.ts';
import { kindStories } from './stories/kinds.ts';
import { WalkWorld } from './walk-world.ts';

describe('every kind, from the window to the register', () => {
  let world: WalkWorld;
  let outDir: string;
  beforeAll(async () => {
    outDir = await mkdtemp(path.join(tmpdir(), 'walk-process-'));
    world = await WalkWorld.open('2025-01-06');
  });
  afterAll(async () => {
    await world.close();
    await rm(outDir, { recursive: true, force: true });
  });

  // On a busy machine a story takes half a minute.
  it.each(kindStories)(
    '$name',
    async (story) => {
      const records = await recordsOf(story, world, outDir);
      expect(records).toHaveLength(1);
      const record = records[0] as ProcessRecord;
      expect(record.outcome).toBe('REGISTERED');
      expect(Object.keys(record.published ?? {})).toEqual(['name', 'members', 'amount']);
      const steps = record.events.map(({ type }) => type);
      const needed = ['application.submitted', 'application.accepted', 'survey.started', 'review.proposed'];
      const notice = record.kind === 'linshi' ? [] : ['notice.posted', 'notice.takenDown'];
      const decided = ['case.reported', 'case.confirmed', 'case.published', 'case.registered'];
      const order = [...needed, ...notice, ...decided].map((type) => steps.indexOf(type));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      expect(order).not.toContain(-1);
      for (const { file } of record.documents)
        expect((await readFile(path.join(outDir, file))).subarray(0, 5).toString()).toBe('%PDF-');
      expect(record.documents.map(({ document }) => document)).toContain('confirmationNotice');
    },
    300_000,
  );
});
