import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { privateRoot } from '../process/private-dir.ts';
import type { SaneSettings } from './sane-scanner.ts';
import { createSaneScanner, parseDeviceList } from './sane-scanner.ts';
import { makeTestScannerConfig } from './test-scanner.ts';

/** SANE's real scanimage with its real test and pnm back-ends; nothing here imitates SANE but the hanging program. */
let dir: string;
let test: SaneSettings;
let pnm: SaneSettings;
const base = ['--resolution', '20'];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sane-test-'));
  const picture = join(dir, 'sheet.ppm');
  await writeFile(picture, Buffer.concat([Buffer.from('P6\n64 90\n255\n'), Buffer.alloc(64 * 90 * 3, 200)]));
  test = (await makeTestScannerConfig(join(dir, 'test'))).settings;
  pnm = (await makeTestScannerConfig(join(dir, 'pnm'), picture)).settings;
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const withOptions = (...options: string[]) =>
  createSaneScanner({ ...test, deviceOptions: { test: [...base, ...options] } });
const leftovers = async () =>
  (await readdir(privateRoot())).filter((n) => n.includes(`private-${process.pid}-`));

describe('list', () => {
  it('names the devices SANE offers', async () => {
    expect(await createSaneScanner(pnm).list()).toEqual({
      ok: true,
      value: [
        { id: 'pnm:0', name: 'PNM file reader' },
        { id: 'pnm:1', name: 'PNM file reader' },
        { id: 'test:0', name: 'frontend-tester' },
      ],
    });
  });

  it('is empty, not a failure, without a scanner', async () => {
    await mkdir(join(dir, 'none'), { recursive: true });
    await writeFile(join(dir, 'none', 'dll.conf'), '');
    expect(await createSaneScanner({ configDir: join(dir, 'none') }).list()).toEqual({ ok: true, value: [] });
  });

  it('leaves cameras out', () => {
    const lines = ['v4l:/dev/video0\u001fNoname\u001fCam', 'epson2:net:10.0.0.9\u001fEpson\u001fDS-530', ''];
    expect(parseDeviceList(lines.join('\n'))).toEqual([{ id: 'epson2:net:10.0.0.9', name: 'Epson DS-530' }]);
  });

  it('says that the tool is missing', async () => {
    const scanner = createSaneScanner({ program: join(dir, 'no-such-scanimage') });
    expect(await scanner.list()).toEqual({ ok: false, failure: { code: 'scanner.noTool' } });
    expect(await scanner.scan('test:0')).toEqual({ ok: false, failure: { code: 'scanner.noTool' } });
  });
});

describe('scan', () => {
  it('takes one page from the glass of a device without a feeder', async () => {
    const result = await createSaneScanner(pnm).scan('pnm:0');
    expect(result.ok && result.value.map((p) => [p.mime, p.width, p.height])).toEqual([
      ['image/png', 64, 90],
    ]);
  });

  it('takes every page of the feeder, in order, at archive resolution, and leaves no file', async () => {
    const result = await createSaneScanner(test).scan('test:0');
    if (!result.ok) throw new Error(result.failure.code);
    expect(result.value).toHaveLength(10);
    // The test back-end's sheet is 80 × 100 mm: at 200 dpi about 630 × 787 pixels.
    expect(result.value[0]?.width).toBeGreaterThan(600);
    expect(result.value.every((p) => p.bytes.length > 500)).toBe(true);
    expect(await leftovers()).toEqual([]);
  });

  it.each([
    ['SANE_STATUS_JAMMED', 'scanner.jammed'],
    ['SANE_STATUS_COVER_OPEN', 'scanner.coverOpen'],
    ['SANE_STATUS_DEVICE_BUSY', 'scanner.busy'],
    ['SANE_STATUS_NO_DOCS', 'scanner.empty'],
    ['SANE_STATUS_IO_ERROR', 'scanner.failed'],
    ['SANE_STATUS_ACCESS_DENIED', 'scanner.failed'],
    ['SANE_STATUS_EOF', 'scanner.failed'],
  ])('%s is %s, and leaves no file', async (status, code) => {
    const result = await withOptions('--read-return-value', status).scan('test:0');
    expect(result).toMatchObject({ ok: false, failure: { code } });
    expect(await leftovers()).toEqual([]);
  });

  it.each(['nosuch:0', 'test:99', '--help', '', 'a\nb'])('%j is absent', async (id) => {
    expect(await createSaneScanner(test).scan(id)).toEqual({
      ok: false,
      failure: { code: 'scanner.absent' },
    });
  });

  it('ends a scan that makes no progress', async () => {
    const program = join(dir, 'hangs');
    await writeFile(program, '#!/bin/sh\nexec sleep 600\n');
    await chmod(program, 0o755);
    const scanner = createSaneScanner({ program, askTimeoutMs: 50, idleTimeoutMs: 50 });
    expect(await scanner.scan('test:0')).toEqual({ ok: false, failure: { code: 'scanner.failed' } });
  });

  it('ends a slow but real scan when the bound is shorter', async () => {
    const options = [
      '--read-delay=yes',
      '--read-delay-duration',
      '200000',
      '--read-limit=yes',
      '--read-limit-size',
      '1',
    ];
    const scanner = createSaneScanner({
      ...test,
      idleTimeoutMs: 300,
      deviceOptions: { test: [...base, ...options] },
    });
    expect(await scanner.scan('test:0')).toEqual({ ok: false, failure: { code: 'scanner.failed' } });
    expect(await leftovers()).toEqual([]);
  });
});
