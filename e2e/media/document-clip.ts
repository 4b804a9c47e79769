import { writeClip, type Painter } from './clip-file.ts';

const WIDTH = 1920;
const HEIGHT = 1080;
/** An A4 page, pixels, its middle in the middle of the picture, turned by four degrees. */
const PAGE = { width: 650, height: 919, turn: 0.07 };

const TEXT = [
  '收入情况说明（示例）',
  '',
  '本人张示例，住九龙坡区示例镇示例村一组，',
  '家中共有两口人，靠务农和打零工生活。',
  '上一年全家总收入一万二千三百元，其中：',
  '一、务农收入四千三百元；',
  '二、零工收入八千元。',
  '以上情况属实，特此说明。',
  '',
  '说明人：张示例',
  '二〇二五年三月十日',
];

interface Sheet {
  readonly page: typeof PAGE;
  readonly text: readonly string[];
}

const paintPage: Painter<Sheet> = (context, phase, _source, { page, text }) => {
  const { width, height } = context.canvas;
  const table = context.createLinearGradient(0, 0, width, height);
  table.addColorStop(0, '#3b2a20');
  table.addColorStop(1, '#2a1e18');
  context.fillStyle = table;
  context.fillRect(0, 0, width, height);
  // the wood's grain; it flickers a little as a sensor does
  for (let y = 0; y < height; y += 9) {
    context.fillStyle = `rgba(90,66,50,${0.08 + 0.05 * Math.sin(y * 12.9 + phase * 6.28)})`;
    context.fillRect(0, y, width, 3);
  }
  context.translate(width / 2, height / 2);
  context.rotate(page.turn);
  context.shadowColor = 'rgba(0,0,0,.6)';
  context.shadowBlur = 18;
  context.fillStyle = '#f4f2ec';
  context.fillRect(-page.width / 2, -page.height / 2, page.width, page.height);
  context.shadowColor = 'transparent';
  context.fillStyle = '#222';
  text.forEach((line, i) => {
    context.font = `${i === 0 ? 34 : 25}px "Noto Sans CJK SC", sans-serif`;
    context.textAlign = i === 0 ? 'center' : 'left';
    context.fillText(line, i === 0 ? 0 : -page.width / 2 + 62, -page.height / 2 + 110 + i * 58);
  });
};

/** Top left, top right, bottom right, bottom left of the page in the picture, pixels. */
export function documentCorners(): readonly (readonly [number, number])[] {
  const [cos, sin] = [Math.cos(PAGE.turn), Math.sin(PAGE.turn)];
  const corner = (sx: number, sy: number): [number, number] => {
    const [x, y] = [(sx * PAGE.width) / 2, (sy * PAGE.height) / 2];
    return [WIDTH / 2 + x * cos - y * sin, HEIGHT / 2 + x * sin + y * cos];
  };
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

/** 1920×1080 clip: a white A4 page with fictional text on a dark table, slightly turned. Returns the file. */
export async function buildDocumentClip(outFile: string): Promise<string> {
  const spec = { width: WIDTH, height: HEIGHT, frames: 10 };
  return writeClip(outFile, spec, paintPage, { page: PAGE, text: TEXT });
}
