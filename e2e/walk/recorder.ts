import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Interactions } from '../pages/interactions.ts';

export interface StepRecord {
  name: string;
  ms: number;
  interactions: number;
}

/** Pictures of an earlier walk in the same folder give way. */
const pictureName = /^\d\d-\d\.[a-z]+\.png$/;

/** Times each step, counts what the hands did, keeps a picture of how it ended, prints a line. */
export class Recorder {
  readonly #steps: StepRecord[];
  readonly #hand: Interactions;
  readonly #dir: string;

  /** `steps` receives a record of each step done. */
  constructor(hand: Interactions, dir: string, steps: StepRecord[]) {
    this.#hand = hand;
    this.#steps = steps;
    this.#dir = dir;
    mkdirSync(dir, { recursive: true });
    for (const file of readdirSync(dir)) if (pictureName.test(file)) rmSync(path.join(dir, file));
  }

  /** `name` begins with the number of the main job's step: '3.income'. A failure carries the step's name. */
  async step<T>(name: string, work: () => Promise<T>): Promise<T> {
    const [began, before] = [performance.now(), this.#hand.count];
    const number = String(this.#steps.length + 1).padStart(2, '0');
    try {
      const result = await work();
      const record = {
        name,
        ms: Math.round(performance.now() - began),
        interactions: this.#hand.count - before,
      };
      this.#steps.push(record);
      console.log(
        `  ${name.padEnd(16)} ${String(record.ms).padStart(6)} ms  ${String(record.interactions).padStart(2)} interactions`,
      );
      return result;
    } catch (cause) {
      throw new StepFailed(name, cause);
    } finally {
      await this.#picture(`${number}-${name}`);
    }
  }

  /** Faces are painted over: the camera shows real people's sample photos. */
  async #picture(name: string): Promise<void> {
    const { page } = this.#hand;
    const mask = [
      page.getByLabel('摄像头画面'),
      page.getByRole('img', { name: /用来比对的|身份证芯片里的照片/ }),
    ];
    await page
      .screenshot({ path: path.join(this.#dir, `${name}.png`), mask, timeout: 10_000 })
      .catch((error: unknown) => console.error(`  no picture of ${name}: ${String(error)}`));
  }
}

export class StepFailed extends Error {
  constructor(step: string, cause: unknown) {
    super(`${step}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'StepFailed';
  }
}
