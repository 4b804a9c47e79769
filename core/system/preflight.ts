import type { OutputOf } from '../../contract/commands.ts';
import { filesOf, today, type CoreContext } from '../context.ts';
import { minFreeBytes } from '../documents/free-space.ts';

type Part = OutputOf<'system.preflight'>['parts'][number];

/** Each part green, or named with what to do about it; a part that throws is reported, not hidden. */
export async function preflight(core: CoreContext): Promise<Part[]> {
  return Promise.all([
    part('disk', () => disk(core)),
    part('server', () => server(core)),
    part('scanner', () => scanner(core)),
    part('idReader', async () =>
      present(await core.ports.idReader.present(), '未连接身份证阅读器，可手工录入'),
    ),
    part('printer', async () =>
      present(await core.ports.printer.present(), '没有可用的打印机，可保存回执文件'),
    ),
    part('still', async () =>
      present(await core.ports.still.present(), '未找到拍照工具或摄像头，可用浏览器摄像头'),
    ),
    part('calendar', async () => calendar(core)),
    part('fonts', async () => present(core.ports.host.fontsOk, '缺少中文字体，请安装 Noto CJK 字体')),
  ]);
}

type Finding = { ok: boolean; detail: string };

async function part(name: Part['part'], check: () => Promise<Finding>): Promise<Part> {
  try {
    return { part: name, ...(await check()) };
  } catch {
    return { part: name, ok: false, detail: '检查时出错，请联系管理员' };
  }
}

const present = (ok: boolean, remedy: string): Finding => ({ ok, detail: ok ? '正常' : remedy });

async function disk(core: CoreContext): Promise<Finding> {
  if ((await core.ports.vault.status()) !== 'open') return { ok: false, detail: '尚未检查：数据还没有解锁' };
  const free = await filesOf(core).freeBytes();
  const text = `剩余 ${Math.floor(free / 1e6)} MB`;
  return free < minFreeBytes ? { ok: false, detail: `${text}，请清理磁盘` } : { ok: true, detail: text };
}

async function server(core: CoreContext): Promise<Finding> {
  const status = await core.ports.district.status();
  if (status.ok) return { ok: true, detail: '正常' };
  switch (status.failure.code) {
    case 'district.certificate':
      return { ok: false, detail: '区级服务器的证书不可信，请联系管理员' };
    case 'district.answeredBadly':
      return { ok: false, detail: '区级服务器应答异常，数据先存本机，恢复后自动上传' };
    default:
      return { ok: false, detail: '连不上区级服务器，数据先存本机，联网后自动上传' };
  }
}

async function scanner(core: CoreContext): Promise<Finding> {
  const list = await core.ports.scanner.list();
  if (!list.ok) return { ok: false, detail: '扫描工具不可用，可改用拍照或选择文件' };
  return present(list.value.length > 0, '未找到扫描仪，可改用拍照或选择文件');
}

function calendar(core: CoreContext): Finding {
  const year = today(core.ports).slice(0, 4);
  return present(year in core.ports.calendar, `${year} 年的工作日历尚未导入，期限暂不能计算`);
}
