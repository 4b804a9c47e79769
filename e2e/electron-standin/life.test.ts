import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchOnStandin } from './launch.ts';
import { shellBed, type ShellBed } from './shell-bed.ts';

/* Shell logic on Chromium: start, second start, crash, quit. */

let bed: ShellBed;
beforeAll(async () => {
  bed = await shellBed();
});
afterAll(() => bed.close());

test('the core is closed before the program goes, with 0', async () => {
  const app = await bed.launch();
  await app.quit();
  expect(await app.exited).toBe(0);
  expect([...app.log().matchAll(/"(closed|will-quit)"/g)].map(([, what]) => what)).toEqual([
    'closed',
    'will-quit',
  ]);
});

test('closing the window quits the program; closing a kiosk does not', async () => {
  const plain = await bed.launch();
  await plain.closeWindow();
  expect(await plain.exited).toBe(0);

  const kiosk = await bed.launch({ args: ['--mode=kiosk'] });
  await kiosk.closeWindow();
  const { windows } = await kiosk.describe();
  expect(windows).toMatchObject([{ kiosk: true }]);
  await kiosk.quit();
  expect(await kiosk.exited).toBe(0);
});

test('a second start gives way and brings the first to the front', async () => {
  const userData = bed.freshUserData();
  const first = await bed.launch({ userData });
  const env = { NUANCHUANG_DISTRICT: 'http://127.0.0.1:9' };
  await expect(launchOnStandin({ dist: bed.dist, userData, env })).rejects.toThrow('ended with 0');
  await expect.poll(async () => (await first.describe()).focused).toBe(1);
});

test('a page whose process is gone is opened again, as another client of the core', async () => {
  const app = await bed.launch();
  await app.crash();
  await expect
    .poll(async () => (await app.describe()).windows.map(({ contentsId }) => contentsId))
    .toEqual([2]);
  await app.waitFor('globalThis.ready === true');
  const client = await app.evaluate(
    `nuanchuang.call({ id: 1, name: 'test.echo', input: {} }).then((reply) => reply.envelope.output.clientId)`,
  );
  expect(client).toBe('window-2');
  expect(app.log()).toContain('page.gone');
});

test('wrong settings end the start with their name', async () => {
  const options = {
    dist: bed.dist,
    userData: bed.freshUserData(),
    env: { NUANCHUANG_DISTRICT: 'file:///etc' },
  };
  await expect(launchOnStandin(options)).rejects.toThrow('districtUrl');
});
