import { rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { buildIfStale } from '../../tools/start/build-if-stale.mjs';
import { startLoopbackApp } from '../hosts/loopback.ts';
import { makeFakeCamera } from '../hosts/fake-camera.ts';
import { findChromium } from '../media/chromium.ts';
import { Interactions } from '../pages/interactions.ts';
import { defaultHousehold, readHousehold, type Household } from './household.ts';
import { mainJob, type MainJobResult } from './main-job.ts';
import { walkMedia } from './media.ts';
import { dossierOf, faceOf } from './read-back.ts';
import { playProcess } from './process/play.ts';
import { allStories, namesOf, storiesNamed } from './process/stories/all.ts';
import { Recorder, type StepRecord } from './recorder.ts';

const root = path.resolve(import.meta.dirname, '..', '..');

const usage = `npm run walk -- [--data FILE.json] [--out DIR] [--cut]
npm run walk -- --process [STORY...] [--out DIR]
  --data  a household (its fields: e2e/walk/household.ts); default one fictional person
  --out   where result.json, receipt.pdf and the pictures go; default .data/walk
  --cut   the network is cut between steps 2 and 8, whatever the file says
  --process  every kind to its register and every odd life, on two stations and the district; leaves process.json and the
          documents in --out, default .data/process. STORY: only stories whose name begins so`;

const { values, positionals } = parsed();
function parsed() {
  const options = {
    data: { type: 'string' },
    out: { type: 'string' },
    cut: { type: 'boolean' },
    process: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exit(1);
  }
}

interface Options {
  household: Household;
  outDir: string;
}

async function readOptions(): Promise<Options> {
  const given = values.data === undefined ? defaultHousehold : await readHousehold(values.data);
  const household: Household = values.cut ? { ...given, network: 'cutBetween2And8' } : given;
  return { household, outDir: path.resolve(values.out ?? path.join(root, '.data', 'walk')) };
}

async function walk({ household, outDir }: Options): Promise<number> {
  await mkdir(outDir, { recursive: true });
  buildIfStale(root, process.execPath);
  const media = await walkMedia(household, path.join(root, '.data', 'walk-media'));
  const app = await startLoopbackApp();
  const camera = makeFakeCamera(path.join(root, '.data', 'walk-media'));
  camera.show(media.documentClip);
  const browser = await chromium.launch({ executablePath: findChromium(), args: camera.args });
  const steps: StepRecord[] = [];
  try {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    context.setDefaultTimeout(30_000);
    const hand = new Interactions(await context.newPage());
    const recorder = new Recorder(hand, outDir, steps);
    const done = await mainJob({ app, camera, hand, recorder, household, media, outDir });
    keep(outDir, resultOf(done, steps, app.kind));
    return 0;
  } catch (error) {
    keep(outDir, resultOf(null, steps, app.kind));
    throw error;
  } finally {
    await browser.close();
    await app.close();
    camera.unplug();
  }
}

/** The documented keys and no others; of a walk that failed, what there is. */
function resultOf(done: MainJobResult | null, steps: StepRecord[], host: string) {
  return {
    ok: done !== null,
    caseNo: done?.caseNo ?? null,
    acceptBy: done?.acceptBy ?? null,
    steps,
    interactions: steps.reduce((sum, { interactions }) => sum + interactions, 0),
    dossier: done ? dossierOf(done.district) : [],
    district: done && { state: done.district.state.step, events: done.district.events, files: done.files },
    face: done && faceOf(done.district),
    host,
    skipped: [],
  };
}

function keep(outDir: string, result: ReturnType<typeof resultOf>): void {
  writeFileSync(path.join(outDir, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);
  console.log(
    `${result.ok ? 'done' : 'FAILED'}: ${String(result.interactions)} interactions, ${path.join(outDir, 'result.json')}`,
  );
}

async function walkProcess(): Promise<number> {
  const stories = positionals.length > 0 ? storiesNamed(positionals) : allStories;
  if (stories.length === 0) throw new Error(`no story begins so; there are:\n${namesOf(allStories)}`);
  const outDir = path.resolve(values.out ?? path.join(root, '.data', 'process'));
  return (await playProcess(outDir, stories)) > 0 ? 1 : 0;
}

async function walkMainJob(): Promise<number> {
  const options = await readOptions();
  rmSync(path.join(options.outDir, 'result.json'), { force: true });
  return walk(options);
}

try {
  process.exitCode = await (values.process ? walkProcess() : walkMainJob());
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
