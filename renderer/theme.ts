import { createTheme, type Theme } from '@mui/material/styles';

export type Contrast = 'standard' | 'high';
export type TextSize = 'standard' | 'large' | 'largest';

/** Root font size in px; every size of the theme is in rem, so one number turns the whole page. */
export const rootFontPx: Record<TextSize, number> = { standard: 16, large: 19, largest: 23 };

/** Height of everything that is pressed, px: window and field 44, kiosk 60 (无障碍 §7). */
export const targetPx = { window: 44, kiosk: 60 } as const;

const families = '"Noto Sans CJK SC", "Source Han Sans SC", "NuanChuang Han", "Microsoft YaHei", sans-serif';
/** Colour pairs keep ≥ 4.5:1 for text; state colours never stand without an icon and a word. */
const colours = {
  standard: {
    page: '#faf7f2',
    paper: '#ffffff',
    text: '#231c17',
    quiet: '#5f5349',
    line: '#d9cfc4',
    accent: '#b93c0b',
    accentDark: '#8f2d06',
    accentSoft: '#fdeee6',
    ok: '#1b6b3a',
    warn: '#8a5300',
    bad: '#a8123a',
    info: '#22577a',
  },
  high: {
    page: '#ffffff',
    paper: '#ffffff',
    text: '#000000',
    quiet: '#2b2520',
    line: '#000000',
    accent: '#7d2500',
    accentDark: '#561a00',
    accentSoft: '#ffffff',
    ok: '#0b4a24',
    warn: '#5c3700',
    bad: '#7d0027',
    info: '#0f3a55',
  },
} as const;

const rem = (px: number): string => `${px / 16}rem`;
const text = (px: number, weight: number, lineHeight = 1.5) => ({
  fontSize: rem(px),
  fontWeight: weight,
  lineHeight,
});

export function appTheme(contrast: Contrast): Theme {
  const c = colours[contrast];
  const focus = { outline: `3px solid ${c.info}`, outlineOffset: 2 };
  return createTheme({
    spacing: 8,
    shape: { borderRadius: 8 },
    palette: {
      mode: 'light',
      background: { default: c.page, paper: c.paper },
      text: { primary: c.text, secondary: c.quiet },
      divider: c.line,
      primary: { main: c.accent, dark: c.accentDark, light: c.accentSoft, contrastText: '#ffffff' },
      secondary: { main: c.quiet, contrastText: '#ffffff' },
      success: { main: c.ok, contrastText: '#ffffff' },
      warning: { main: c.warn, contrastText: '#ffffff' },
      error: { main: c.bad, contrastText: '#ffffff' },
      info: { main: c.info, contrastText: '#ffffff' },
    },
    typography: {
      fontFamily: families,
      h1: text(30, 600, 1.35),
      h2: text(24, 600, 1.4),
      h3: text(18, 600, 1.45),
      h4: text(16, 600),
      body1: text(16, 400),
      body2: text(16, 400),
      caption: text(14, 400),
      subtitle1: text(18, 400),
      subtitle2: text(16, 600),
      button: { ...text(16, 600), textTransform: 'none' },
    },
    transitions: {
      duration: {
        shortest: 80,
        shorter: 100,
        short: 120,
        standard: 150,
        complex: 150,
        enteringScreen: 150,
        leavingScreen: 120,
      },
    },
    components: {
      MuiCssBaseline: {
        styleOverrides: {
          body: { fontVariantNumeric: 'tabular-nums', overflowY: 'scroll' },
          '*:focus-visible': focus,
          // A plain link in a table or a sentence, beside the library's own.
          'a:not([class])': { color: c.accentDark },
          '@media (prefers-reduced-motion: reduce)': {
            '*, *::before, *::after': {
              animationDuration: '0.01ms !important',
              transitionDuration: '0.01ms !important',
            },
          },
        },
      },
      MuiButtonBase: {
        defaultProps: { disableRipple: true },
        styleOverrides: { root: { '&:focus-visible, &.Mui-focusVisible': focus } },
      },
      MuiButton: {
        defaultProps: { disableElevation: true },
        styleOverrides: {
          root: { minHeight: targetPx.window, paddingInline: 16 },
          outlined: { borderColor: c.quiet },
        },
      },
      MuiIconButton: { styleOverrides: { root: { minWidth: targetPx.window, minHeight: targetPx.window } } },
      MuiOutlinedInput: {
        styleOverrides: {
          root: { minHeight: targetPx.window, backgroundColor: c.paper },
          input: { paddingBlock: 9, height: 'auto', '&::placeholder': { opacity: 1, color: c.quiet } },
          notchedOutline: { borderColor: c.quiet },
        },
      },
      MuiAutocomplete: {
        styleOverrides: { inputRoot: { paddingBlock: 0 }, input: { paddingBlock: '9px !important' } },
      },
      MuiToggleButton: {
        styleOverrides: {
          root: {
            minHeight: targetPx.window,
            color: c.text,
            borderColor: c.quiet,
            paddingInline: 16,
            textTransform: 'none',
            fontSize: rem(16),
            '&.Mui-selected, &.Mui-selected:hover': {
              backgroundColor: c.accentSoft,
              color: c.accentDark,
              borderColor: c.accent,
              fontWeight: 600,
            },
          },
        },
      },
      MuiFormHelperText: {
        styleOverrides: { root: { fontSize: rem(16), marginInline: 0, lineHeight: 1.4 } },
      },
      MuiChip: { styleOverrides: { root: { fontSize: rem(16), borderRadius: 8 } } },
      MuiTableCell: {
        styleOverrides: { root: { fontSize: rem(16), paddingBlock: 8 }, head: { fontWeight: 600 } },
      },
      MuiMenuItem: { styleOverrides: { root: { minHeight: targetPx.window } } },
      MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { outlined: { borderColor: c.line } } },
      MuiAlert: { styleOverrides: { root: { fontSize: rem(16) }, message: { color: c.text } } },
      MuiTooltip: { styleOverrides: { tooltip: { fontSize: rem(16) } } },
    },
  });
}
