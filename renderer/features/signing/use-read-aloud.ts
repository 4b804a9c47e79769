import { useEffect, useState, useSyncExternalStore } from 'react';

const hasChinese = (): boolean =>
  'speechSynthesis' in globalThis && speechSynthesis.getVoices().some(({ lang }) => lang.startsWith('zh'));

/** Voices arrive some time after the page. */
function onVoices(changed: () => void): () => void {
  if (!('speechSynthesis' in globalThis)) return () => undefined;
  speechSynthesis.addEventListener('voiceschanged', changed);
  return () => speechSynthesis.removeEventListener('voiceschanged', changed);
}

/** Reads paragraphs aloud one after the other; `available` only where the system has a Chinese voice. */
export function useReadAloud() {
  const available = useSyncExternalStore(onVoices, hasChinese);
  const [reading, setReading] = useState(false);
  useEffect(() => () => ('speechSynthesis' in globalThis ? speechSynthesis.cancel() : undefined), []);

  const stop = (): void => {
    speechSynthesis.cancel();
    setReading(false);
  };
  const read = (paragraphs: readonly string[]): void => {
    speechSynthesis.cancel();
    setReading(true);
    paragraphs.forEach((text, index) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.lang = 'zh-CN';
      utterance.rate = 0.9;
      if (index === paragraphs.length - 1) utterance.addEventListener('end', () => setReading(false));
      speechSynthesis.speak(utterance);
    });
  };
  return { available, reading, read, stop };
}
