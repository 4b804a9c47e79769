// `npm start`: installs, builds, starts the district server and the app, says which host it picked and why.
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { ensurePackages, projectNode, root } from './ensure-packages.mjs';
import { buildIfStale } from './start/build-if-stale.mjs';
import { NotStarted, startAndWait, startChild, stopAll } from './start/children.mjs';
import { electronBinary, fetchElectron } from './start/electron-binary.mjs';
import { hasBrowser, hasDisplay, listParts } from './start/parts.mjs';

const dataDir = path.resolve(process.env.NUANCHUANG_DATA ?? path.join(os.homedir(), '.nuanchuang'));
const electronWait = Number(process.env.NUANCHUANG_ELECTRON_WAIT ?? 30);
const flags = ['--disable-warning=ExperimentalWarning'];
let stopping = false;

async function stop(code) {
  if (stopping) return;
  stopping = true;
  await stopAll();
  process.exit(code);
}

/** The usual port, so that half-sent files find their place again; any other when it is taken. */
function freePort(usual) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(0));
    probe.listen(usual, '127.0.0.1', () => probe.close(() => resolve(usual)));
  });
}

function makeDataDir() {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new NotStarted(`数据文件夹 ${dataDir} 不能读写，请检查权限，或用 NUANCHUANG_DATA 换一个`);
  }
}

async function pickHost(node) {
  if (process.env.NUANCHUANG_ELECTRON === 'off') return { reason: '已设置不用 Electron' };
  if (!hasDisplay()) return { reason: '没有显示器，无窗口运行' };
  const here = electronBinary(root);
  if (here) return { electron: here, reason: '本机已有 Electron' };
  console.log(`正在获取 Electron（最多等 ${electronWait} 秒）…`);
  const fetched = await fetchElectron(root, node, electronWait);
  if (fetched) return { electron: fetched, reason: '刚刚获取了 Electron' };
  return { reason: '取不到 Electron，改用本机浏览器' };
}

async function main() {
  await ensurePackages();
  const node = projectNode();
  buildIfStale(root, node);
  makeDataDir();
  for (const part of listParts(root))
    console.log(`${part.ok ? '✓' : '✗'} ${part.name}${part.ok ? '' : `：${part.remedy}`}`);

  const entry = (name, file, env, args = []) => ({
    name,
    command: node,
    args: [...flags, file, ...args],
    env,
    logFile: path.join(dataDir, `${path.basename(path.dirname(file))}.log`),
  });
  await checkSettings(entry);
  const matching = await departments(entry);
  console.log('正在启动区级服务器…');
  const district = await startAndWait(
    entry('区级服务器', 'district/start.ts', {
      DISTRICT_DATA: path.join(dataDir, 'district'),
      DISTRICT_PORT: String(await freePort(8450)),
      DISTRICT_WITH_PARENT: '1',
      DISTRICT_MATCHING: matching,
    }),
    (m) => m.listening,
    60,
  );
  district.child.on('exit', (code) => {
    if (!stopping) console.error(`区级服务器意外停止（${code}），窗口可以继续离线办理`);
  });
  console.log(`✓ 区级服务器 ${district.message}`);
  await startApp(node, entry, district.message, await cardReader(entry));
}

/** Before anything runs: what is set wrong is said at once, and nothing has to be ended again. */
async function checkSettings(entry) {
  const checked = (m) => m.checked;
  const data = { NUANCHUANG_DATA: dataDir, NUANCHUANG_DISTRICT: 'http://127.0.0.1' };
  const district = { DISTRICT_DATA: path.join(dataDir, 'district') };
  await Promise.all([
    startAndWait(entry('应用', 'loopback/check-settings.ts', data), checked, 60),
    startAndWait(entry('区级服务器', 'district/check-config.ts', district), checked, 60),
  ]);
}

/** Real departments when they are configured; otherwise a simulator of all of them with fictional people. */
async function departments(entry) {
  if (process.env.DISTRICT_MATCHING) return process.env.DISTRICT_MATCHING;
  const simulate = (port) =>
    startAndWait(
      entry('部门核对模拟器', 'cli/matching-simulator.ts', {}, ['--port', String(port), '--with-parent']),
      (m) => m.listening,
      60,
    );
  // Another start may take the port between our look and the simulator's.
  const simulator = await simulate(await freePort(8470)).catch((error) => {
    if (stopping) throw error;
    return simulate(0);
  });
  const shipped = readFileSync(path.join(root, 'assets/matching/demo-config.json'), 'utf8');
  const file = path.join(dataDir, 'matching-demo.json');
  writeFileSync(file, shipped.replaceAll('http://127.0.0.1:8470', simulator.message));
  console.log('✓ 部门核对模拟器（虚构的数据）；真部门请设 DISTRICT_MATCHING');
  return file;
}

/** A real reader's service when it is named; otherwise a simulator with fictional cards. */
async function cardReader(entry) {
  if (process.env.NUANCHUANG_ID_READER) return process.env.NUANCHUANG_ID_READER;
  const simulator = await startAndWait(
    entry('读卡器模拟器', 'cli/id-reader-simulator.ts', {}),
    (m) => m.listening,
    20,
  );
  console.log('✓ 读卡器模拟器（虚构的身份证）；真读卡器请设 NUANCHUANG_ID_READER');
  return simulator.message;
}

async function startApp(node, entry, districtUrl, readerUrl) {
  const host = await pickHost(node);
  const env = {
    NUANCHUANG_DATA: path.join(dataDir, 'station'),
    NUANCHUANG_DISTRICT: districtUrl,
    NUANCHUANG_ID_READER: readerUrl,
    NUANCHUANG_HOST_REASON: host.reason,
  };
  console.log(`宿主：${host.electron ? 'Electron' : '本机浏览器（loopback）'}，原因：${host.reason}`);
  if (host.electron) {
    const shell = startChild({ name: 'Electron', command: host.electron, args: ['.'], env });
    shell.on('exit', (code) => void stop(code ?? 0));
    return;
  }
  const window = hasDisplay() && hasBrowser() ? 'open' : 'none';
  const app = await startAndWait(
    entry('应用', 'loopback/serve.ts', { ...env, NUANCHUANG_WINDOW: window }),
    (m) => (m.event === 'listening' ? m : undefined),
    60,
  );
  app.child.on('exit', (code) => void stop(code ?? 0));
  if (window === 'open' && !app.message.window) console.log('✗ 窗口打不开：浏览器没有启动');
  if (app.message.address) console.log(`请在浏览器打开（只能用一次）：\n  ${app.message.address}`);
  else console.log('✓ 窗口已打开。按 Ctrl+C 停止。');
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
main().catch((error) => {
  // What ended because we were told to stop did not fail.
  if (stopping) return;
  // One sentence, never a stack: whoever sits here can act on the words only.
  console.error(
    `✗ ${error instanceof NotStarted ? error.message : `没能启动：${String(error?.message ?? error).split('\n')[0]}`}`,
  );
  void stop(1);
});
