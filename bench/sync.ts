import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { shanghaiDate } from '../domain/values/iso-date.ts';
import { fillDraft } from '../station/testing/demo-household.ts';
import { figure, timed, type Figure } from './measure.ts';
import { startBenchStation } from './station.ts';

/**
 * `sync`: whole applications (events and files) from a station that was offline to the district's acknowledgement, beside
 * appending as many bytes with one fdatasync an application and one a file on this disk.
 */
export async function benchSync(cases = 10): Promise<Figure> {
  const station = await startBenchStation();
  try {
    station.wire.cut();
    const today = shanghaiDate(new Date().toISOString());
    for (let order = 1; order <= cases; order += 1) {
      const draftId = await fillDraft(
        (name, input, binary) => station.must(name, input, binary),
        today,
        order,
      );
      await station.must('application.submit', { draftId });
    }
    const { items } = await station.must('outbox.list', {});
    const value = await timed(async () => {
      station.wire.mend();
      await station.must('outbox.retry', { id: null });
      await station.drained();
    });
    const bound = await timed(() =>
      writeDurably(
        path.join(station.dir, 'bound'),
        items.map((item) => item.bytes),
      ),
    );
    return figure(
      'sync',
      `${String(cases)} applications, ${String(items.length)} records to the district`,
      'append + fdatasync of each',
      'ms',
      { value, bound },
      1,
    );
  } finally {
    await station.close();
  }
}

async function writeDurably(name: string, sizes: readonly number[]): Promise<void> {
  const file = await open(name, 'a');
  for (const size of sizes) {
    await file.write(randomBytes(Math.max(1, size)));
    await file.datasync();
  }
  await file.close();
}
