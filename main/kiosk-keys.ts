import type { Input, WebContents } from 'electron';

export type Key = Pick<Input, 'type' | 'key' | 'control' | 'alt' | 'meta' | 'shift'>;

const functionKey = /^F\d{1,2}$/;
/** Letters that close, reload, print, open, search or show the source in a browser. */
const commandLetters = new Set('wrtnpoqufgjhsl'.split(''));

/** Keys by which a resident at a kiosk could leave, reload or open something; typing and editing keys pass. */
export function leavesKiosk({ type, key, control, alt, meta, shift }: Key): boolean {
  if (type !== 'keyDown') return false;
  if (meta || functionKey.test(key) || key === 'ContextMenu' || key === 'BrowserBack') return true;
  if (alt && (key === 'F4' || key.startsWith('Arrow') || key === 'Home' || key === 'Tab' || key === ' '))
    return true;
  if (shift && key === 'Escape') return true;
  return (
    control && (commandLetters.has(key.toLowerCase()) || ['Tab', 'Escape', '+', '-', '=', '0'].includes(key))
  );
}

export function guardKioskKeys(contents: Pick<WebContents, 'on'>): void {
  contents.on('before-input-event', (event, input) => {
    if (leavesKiosk(input)) event.preventDefault();
  });
}
