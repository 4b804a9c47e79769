import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import SearchOutlined from '@mui/icons-material/SearchOutlined';
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { searchGuide, type GuideQuery } from '../../../domain/guide/search-guide.ts';
import { useKnownStatus } from '../../session/status.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { guideBook } from './guide-book.ts';
import { GuideArticleView } from './GuideArticleView.tsx';
import { GuideFilters } from './GuideFilters.tsx';
import { GuideList } from './GuideList.tsx';
import { GuidePrintStyles } from './guide-print.tsx';

/**
 * Policies, materials, steps and contacts, searched by words. At the window list and article stand side by side; a
 * resident alone (kiosk, or nobody logged in) reads one after the other, in large print, without what is for clerks.
 */
export function GuidePage() {
  const { account, mode } = useKnownStatus();
  const { id } = useParams();
  const resident = account === null || mode === 'kiosk';
  const wide = useMediaQuery(useTheme().breakpoints.up('lg')) && !resident;
  const [query, setQuery] = useState<GuideQuery>({
    words: '',
    audience: resident ? 'resident' : null,
    kind: null,
  });
  const change = (next: Partial<GuideQuery>): void => setQuery((before) => ({ ...before, ...next }));
  useShortcut('s', () => document.querySelector<HTMLElement>('[data-guide-search] input')?.focus());
  const hits = searchGuide(guideBook, query);
  const article = guideBook.find((each) => each.id === id);
  const withList = wide || !article;
  return (
    <Box sx={resident ? largeText : {}}>
      <GuidePrintStyles />
      <Frame plain={account === null}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          {withList && (
            <Box data-no-print sx={{ display: 'grid', gap: 2 }}>
              <Box data-guide-search role="search" sx={{ maxWidth: 480 }}>
                <TextInput
                  label={resident ? '想问什么' : '查找（S）'}
                  value={query.words}
                  onChange={(words) => change({ words })}
                  maxLength={40}
                  hint="像：低保、带什么、公示、第六十二条"
                  end={<SearchOutlined aria-hidden />}
                />
              </Box>
              <GuideFilters query={query} onChange={change} withAudience={!resident} />
            </Box>
          )}
          <Box
            sx={{
              display: 'grid',
              gap: 3,
              alignItems: 'start',
              gridTemplateColumns: wide ? 'minmax(320px, 420px) 1fr' : '1fr',
              '@media print': { display: 'block' },
            }}
          >
            {withList && (
              <Box data-no-print aria-live="polite" sx={wide ? ownScroll : {}}>
                {hits.length > 0 ? (
                  <GuideList hits={hits} currentId={id} sayAudience={!resident} />
                ) : (
                  <EmptyState title="没有找到" how="换一个词再试，或者请窗口的工作人员帮您查。" />
                )}
              </Box>
            )}
            {article ? (
              <GuideArticleView article={article} alone={!wide} />
            ) : (
              wide && (
                <EmptyState
                  icon={<MenuBookOutlined />}
                  title={id ? '没有这一篇' : '这里显示选中的一篇'}
                  how="在左边选一篇，或者查一个词。"
                />
              )
            )}
          </Box>
        </Box>
      </Frame>
    </Box>
  );
}

/** Before the login a frame with its own title stands around it. */
function Frame({ plain, children }: { plain: boolean; children: ReactNode }) {
  if (plain) return children;
  return (
    <Page title="政策和办事指南" maxWidth={1320}>
      {children}
    </Page>
  );
}

/** The list keeps its place while the article beside it is read. */
const ownScroll = { position: 'sticky', top: 16, maxHeight: 'calc(100vh - 32px)', overflowY: 'auto', p: 0.5 };

/** At least 24 px everywhere, targets of 60 px: people read this standing and without glasses. */
const largeText = {
  fontSize: '1.5rem',
  '& .MuiTypography-root, & label, & .MuiInputBase-root, & .MuiFormHelperText-root, & .MuiButton-root, & .MuiToggleButton-root, & .MuiTableCell-root, & li':
    { fontSize: '1.5rem' },
  '& h1.MuiTypography-root, & h2.MuiTypography-root': { fontSize: '1.875rem' },
  '& .MuiInputBase-root, & .MuiButton-root, & .MuiToggleButton-root': { minHeight: 60 },
  '@media print': { fontSize: '1rem', '& *': { fontSize: '1rem' } },
};
