import { z } from 'zod';

/** What a process that could not start says on stdout, in one line of JSON, before it ends. */
export const StartFailure = z.strictObject({
  event: z.literal('failed'),
  code: z.string(),
  /** One plain sentence with what to do about it. */
  reason: z.string(),
});
export type StartFailure = z.infer<typeof StartFailure>;

const reasons = {
  'folder.inUse': '这台电脑上暖窗已经打开，请用已经打开的窗口。',
  'folder.notWritable': '数据文件夹不能读写，请检查它的权限。',
  'database.newer': '这里的数据是较新版本的暖窗写的，请先更新程序。数据没有动。',
  'data.unreadable': '数据和钥匙对不上，打不开。数据没有动，请联系管理员恢复钥匙文件。',
  'storage.full': '磁盘满了，请清理以后再打开。',
  'port.taken': '要用的端口被别的程序占着，请关掉那个程序，或者换一个端口。',
  'port.refused': '系统不让用这个端口，请换一个端口。',
  'config.invalid': '设置有误，请检查后再打开',
  'start.failed': '没能启动，请重新打开；仍不行请联系管理员。',
} as const;
type Code = keyof typeof reasons;

const byName: Record<string, Code> = {
  FolderInUse: 'folder.inUse',
  DatabaseNewer: 'database.newer',
  StorageFull: 'storage.full',
  KeyFileDamaged: 'data.unreadable',
};
const byErrorCode: Record<string, Code> = {
  EADDRINUSE: 'port.taken',
  EACCES: 'folder.notWritable',
  EPERM: 'folder.notWritable',
  EROFS: 'folder.notWritable',
  ENOTDIR: 'folder.notWritable',
  EEXIST: 'folder.notWritable',
  SQLITE_CANTOPEN: 'folder.notWritable',
  SQLITE_READONLY: 'folder.notWritable',
  ENOSPC: 'storage.full',
  SQLITE_FULL: 'storage.full',
  SQLITE_NOTADB: 'data.unreadable',
};

/** Why a start failed, in words for the person at the machine; looks through the causes of an error. */
export function startFailure(error: unknown): StartFailure {
  const { code, detail } = known(error) ?? { code: 'start.failed' as const, detail: null };
  return { event: 'failed', code, reason: detail ? `${reasons[code]}：${detail}` : reasons[code] };
}

const Shape = z.object({
  name: z.string().optional(),
  code: z.string().optional(),
  syscall: z.string().optional(),
  message: z.string().optional(),
  cause: z.unknown().optional(),
});

function known(error: unknown): { code: Code; detail: string | null } | null {
  const parsed = Shape.safeParse(error);
  if (!parsed.success) return null;
  const { name = '', code = '', syscall, message = '', cause } = parsed.data;
  const config = /^config\.\w+: (.+)/.exec(message)?.[1];
  if (config) return { code: 'config.invalid', detail: config };
  if (syscall === 'listen' && code === 'EACCES') return { code: 'port.refused', detail: null };
  const found = byName[name] ?? byErrorCode[code];
  return found ? { code: found, detail: null } : known(cause);
}
