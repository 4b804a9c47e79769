import { randomBytes } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DistrictLink } from '../../core/ports/district.ts';
import { createDistrictLink } from './create-district-link.ts';
import { startCuttingProxy, type CuttingProxy } from './testing/cutting-proxy.ts';
import { startDistrictProcess, type DistrictProcess } from './testing/district-process.ts';
import { demoPeople, newCase, sha256, valueOf, type Who } from './testing/station-items.ts';

const MB = 1024 * 1024;
const noProgress = (): void => undefined;

describe('uploads over a line that breaks', () => {
  let district: DistrictProcess;
  let direct: DistrictLink;
  let clerk: Who;
  let proxy: CuttingProxy;
  let link: DistrictLink;
  beforeAll(async () => {
    district = await startDistrictProcess();
    direct = createDistrictLink({ baseUrl: district.url });
    ({ clerk } = await demoPeople(direct));
    proxy = await startCuttingProxy(district.url);
    link = createDistrictLink({ baseUrl: proxy.url, timeoutMs: 10_000 });
  });
  afterAll(async () => {
    await proxy.close();
    await district.remove();
  });

  /** Uploads until the wire is cut; returns the address kept for the next try. */
  const cutUpload = async (bytes: Uint8Array, after: number): Promise<string> => {
    let uploadUrl = '';
    proxy.reset();
    proxy.cutAfter(after);
    const file = { digest: sha256(bytes), mime: 'image/jpeg', bytes, uploadUrl: null };
    const result = await link.upload(clerk.token, file, (state) => (uploadUrl = state.uploadUrl));
    expect(result).toEqual({ ok: false, failure: { code: 'district.unreachable' } });
    proxy.cutAfter(null);
    proxy.reset();
    return uploadUrl;
  };
  const resume = (bytes: Uint8Array, uploadUrl: string) =>
    link.upload(clerk.token, { digest: sha256(bytes), mime: 'image/jpeg', bytes, uploadUrl }, noProgress);
  /** Asks the server itself; it answers once the cut request has let go of the upload. */
  const bytesKept = async (uploadUrl: string): Promise<number> => {
    const headers = { authorization: `Bearer ${clerk.token}`, 'tus-resumable': '1.0.0' };
    const url = new URL(new URL(uploadUrl).pathname, district.url);
    const answer = await fetch(url, { method: 'HEAD', headers });
    return Number(answer.headers.get('upload-offset'));
  };
  const stored = async (bytes: Uint8Array): Promise<void> => {
    expect(valueOf(await direct.filesHave(clerk.token, [sha256(bytes)]))).toHaveLength(1);
    valueOf(await direct.push(clerk.token, clerk.deviceId, [newCase(clerk, bytes)]));
    expect(Buffer.from(valueOf(await direct.download(clerk.token, sha256(bytes)))).equals(bytes)).toBe(true);
  };

  it('goes on where it was cut, without sending the first part again', async () => {
    const bytes = randomBytes(8 * MB);
    const uploadUrl = await cutUpload(bytes, 5 * MB);
    valueOf(await resume(bytes, uploadUrl));
    expect(proxy.sentUp()).toBeLessThan(5 * MB);
    expect(proxy.sentUp()).toBeGreaterThan(2 * MB);
    await stored(bytes);
  });

  it('goes on after the server was killed in the middle, at any position', async () => {
    const bytes = randomBytes(6 * MB + 7);
    const uploadUrl = await cutUpload(bytes, 3 * MB + 13);
    const kept = await bytesKept(uploadUrl);
    expect(kept).toBeGreaterThan(0);
    await district.kill9();
    expect(await resume(bytes, uploadUrl)).toEqual({ ok: false, failure: { code: 'district.unreachable' } });
    await district.start();
    proxy.reset();
    valueOf(await resume(bytes, uploadUrl));
    expect(proxy.sentUp()).toBeLessThan(bytes.length - kept + 5000);
    await stored(bytes);
  });

  it('starts anew when the server has lost what it had', async () => {
    const bytes = randomBytes(MB);
    const lost = `${proxy.url}/v1/files/upload/${'0'.repeat(32)}`;
    valueOf(await resume(bytes, lost));
    await stored(bytes);
    const again = randomBytes(MB);
    valueOf(await resume(again, 'https://elsewhere.example/v1/files/upload/../../status'));
    await stored(again);
  });

  it('sends nothing of a file the server has', async () => {
    const bytes = randomBytes(MB);
    valueOf(await resume(bytes, ''));
    proxy.reset();
    valueOf(await resume(bytes, ''));
    expect(proxy.sentUp()).toBeLessThan(2000);
  });

  it('finishes an upload whose last byte arrived but whose check did not end', async () => {
    const bytes = randomBytes(MB);
    const vault = join(district.dataDir, 'files');
    let uploadUrl = '';
    // A file in the place of the folder: every byte arrives, keeping them fails.
    await rename(vault, `${vault}.away`);
    await writeFile(vault, '');
    const file = { digest: sha256(bytes), mime: 'image/png', bytes, uploadUrl: null };
    const failed = await link.upload(clerk.token, file, (state) => (uploadUrl = state.uploadUrl));
    expect(failed).toEqual({ ok: false, failure: { code: 'district.answeredBadly', data: { status: 500 } } });
    expect(valueOf(await link.filesHave(clerk.token, [file.digest]))).toEqual([]);
    await rm(vault);
    await rename(`${vault}.away`, vault);
    proxy.reset();
    valueOf(await resume(bytes, uploadUrl));
    expect(proxy.sentUp()).toBeLessThan(5000);
    await stored(bytes);
  });

  it('removes bytes that do not fit their digest and says so', async () => {
    const digest = sha256(randomBytes(20));
    const file = { digest, mime: 'image/jpeg', bytes: randomBytes(5000), uploadUrl: null };
    const before = (await readdir(join(district.dataDir, 'staging'))).length;
    const result = await link.upload(clerk.token, file, noProgress);
    expect(result).toEqual({ ok: false, failure: { code: 'page.damaged', data: {} } });
    expect(valueOf(await link.filesHave(clerk.token, [digest]))).toEqual([]);
    expect(await readdir(join(district.dataDir, 'staging'))).toHaveLength(before);
  });

  it('refuses a file beyond the limit before its bytes are sent', async () => {
    const bytes = Buffer.alloc(65 * MB);
    proxy.reset();
    const result = await resume(bytes, '');
    expect(result).toEqual({ ok: false, failure: { code: 'page.tooLarge', data: { maxBytes: 64 * MB } } });
    expect(proxy.sentUp()).toBeLessThan(5000);
  });

  it('keeps no readable byte on the disk, on its way or at rest', async () => {
    const marker = Buffer.from('这是一段虚构的可识别文字，不应出现在磁盘上');
    const bytes = Buffer.concat(Array.from({ length: 40_000 }, () => marker));
    const uploadUrl = await cutUpload(bytes, MB);
    await expect(everyFile(district.dataDir)).resolves.not.toContain(marker.toString('latin1'));
    valueOf(await resume(bytes, uploadUrl));
    await stored(bytes);
    const disk = await everyFile(district.dataDir);
    expect(disk.length).toBeGreaterThan(bytes.length);
    for (const text of [marker, Buffer.from('张示例'), Buffer.from('虚构路1号')]) {
      expect(disk).not.toContain(text.toString('latin1'));
    }
  });
});

async function everyFile(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return (await Promise.all(files.map((file) => readFile(file, 'latin1')))).join('\n');
}
