/** What a camera is for: papers from above, or the face. */
export type CameraRole = 'document' | 'face';

const key = (role: CameraRole): string => `camera.${role}`;

/** The camera this station uses for a role, by the browser's device id and nothing else; undefined: the first one. */
export const chosenCamera = (role: CameraRole): string | undefined =>
  localStorage.getItem(key(role)) ?? undefined;

export function chooseCamera(role: CameraRole, deviceId: string): void {
  if (deviceId) localStorage.setItem(key(role), deviceId);
  else localStorage.removeItem(key(role));
}
