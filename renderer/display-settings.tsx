import { CacheProvider } from '@emotion/react';
import createCache from '@emotion/cache';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { createContext, useContext, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import { appTheme, rootFontPx, type Contrast, type TextSize } from './theme.ts';

interface DisplaySettings {
  contrast: Contrast;
  textSize: TextSize;
  /** Body text at standard size, px: 16 at the window, 18 in the field. */
  setBaseText(px: number): void;
  setContrast(value: Contrast): void;
  setTextSize(value: TextSize): void;
}

const Settings = createContext<DisplaySettings | null>(null);

/** Contrast and text size of this workstation; they hold no personal data, so the browser may keep them. */
export function useDisplaySettings(): DisplaySettings {
  const settings = useContext(Settings);
  if (!settings) throw new Error('DisplayProvider is missing');
  return settings;
}

const styleCache = createCache({
  key: 'nc',
  nonce: document.querySelector<HTMLMetaElement>('meta[name="nonce"]')?.content || undefined,
} as Parameters<typeof createCache>[0]);

const kept = <T extends string>(key: string, allowed: readonly T[], otherwise: T): T => {
  const value = localStorage.getItem(key);
  return allowed.find((option) => option === value) ?? otherwise;
};

function useKept<T extends string>(
  key: string,
  allowed: readonly T[],
  otherwise: T,
): [T, (value: T) => void] {
  const [value, setValue] = useState(() => kept(key, allowed, otherwise));
  const keep = (next: T): void => {
    localStorage.setItem(key, next);
    setValue(next);
  };
  return [value, keep];
}

export function DisplayProvider({ children }: { children: ReactNode }) {
  const [contrast, setContrast] = useKept<Contrast>('nuanchuang.contrast', ['standard', 'high'], 'standard');
  const [textSize, setTextSize] = useKept<TextSize>(
    'nuanchuang.textSize',
    ['standard', 'large', 'largest'],
    'standard',
  );
  const [baseText, setBaseText] = useState(16);
  const theme = useMemo(() => appTheme(contrast), [contrast]);
  useLayoutEffect(() => {
    document.documentElement.style.fontSize = `${(rootFontPx[textSize] * baseText) / 16}px`;
  }, [textSize, baseText]);
  return (
    <CacheProvider value={styleCache}>
      <ThemeProvider theme={theme}>
        <CssBaseline />
        <Settings value={{ contrast, textSize, setContrast, setTextSize, setBaseText }}>{children}</Settings>
      </ThemeProvider>
    </CacheProvider>
  );
}
