import GlobalStyles from '@mui/material/GlobalStyles';

/** On paper there is the article alone, in black, with nothing cut off. */
export const GuidePrintStyles = () => (
  <GlobalStyles
    styles={{
      '@media print': {
        'header, nav, [data-no-print]': { display: 'none !important' },
        'body, main': { background: '#fff !important' },
        '[data-guide-article]': { border: 'none !important', padding: '0 !important' },
        'li, tr, blockquote': { breakInside: 'avoid' },
        'h2, h3': { breakAfter: 'avoid' },
      },
    }}
  />
);
