import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Story } from './story.ts';
import { timelineOf, type TimelineEvent } from './timeline.ts';
import { allStories } from './stories/all.ts';
import { WalkWorld } from './walk-world.ts';

export interface ProcessRecord {
  story: string;
  outcome: string;
  kind: string;
  caseNo: string;
  events: TimelineEvent[];
}
const firstDay = '2025-01-06';

/** Plays every story on two stations and the district, one after the other; answers how many failed. */
export async function playProcess(outDir: string, stories: readonly Story[] = allStories): Promise<number> {
  await mkdir(outDir, { recursive: true });
  const world = await WalkWorld.open(firstDay);
  const records: ProcessRecord[] = [];
  const failed: string[] = [];
  try {
    for (const story of stories) {
      const from = world.today();
      const began = performance.now();
      try {
        records.push(...(await recordsOf(story, world)));
        const seconds = ((performance.now() - began) / 1000).toFixed(1);
        console.log(`ok      ${story.name}: ${from} to ${world.today()}, ${seconds} s`);
      } catch (error) {
        failed.push(story.name);
        console.log(`FAILED  ${story.name}: ${error instanceof Error ? error.message : String(error)}`);
        if (process.env['WALK_TRACE']) console.error(error);
      }
    }
  } finally {
    await world.close();
  }
  const file = path.join(outDir, 'process.json');
  await writeFile(file, `${JSON.stringify(records, null, 2)}\n`);
  const told = `${String(stories.length - failed.length)} of ${String(stories.length)} stories, ${file}`;
  console.log(failed.length === 0 ? `done: ${told}` : `FAILED ${failed.join(', ')}: ${told}`);
  return failed.length;
}

async function recordsOf(story: Story, world: WalkWorld): Promise<ProcessRecord[]> {
  const { runs, outcome } = await story.play(world);
  const records: ProcessRecord[] = [];
  for (const run of runs)
    records.push({ story: story.name, outcome, kind: run.kind, ...(await timelineOf(run)) });
  world.nextDay();
  return records;
}
