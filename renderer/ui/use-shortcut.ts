import { useEffect, useEffectEvent } from 'react';

/**
 * Runs on a key such as 'n', 'F2' or 'Alt+1', not while somebody types (function keys and Alt always work) and not in a
 * dialog. Show the key beside what it does.
 */
export function useShortcut(keys: string, run: () => void, enabled = true): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.repeat || !pressed(event, keys)) return;
    const plain = /^[a-z0-9]$/.test(keys);
    if (plain && isTyping(event.target)) return;
    if (document.querySelector('[role="dialog"]')) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [enabled]);
}

function pressed(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  if (event.altKey !== parts.includes('Alt') || event.ctrlKey !== parts.includes('Ctrl') || event.metaKey)
    return false;
  return event.key.toLowerCase() === key.toLowerCase() || event.code === `Digit${key}`;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=radio]):not([type=checkbox]), textarea, [contenteditable=true]');
