import type { FailureTexts } from './failure-texts.ts';

type Codes =
  | 'idReader.absent'
  | 'idReader.noCard'
  | 'idReader.badAnswer'
  | 'page.notFound'
  | 'page.damaged'
  | 'page.tooLarge'
  | 'page.notAnImage'
  | 'page.pdfWithScript'
  | 'page.typeMismatch'
  | 'scanner.absent'
  | 'scanner.noTool'
  | 'scanner.empty'
  | 'scanner.jammed'
  | 'scanner.coverOpen'
  | 'scanner.busy'
  | 'scanner.failed'
  | 'still.noTool'
  | 'still.noDevice'
  | 'printer.absent'
  | 'printer.failed'
  | 'receipt.glyphMissing';

export const deviceText: FailureTexts<Codes> = {
  'idReader.absent': () => ({ title: '没有找到身份证读卡器。', doNow: '请插好读卡器；也可以手工填写。' }),
  'idReader.noCard': () => ({
    title: '读卡器上没有身份证。',
    doNow: '请把身份证平放在读卡器上，再点“读身份证”。',
  }),
  'idReader.badAnswer': () => ({
    title: '身份证没有读完整。',
    doNow: '请把身份证拿开再放上去；还不行请手工填写。',
  }),
  'page.notFound': () => ({ title: '找不到这一页。', doNow: '它可能已被删除，请刷新后再看。' }),
  'page.damaged': () => ({ title: '这一页的文件损坏了，打不开。', doNow: '请重新拍这一页，并告诉管理员。' }),
  'page.tooLarge': ({ maxBytes }) => ({
    title: `这一页超过了 ${Math.floor(maxBytes / 1024 / 1024)} MB。`,
    doNow: '请降低清晰度后重新拍。',
  }),
  // Also for a PDF that is broken or locked by a password, and a picture that is cut off.
  'page.notAnImage': () => ({
    title: '这个文件打不开，没有收下。',
    doNow: '请选完好的 JPG、PNG 图片或没有密码的 PDF；也可以拍照或扫描。',
  }),
  'page.pdfWithScript': () => ({
    title: '这个 PDF 里带有程序，为安全起见没有收下。',
    doNow: '请打印后扫描，或者拍照。',
  }),
  'page.typeMismatch': () => ({
    title: '文件的内容和它的类型不一致，没有收下。',
    doNow: '请重新拍照或扫描。',
  }),
  'scanner.absent': () => ({ title: '没有找到扫描仪。', doNow: '请检查电源和连线；也可以用摄像头拍。' }),
  'scanner.noTool': () => ({
    title: '这台电脑没有装扫描程序。',
    doNow: '请让管理员安装；现在可以用摄像头拍。',
  }),
  'scanner.empty': () => ({ title: '扫描仪里没有纸。', doNow: '请放好纸，再点一次扫描。' }),
  'scanner.jammed': () => ({ title: '扫描仪卡纸了。', doNow: '请打开盖子取出卡住的纸，再扫一次。' }),
  'scanner.coverOpen': () => ({ title: '扫描仪的盖子没有关好。', doNow: '请关好盖子，再扫一次。' }),
  'scanner.busy': () => ({ title: '扫描仪正在忙。', doNow: '请等它停下来，再扫一次。' }),
  'scanner.failed': () => ({ title: '这次扫描没有成功。', doNow: '请把扫描仪关掉再打开，然后再试。' }),
  'still.noTool': () => ({ title: '这台电脑没有装拍照程序。', doNow: '请用页面上的摄像头拍，或者扫描。' }),
  'still.noDevice': () => ({ title: '没有找到拍照设备。', doNow: '请检查连线；也可以扫描或选文件。' }),
  'printer.absent': () => ({ title: '没有找到打印机。', doNow: '请接好打印机；也可以先保存回执文件。' }),
  'printer.failed': () => ({ title: '打印没有成功。', doNow: '请检查纸和墨，再打一次。' }),
  'receipt.glyphMissing': ({ characters }) => ({
    title: `有字印不出来：${characters}。`,
    doNow: '请让管理员安装字体；申请本身不受影响。',
  }),
};
