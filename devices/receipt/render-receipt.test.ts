import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import QRCode from 'qrcode';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReceiptData } from '../../core/ports/devices.ts';
import { createReceiptRenderer } from './render-receipt.ts';

const renderer = createReceiptRenderer(fileURLToPath(new URL('../../assets/fonts', import.meta.url)));
const name = '张䶮𬭸·示例𫚭';
const data: ReceiptData = {
  townName: '石桥铺街道办事处',
  caseCode: 'JLP-7K3M-250124-0007',
  caseNo: null,
  kindTitle: '最低生活保障（低保）',
  applicantName: name,
  maskedId: '510202********0011',
  householdSize: 3,
  submittedOn: '2025-01-24',
  acceptBy: '2025-01-27',
  clerkName: '李示例',
  documents: [
    { title: '申请书', pages: 1 },
    { title: '身份证、户口簿', pages: 6 },
  ],
  issuedAt: '2025-01-24T02:05:06.007Z',
};

let dir: string;
beforeAll(() => (dir = mkdtempSync(join(tmpdir(), 'receipt-test-'))));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function saved(changes: Partial<ReceiptData> = {}): Promise<string> {
  const result = await renderer.render({ ...data, ...changes });
  if (!result.ok) throw new Error(result.failure.code);
  const file = join(dir, 'receipt.pdf');
  writeFileSync(file, result.value);
  return file;
}
const run = (tool: string, ...args: string[]) => execFileSync(tool, args, { encoding: 'utf8' });
const words = (file: string) => run('pdftotext', '-layout', file, '-');

describe('receipt', () => {
  it('embeds every font', async () => {
    const fonts = run('pdffonts', await saved())
      .trim()
      .split('\n')
      .slice(2);
    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect(font).toMatch(/NotoSansCJKsc-\w+ +CID Type 0C +Identity-H +yes yes yes/);
  });

  it('says everything in words that can be searched', async () => {
    const text = words(await saved());
    const said = [
      '重庆市九龙坡区社会救助申请回执',
      data.caseCode,
      data.kindTitle,
      name,
      data.maskedId,
      '3 人',
    ];
    for (const part of [...said, data.townName, data.clerkName, '2025年1月24日 周五'])
      expect(text).toContain(part);
    expect(text).toContain('我们会在 2025年1月27日 周一 前告诉您是否受理。');
    expect(text).toContain('已收下的材料（2 项，共 7 页）');
    expect(text).toContain('上传到区里后才有');
  });

  it('shows the case number once there is one, and no date where none can be computed', async () => {
    const text = words(
      await saved({ caseNo: '500107-2026-000123', submittedOn: '2026-12-31', acceptBy: null }),
    );
    expect(text).toContain('500107-2026-000123');
    expect(text.replace(/\s/g, '')).toContain(
      '受理期限要等国务院公布2027年放假安排后才能算出，我们会通知您。',
    );
    expect(text).not.toContain('是否受理');
  });

  it('gives equal bytes for equal data', async () => {
    const [a, b] = [await renderer.render(data), await renderer.render(data)];
    expect(a.ok && b.ok && Buffer.from(a.value).equals(b.value)).toBe(true);
  });

  it('continues on numbered pages when there are many materials', async () => {
    const documents = Array.from({ length: 40 }, (_, i) => ({ title: `材料 ${i + 1}`, pages: 1 }));
    const text = words(await saved({ documents }));
    expect(
      text
        .split('\f')
        .filter((page) => page.trim() !== '')
        .map((page) => /第 \d 页，共 \d 页/.exec(page)?.[0]),
    ).toEqual(['第 1 页，共 2 页', '第 2 页，共 2 页']);
    expect(text).toContain('材料 40');
  });

  it('keeps the name out of the file information', async () => {
    const info = run('pdfinfo', await saved());
    expect(info).toContain('重庆市九龙坡区社会救助申请回执');
    expect(info).not.toContain('示例');
  });

  it('carries a QR code that a camera sees whole: dark and light where the standard puts them', async () => {
    run('pdftoppm', '-r', '200', '-gray', await saved(), join(dir, 'page'));
    const picture = readFileSync(join(dir, 'page-1.pgm'));
    const [, columns = '', rows = ''] =
      /^P5\n(\d+) (\d+)\n255\n/.exec(picture.toString('latin1', 0, 32)) ?? [];
    const at = (x: number, y: number) =>
      picture[picture.length - Number(columns) * Number(rows) + y * Number(columns) + x];
    const { modules } = QRCode.create(data.caseCode, { errorCorrectionLevel: 'M' });
    const scale = 200 / 72;
    const step = 104 / (modules.size + 8);
    const [left, top] = [595.28 - 50 - 104 + 14 + 4 * step, 50 - 10 + 4 * step];
    for (let row = 0; row < modules.size; row += 1) {
      for (let col = 0; col < modules.size; col += 1) {
        const grey = at(
          Math.round((left + (col + 0.5) * step) * scale),
          Math.round((top + (row + 0.5) * step) * scale),
        );
        expect([row, col, (grey ?? 0) < 128]).toEqual([row, col, Boolean(modules.get(row, col))]);
      }
    }
  });
});

describe('characters no font has', () => {
  it.each([
    [{ applicantName: '张\u{30001}例' }, '\u{30001}'],
    [{ documents: [{ title: '身份证\uE001\uE002', pages: 1 }] }, '\uE001\uE002'],
    [{ clerkName: '李한' }, '한'],
    [{ clerkName: '李\ud800' }, '\ud800'],
    [{ townName: '街道\u0007' }, '\u0007'],
  ])('%j is refused by name, never drawn as a box', async (changes, characters) => {
    expect(await renderer.render({ ...data, ...changes })).toEqual({
      ok: false,
      failure: { code: 'receipt.glyphMissing', data: { characters } },
    });
  });
});
