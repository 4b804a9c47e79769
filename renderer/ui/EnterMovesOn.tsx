import Box from '@mui/material/Box';
import type { KeyboardEvent, ReactNode } from 'react';

const stops =
  'input:not([disabled]):not([type=hidden]), textarea:not([disabled]), button[data-next]:not([disabled])';

/** Enter in a field goes to the next one, at the last to the button marked `data-next`; in a list it also takes the hit. */
export function EnterMovesOn({ children }: { children: ReactNode }) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const from = event.target;
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (!(from instanceof HTMLInputElement)) return;
    // A list that took the key has taken its answer with it, so the way on is free; others keep what they took.
    if (event.defaultPrevented && from.role !== 'combobox') return;
    event.preventDefault();
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>(stops)].filter(
      (el) => el.tabIndex >= 0 && sameStop(el, from),
    );
    all[all.indexOf(from) + 1]?.focus();
  };
  return <Box onKeyDown={onKeyDown}>{children}</Box>;
}

/** Of a radio group only the one answer the cursor is on counts as a stop. */
function sameStop(element: HTMLElement, from: HTMLInputElement): boolean {
  if (element === from || !(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
  if (element.name === from.name) return false;
  const group = [...document.getElementsByName(element.name)] as HTMLInputElement[];
  return (group.find((radio) => radio.checked) ?? group[0]) === element;
}
