import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright';

export interface PaperLook {
  /** 1 as lit, 0 black. */
  brightness?: number;
  blurPx?: number;
  lines?: number;
}

/** Paints an A4 page of fictional text in the browser and writes it as JPEG. */
export async function paintPaper(page: Page, file: string, look: PaperLook = {}): Promise<string> {
  const base64 = await page.evaluate(paint, { brightness: 1, blurPx: 0, lines: 24, ...look });
  await writeFile(file, Buffer.from(base64, 'base64'));
  return file;
}

/** Runs in the page. */
function paint({ brightness, blurPx, lines }: Required<PaperLook>): string {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [1240, 1754];
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.filter = `brightness(${String(brightness)}) blur(${String(blurPx)}px)`;
  pen.fillStyle = '#f4f2ec';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#222';
  pen.font = '34px "Noto Sans CJK SC", sans-serif';
  for (let line = 0; line < lines; line += 1)
    pen.fillText(
      `第${String(line + 1)}行：本人张示例，以上情况属实，特此说明（虚构）。`,
      130,
      180 + line * 62,
    );
  return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
}
