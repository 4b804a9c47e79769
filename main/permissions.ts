import type { MediaAccessPermissionRequest, Session, WebContents } from 'electron';
import { isOurs } from './app-origin.ts';

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;

/** Answers prompts: the camera, without the microphone, for the main frame of our own page; nothing else for nobody. */
export function allowsRequest(...[contents, permission, , details]: Parameters<RequestHandler>): boolean {
  if (permission !== 'media' || !details.isMainFrame) return false;
  const { mediaTypes, securityOrigin } = details as MediaAccessPermissionRequest;
  const cameraOnly =
    mediaTypes !== undefined && mediaTypes.length > 0 && mediaTypes.every((type) => type === 'video');
  const fromUs = isOurs(details.requestingUrl) && isOurs(contents.getURL());
  return cameraOnly && fromUs && (securityOrigin === undefined || isOurs(securityOrigin));
}

/** Answers silent checks by the same rule: without it, `navigator.permissions` and device lists would say yes. */
export function allowsCheck(
  ...[contents, permission, requestingOrigin, details]: Parameters<CheckHandler>
): boolean {
  if (permission !== 'media' || details.mediaType !== 'video' || !details.isMainFrame || !contents)
    return false;
  if (details.embeddingOrigin !== undefined && !isOurs(details.embeddingOrigin)) return false;
  return isOurs(requestingOrigin) && (details.securityOrigin === undefined || isOurs(details.securityOrigin));
}

export type PermissionSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setBluetoothPairingHandler'
  | 'setUSBProtectedClassesHandler'
  | 'setDisplayMediaRequestHandler'
  | 'on'
>;

/** Closes every door a page could ask the machine through, but the camera. */
export function guardPermissions(session: PermissionSession): void {
  session.setPermissionRequestHandler((contents, permission, done, details) =>
    done(allowsRequest(contents, permission, done, details)),
  );
  session.setPermissionCheckHandler(allowsCheck);
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, done) => done({ confirmed: false }));
  // The page may claim no USB class at all; the protected list that comes in stays whole.
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  session.setDisplayMediaRequestHandler((_request, done) => done(null));
  session.on('select-hid-device', (event, _details, choose) => (event.preventDefault(), choose(null)));
  session.on('select-usb-device', (event, _details, choose) => (event.preventDefault(), choose()));
  session.on(
    'select-serial-port',
    (event, _ports, _contents, choose) => (event.preventDefault(), choose('')),
  );
}

/** Bluetooth asks through the page's contents instead of the session. */
export function guardBluetooth(contents: Pick<WebContents, 'on'>): void {
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
}
