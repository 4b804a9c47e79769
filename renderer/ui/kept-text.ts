import { createContext, useContext, useState } from 'react';

/** Texts that are no valid answer yet, by field; lives as long as its provider, so a step can be left and come back to. */
export const KeptText = createContext<Map<string, string>>(new Map());

/** A text that stays with its `key` while it is kept; without a key it lives with the field. */
export function useKeptText(key: string | undefined): [string | null, (text: string | null) => void] {
  const kept = useContext(KeptText);
  const [text, setText] = useState<string | null>(() => (key ? (kept.get(key) ?? null) : null));
  const keep = (next: string | null): void => {
    setText(next);
    if (!key) return;
    if (next === null) kept.delete(key);
    else kept.set(key, next);
  };
  return [text, keep];
}
