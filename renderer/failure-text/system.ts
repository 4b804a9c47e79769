import { formatChinese, shanghaiDate } from '../../domain/values/iso-date.ts';
import type { FailureTexts } from './failure-texts.ts';

type Codes =
  | 'internal'
  | 'call.malformed'
  | 'call.unknown'
  | 'call.tooLarge'
  | 'call.notInThisMode'
  | 'session.none'
  | 'session.notAllowed'
  | 'session.wrongPassword'
  | 'session.lockedOut'
  | 'session.roleExpired'
  | 'session.firstLoginNeedsNetwork'
  | 'session.offlineExpired'
  | 'session.wrongArea'
  | 'vault.locked'
  | 'vault.exists'
  | 'vault.missing'
  | 'vault.wrongPassphrase'
  | 'vault.weakPassphrase'
  | 'vault.damaged'
  | 'database.newer'
  | 'database.damaged'
  | 'storage.full'
  | 'setup.done'
  | 'district.unreachable'
  | 'district.answeredBadly'
  | 'district.certificate'
  | 'calendar.unpublished'
  | 'calendar.unreadable'
  | 'calendar.noKey'
  | 'calendar.badSignature'
  | 'calendar.notNewer'
  | 'outbox.notFound'
  | 'sync.clockAhead';

const mebibytes = (bytes: number): string => `${Math.floor(bytes / 1024 / 1024)} MB`;

export const systemText: FailureTexts<Codes> = {
  internal: ({ errorId }) =>
    errorId === 'connection.lost'
      ? { title: '连接断开，正在重连。', doNow: '已填的内容都在，连上后会自动保存，请稍等。' }
      : {
          title: '程序出了意外，这一步没有完成。',
          doNow: `已保存的内容不受影响，请再试一次；还不行请把编号 ${errorId} 告诉管理员。`,
        },
  'sync.clockAhead': ({ serverTime }) => ({
    title: `这台电脑的日期走快了，区里现在是 ${formatChinese(shanghaiDate(serverTime))}。`,
    doNow: '内容还在，没有丢。请先把电脑的日期和时间改对，等到了办理时写的那一天再点“重试”。',
  }),
  'call.malformed': () => ({ title: '有内容不符合要求，没有保存。', doNow: '请检查刚填的内容，再试一次。' }),
  'call.unknown': () => ({ title: '页面和程序版本不一致。', doNow: '请关闭暖窗后重新打开。' }),
  'call.tooLarge': ({ maxBytes }) => ({
    title: `内容太大，超过了 ${mebibytes(maxBytes)}。`,
    doNow: '请分成几页，或者降低清晰度后再试。',
  }),
  'call.notInThisMode': () => ({ title: '这台设备上不能做这件事。', doNow: '请到窗口的工作电脑上办理。' }),
  'session.none': () => ({ title: '登录已经结束。', doNow: '请重新登录，已保存的内容都在。' }),
  'session.notAllowed': () => ({
    title: '您的账号不能做这件事。',
    doNow: '请换有权限的同事来办，或者联系管理员。',
  }),
  'session.wrongPassword': ({ attemptsLeft }) => ({
    title: '用户名或密码不对。',
    doNow: `请再输一次，还可以试 ${attemptsLeft} 次。`,
  }),
  'session.roleExpired': ({ until }) => ({
    title: `您的岗位到 ${until} 为止，不能登录。`,
    doNow: '请联系管理员延长岗位。',
  }),
  'session.lockedOut': ({ until }) => ({
    title: '密码错误次数太多，账号暂时锁住了。',
    doNow: `请在 ${new Date(until).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' })} 之后再试。`,
  }),
  'session.firstLoginNeedsNetwork': () => ({
    title: '第一次在这台电脑上登录需要联网。',
    doNow: '请接通网络后再登录；登录过一次以后，断网也能用。',
  }),
  'session.offlineExpired': ({ days }) => ({
    title: `已经超过 ${days} 天没有联网登录。`,
    doNow: '请接通网络后登录一次。',
  }),
  'session.wrongArea': () => ({
    title: '这个账号不属于这台电脑所在的镇街。',
    doNow: '请用本镇街的账号登录。',
  }),
  'vault.locked': () => ({ title: '这台电脑的数据还锁着。', doNow: '请先输入开机口令。' }),
  'vault.exists': () => ({ title: '这台电脑已经设置过口令。', doNow: '请直接输入原来的口令。' }),
  'vault.missing': () => ({ title: '这台电脑还没有设置口令。', doNow: '请先设置一个口令。' }),
  'vault.wrongPassphrase': () => ({ title: '口令不对。', doNow: '请检查大小写和输入法后再输一次。' }),
  'vault.weakPassphrase': ({ minLength }) => ({
    title: '口令太短。',
    doNow: `请至少用 ${minLength} 个字符。`,
  }),
  'vault.damaged': () => ({
    title: '保存密钥的文件坏了，打不开数据。',
    doNow: '请不要重装，联系管理员用备份恢复。',
  }),
  'database.newer': () => ({
    title: '这些数据是更新版本的暖窗写的，这个版本打不开。',
    doNow: '请安装新版本的暖窗，数据没有被改动。',
  }),
  'database.damaged': () => ({ title: '本机的数据库坏了。', doNow: '请不要重装，联系管理员用备份恢复。' }),
  'storage.full': ({ freeBytes }) => ({
    title: `磁盘满了，只剩 ${mebibytes(freeBytes)}，刚才的内容没有存上。`,
    doNow: '请清理磁盘，然后再试一次；页面先不要关。',
  }),
  'setup.done': () => ({ title: '演示数据已经载入过。', doNow: '请用已有的账号登录。' }),
  'district.unreachable': () => ({
    title: '连不上区里的服务器。',
    doNow: '可以先继续办，连上以后会自动上传；一直连不上请检查网线。',
  }),
  'district.answeredBadly': ({ status }) => ({
    title: '区里的服务器回答不正常。',
    doNow: `请过一会儿再试；还不行请把代码 ${status} 告诉管理员。`,
  }),
  'district.certificate': () => ({
    title: '区里服务器的证书不对，为安全起见没有连接。',
    doNow: '请联系管理员检查证书和电脑时间。',
  }),
  'calendar.unreadable': () => ({
    title: '这个文件不是区里发的工作日历。',
    doNow: '请换一个文件。',
  }),
  'calendar.noKey': () => ({
    title: '这台电脑还没有连过区里，认不出区里的签名。',
    doNow: '请先联网登录一次，再导入。',
  }),
  'calendar.badSignature': () => ({
    title: '这份节假日安排不是区里发的，或者被改过，没有采用。',
    doNow: '请向区民政局重新要一份。现在用的安排没有变。',
  }),
  'calendar.notNewer': () => ({
    title: '这份节假日安排比现在用的旧，没有采用。',
    doNow: '不用再导入，现在用的就是较新的。',
  }),
  'calendar.unpublished': ({ year }) => ({
    title: `${year} 年的放假安排还没有公布，算不出到期日。`,
    doNow: '可以继续办，日历更新后会自动算出。',
  }),
  'outbox.notFound': () => ({ title: '这一项已经不在等待上传的清单里。', doNow: '请刷新清单再看。' }),
};
