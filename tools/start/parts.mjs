// Looks for the parts around the app and names each missing one with its remedy. Nothing here stops the start.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((dir) => existsSync(path.join(dir, name)) || existsSync(path.join(dir, `${name}.exe`)));

const linux = process.platform === 'linux';
const browsers = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const installed = [
  '/Applications/Google Chrome.app',
  '/Applications/Microsoft Edge.app',
  `${process.env.ProgramFiles}\\Google\\Chrome\\Application\\chrome.exe`,
  `${process.env['ProgramFiles(x86)']}\\Microsoft\\Edge\\Application\\msedge.exe`,
];

export const hasDisplay = () => !linux || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
export const hasBrowser = () =>
  Boolean(process.env.NUANCHUANG_BROWSER) ||
  browsers.some(onPath) ||
  installed.some((file) => existsSync(file));
const hasCamera = () =>
  !linux || (existsSync('/dev') && readdirSync('/dev').some((name) => /^video\d+$/.test(name)));

/** Each part: found or not, and what to do when not. */
export function listParts(root) {
  return [
    {
      name: '浏览器',
      ok: hasBrowser(),
      remedy: linux ? '安装 Chromium：apt-get install chromium' : '安装 Chrome 或 Edge',
    },
    { name: '摄像头', ok: hasCamera(), remedy: '接上摄像头；没有也能办，材料用扫描或文件，人脸改为人工核验' },
    {
      name: '扫描仪',
      ok: onPath('scanimage'),
      remedy: linux ? '安装 SANE：apt-get install sane-utils' : '本机不支持 SANE 扫描，请用摄像头或文件',
    },
    {
      name: '打印',
      ok: onPath('lp'),
      remedy: linux
        ? '安装打印系统：apt-get install cups-client；没有也能把回执存成 PDF'
        : '回执请存成 PDF 再打印',
    },
    {
      name: '中文字体',
      ok: existsSync(path.join(root, 'assets', 'fonts')),
      remedy: '重新获取程序文件：缺少 assets/fonts',
    },
  ];
}
