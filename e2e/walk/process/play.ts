import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Story } from './story.ts';
import { timelineOf, type TimelineEvent } from './timeline.ts';
import { allStories } from './stories/all.ts';
import { WalkWorld } from './walk-world.ts';
import type { CaseRun } from './case-run.ts';
import { documentsOf, keepAll, type WalkDocument } from './documents.ts';
import { readPublication, type Published } from './published.ts';

export interface ProcessRecord {
  story: string;
  outcome: string;
  kind: string;
  caseNo: string;
  events: TimelineEvent[];
  documents: WalkDocument[];
  /** Null when the case never came so far. */
  published: Published | null;
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
        records.push(...(await recordsOf(story, world, outDir)));
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

/** Plays one story and keeps what it leaves. */
export async function recordsOf(story: Story, world: WalkWorld, outDir: string): Promise<ProcessRecord[]> {
  const { runs, outcome } = await story.play(world);
  const records: ProcessRecord[] = [];
  for (const run of runs) records.push({ story: story.name, outcome, ...(await recordOf(run, outDir)) });
  world.nextDay();
  return records;
}

async function recordOf(run: CaseRun, outDir: string): Promise<Omit<ProcessRecord, 'story' | 'outcome'>> {
  const { caseNo } = await run.world.district.stream(run.id);
  const documents = await documentsOf(run, caseNo);
  const posted = documents.findLast(({ document }) => document === 'publication');
  const published = posted ? await readPublication(posted.bytes, await run.state('district')) : null;
  const { events } = await timelineOf(run);
  return { kind: run.kind, caseNo, events, documents: await keepAll(outDir, documents), published };
}
