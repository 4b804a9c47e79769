import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCupsPrinter } from './cups-printer.ts';
import { startPrivateCups, type PrivateCups } from './private-cups.ts';

/** Any bytes will do for a raw queue; this file is at hand and bigger than a pipe's buffer. */
const pdf = new Uint8Array(
  readFileSync(new URL('../../assets/fonts/noto-sans-cjk-sc-bold-gb2312.otf', import.meta.url)),
);

describe.skipIf(!existsSync('/usr/sbin/cupsd'))('with a real CUPS scheduler', () => {
  let cups: PrivateCups;
  beforeAll(async () => (cups = await startPrivateCups()));
  afterAll(() => cups.stop());

  it('is absent while there is no queue', async () => {
    const printer = createCupsPrinter({ server: cups.server });
    expect(await printer.present()).toBe(false);
    expect(await printer.print(pdf, '回执')).toEqual({ ok: false, failure: { code: 'printer.absent' } });
  });

  it('brings every byte to the printer and names the queue', async () => {
    await cups.admin('lpadmin', '-p', 'window1', '-E', '-v', cups.printerUri, '-m', 'raw');
    const printer = createCupsPrinter({ server: cups.server });
    expect(await printer.present()).toBe(true);
    const job = cups.nextJob();
    expect(await printer.print(pdf, '社会救助申请回执')).toEqual({ ok: true, value: 'window1' });
    expect((await job).equals(pdf)).toBe(true);
  });

  it('prefers the default queue, and the configured one above it', async () => {
    await cups.admin('lpadmin', '-p', 'another', '-E', '-v', cups.printerUri, '-m', 'raw');
    await cups.admin('lpadmin', '-d', 'window1');
    expect(await createCupsPrinter({ server: cups.server }).print(pdf, 'x')).toEqual({
      ok: true,
      value: 'window1',
    });
    const chosen = createCupsPrinter({ server: cups.server, queue: 'another' });
    expect(await chosen.print(pdf, 'x')).toEqual({ ok: true, value: 'another' });
    const gone = createCupsPrinter({ server: cups.server, queue: 'no-such-queue' });
    expect(await gone.print(pdf, 'x')).toEqual({ ok: false, failure: { code: 'printer.absent' } });
  });

  it('fails when the queue is paused or takes no jobs', async () => {
    const printer = createCupsPrinter({ server: cups.server, queue: 'window1' });
    const failed = { ok: false, failure: { code: 'printer.failed' } };
    await cups.admin('cupsdisable', 'window1');
    expect(await printer.print(pdf, 'x')).toEqual(failed);
    await cups.admin('cupsenable', 'window1');
    await cups.admin('cupsreject', 'window1');
    expect(await printer.print(pdf, 'x')).toEqual(failed);
  });
});

it('is absent where no scheduler answers', async () => {
  const printer = createCupsPrinter({ server: '127.0.0.1:1' });
  expect(await printer.present()).toBe(false);
  expect(await printer.print(pdf, 'x')).toEqual({ ok: false, failure: { code: 'printer.absent' } });
});

it('is absent where there is no CUPS at all', async () => {
  const path = process.env['PATH'];
  process.env['PATH'] = '/nonexistent';
  try {
    expect(await createCupsPrinter().print(pdf, 'x')).toEqual({
      ok: false,
      failure: { code: 'printer.absent' },
    });
  } finally {
    process.env['PATH'] = path;
  }
});
