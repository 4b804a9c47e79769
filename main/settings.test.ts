import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { BadSettings, readSettings, settingsFile } from './settings.ts';

const district = 'https://district.example';

test('variables win over the file, the argument over both', () => {
  const file = JSON.stringify({ districtUrl: `${district}/base/`, mode: 'field', deviceName: '3号窗口' });
  expect(readSettings({}, [], file)).toEqual({
    districtUrl: `${district}/base`,
    mode: 'field',
    deviceName: '3号窗口',
    idReaderUrl: 'http://127.0.0.1:19196',
    hostReason: 'started directly',
  });
  const env = { NUANCHUANG_DISTRICT: 'http://127.0.0.1:1', NUANCHUANG_MODE: 'window' };
  expect(readSettings(env, ['--mode=kiosk'], file)).toMatchObject({
    mode: 'kiosk',
    districtUrl: 'http://127.0.0.1:1',
  });
  expect(readSettings(env, [], null).deviceName).toBe(hostname());
});

test.each([
  [{}, [], null, 'districtUrl'],
  [{ NUANCHUANG_DISTRICT: 'file:///etc' }, [], null, 'districtUrl'],
  [{ NUANCHUANG_DISTRICT: district }, ['--mode=admin'], null, 'mode'],
  [{ NUANCHUANG_DISTRICT: district, NUANCHUANG_DATA: 'relative' }, [], null, 'dataDir'],
  [{ NUANCHUANG_DISTRICT: district }, [], '{', 'station.json'],
  [{ NUANCHUANG_DISTRICT: district }, [], '{"colour":"red"}', 'colour'],
])('a wrong setting is named: %o %o %s', (env, argv, file, name) => {
  expect(() => readSettings(env, argv, file)).toThrow(BadSettings);
  expect(() => readSettings(env, argv, file)).toThrow(name);
});

test("the administrator's file has its place on each system", () => {
  expect(settingsFile('linux', {})).toBe('/etc/nuanchuang/station.json');
  expect(settingsFile('win32', { ProgramData: 'D:\\PD' })).toBe('D:\\PD\\NuanChuang\\station.json');
});
