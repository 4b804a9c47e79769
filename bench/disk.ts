import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { byTurns, figure, type Figure } from './measure.ts';
import { startBenchStation } from './station.ts';
import { greyPng } from '../station/testing/tiny-png.ts';

/** A whole PNG of about a megabyte that does not compress, as a photographed page does not. */
function noisyPage(): Uint8Array {
  const size = 1024;
  const rows = randomBytes(size * (size + 1));
  for (let row = 0; row < size; row += 1) rows[row * (size + 1)] = 0;
  return greyPng(size, rows);
}

/** `commit`: one draft.save through the contract, durable and encrypted, beside 4 KB written in place with fdatasync. */
export async function benchCommit(runs = 200): Promise<Figure> {
  const station = await startBenchStation();
  try {
    const { draft } = await station.must('draft.create', { kind: 'dibao' });
    let { revision } = draft;
    const file = await open(path.join(station.dir, 'bound'), 'w');
    const block = randomBytes(4096);
    // Room made before: growing the file would add the file system's own journal to the bound.
    await file.write(randomBytes(4096 * runs));
    await file.sync();
    const save = async (run: number): Promise<void> => {
      const change = {
        section: 'villageCode' as const,
        value: `500107001${String(run % 1000).padStart(3, '0')}`,
      };
      revision = (await station.must('draft.save', { draftId: draft.id, revision, change })).revision;
    };
    const bound = async (run: number): Promise<void> => {
      await file.write(block, 0, block.length, run * block.length);
      await file.datasync();
    };
    const measured = await byTurns(runs, save, bound);
    await file.close();
    return figure(
      'commit',
      'draft.save through the contract, durable, encrypted',
      '4 KB in place + fdatasync',
      'ms',
      measured,
      runs,
    );
  } finally {
    await station.close();
  }
}

/** `ingest`: pages into the archive through the contract, beside writing the same bytes with fsync. */
export async function benchIngest(runs = 40): Promise<Figure> {
  const station = await startBenchStation();
  try {
    const { draft } = await station.must('draft.create', { kind: 'dibao' });
    const pages = Array.from({ length: runs }, noisyPage);
    const facts = {
      mime: 'image/png' as const,
      width: 1024,
      height: 1024,
      source: 'file' as const,
      warnings: [],
    };
    const where = { draftId: draft.id, slot: 'idCard', memberId: null, replaces: null };
    const add = (run: number): Promise<unknown> =>
      station.must('page.add', { ...where, ...facts }, pages[run]);
    const bound = async (run: number): Promise<void> => {
      const file = await open(path.join(station.dir, `bound-${String(run)}`), 'w');
      await file.write(pages[run] ?? new Uint8Array());
      await file.sync();
      await file.close();
    };
    return figure(
      'ingest',
      'page.add: inspect, encrypt, sync, record',
      'write + fsync of the same bytes',
      'ms',
      await byTurns(runs, add, bound),
      runs,
    );
  } finally {
    await station.close();
  }
}
