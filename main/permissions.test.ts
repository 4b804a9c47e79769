import type { PermissionCheckHandlerHandlerDetails, PermissionRequest } from 'electron';
import { describe, expect, test } from 'vitest';
import { FakeContents, FakeSession, preventable } from './fake-electron.ts';
import {
  allowsCheck,
  allowsRequest,
  guardBluetooth,
  guardPermissions,
  type PermissionSession,
} from './permissions.ts';

const ours = new FakeContents().as();
const request = (
  permission: Parameters<typeof allowsRequest>[1],
  details: object,
  contents = ours,
): boolean => allowsRequest(contents, permission, () => undefined, details as PermissionRequest);
const camera = {
  isMainFrame: true,
  requestingUrl: 'app://window/index.html',
  mediaTypes: ['video'],
  securityOrigin: 'app://window/',
};

describe('prompts', () => {
  test('the camera for our main frame', () => {
    expect(request('media', camera)).toBe(true);
  });
  test.each([
    ['the microphone', { ...camera, mediaTypes: ['audio'] }],
    ['both', { ...camera, mediaTypes: ['video', 'audio'] }],
    ['unnamed media', { ...camera, mediaTypes: [] }],
    ['media without a kind', { isMainFrame: true, requestingUrl: camera.requestingUrl }],
    ['a frame', { ...camera, isMainFrame: false }],
    ['a foreign page', { ...camera, requestingUrl: 'https://foreign.example/' }],
    ['another host of our scheme', { ...camera, requestingUrl: 'app://other/index.html' }],
    ['a foreign security origin', { ...camera, securityOrigin: 'https://foreign.example/' }],
    ['no address', { ...camera, requestingUrl: '' }],
  ])('not %s', (_what, details) => {
    expect(request('media', details)).toBe(false);
  });
  test('not our address inside contents that show something else', () => {
    expect(request('media', camera, new FakeContents('https://foreign.example/').as())).toBe(false);
  });
  test.each([
    'geolocation',
    'notifications',
    'fullscreen',
    'clipboard-read',
    'openExternal',
    'display-capture',
    'fileSystem',
    'hid',
    'serial',
    'usb',
    'unknown',
  ] as const)('not %s', (permission) => expect(request(permission, camera)).toBe(false));
});

describe('silent checks', () => {
  const details = { isMainFrame: true, mediaType: 'video', securityOrigin: 'app://window/' } as const;
  const check = (
    more: Partial<PermissionCheckHandlerHandlerDetails>,
    origin = 'app://window/',
    contents: typeof ours | null = ours,
  ): boolean => allowsCheck(contents, 'media', origin, { ...details, ...more });

  test('the camera for our main frame', () => expect(check({})).toBe(true));
  test('not the microphone', () => expect(check({ mediaType: 'audio' })).toBe(false));
  test('not an unknown kind', () => expect(check({ mediaType: 'unknown' })).toBe(false));
  test('not a frame', () => expect(check({ isMainFrame: false })).toBe(false));
  test('not a foreign origin', () => expect(check({}, 'https://foreign.example/')).toBe(false));
  test('not within a foreign page', () =>
    expect(check({ embeddingOrigin: 'https://foreign.example' })).toBe(false));
  test('not without contents, as a service worker asks', () =>
    expect(check({}, 'app://window/', null)).toBe(false));
  test.each([
    'hid',
    'usb',
    'serial',
    'geolocation',
    'notifications',
    'clipboard-sanitized-write',
    'storage-access',
  ] as const)('not %s', (permission) =>
    expect(
      allowsCheck(ours, permission, 'app://window/', { isMainFrame: true, securityOrigin: 'app://window/' }),
    ).toBe(false),
  );
});

describe('devices', () => {
  const session = new FakeSession();
  guardPermissions(session as unknown as PermissionSession);

  test('both permission handlers are set and answer by the rules above', () => {
    const answers: boolean[] = [];
    session.set.request?.(ours, 'media', (granted) => answers.push(granted), camera as PermissionRequest);
    session.set.request?.(
      ours,
      'geolocation',
      (granted) => answers.push(granted),
      camera as PermissionRequest,
    );
    expect(answers).toEqual([true, false]);
    expect(session.set.check?.(ours, 'hid', 'app://window/', { isMainFrame: true })).toBe(false);
  });
  test('no device may be used again, paired, or freed of its protected class', () => {
    expect(
      session.set.device?.({ deviceType: 'hid', origin: 'app://window', device: {} as Electron.HIDDevice }),
    ).toBe(false);
    session.set.bluetooth?.({} as Electron.BluetoothPairingHandlerHandlerDetails, (answer) =>
      expect(answer.confirmed).toBe(false),
    );
    expect(session.set.usb?.({ protectedClasses: ['hid', 'smart-card'] })).toEqual(['hid', 'smart-card']);
    session.set.display?.({} as Electron.DisplayMediaRequestHandlerHandlerRequest, (streams) =>
      expect(streams).toBeNull(),
    );
    expect.assertions(4);
  });
  test.each([
    ['select-hid-device', [{}], null],
    ['select-usb-device', [{}], undefined],
    ['select-serial-port', [[], {}], ''],
  ])('%s chooses none', (name, values, none) => {
    const event = preventable({});
    const chosen: unknown[] = [];
    session.emit(name, event, ...values, (choice: unknown) => chosen.push(choice));
    expect([event.defaultPrevented, chosen]).toEqual([true, [none]]);
  });
  test('no Bluetooth device', () => {
    const contents = new FakeContents();
    guardBluetooth(contents.as());
    const event = preventable({});
    contents.emit('select-bluetooth-device', event, [{ deviceId: 'x' }], (choice: string) =>
      expect(choice).toBe(''),
    );
    expect(event.defaultPrevented).toBe(true);
    expect.assertions(2);
  });
});
