import SendOutlined from '@mui/icons-material/SendOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { AnyFailure } from '../../../contract/failures.ts';
import type { DueDate } from '../../../contract/views.ts';
import type { IsoDate } from '../../../domain/values/iso-date.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { acceptWords } from './accept-by.ts';

export interface MissingLine {
  words: string;
  to: string;
}

interface Props {
  name: string;
  kindTitle: string;
  missing: readonly MissingLine[];
  acceptBy: DueDate;
  today: IsoDate;
  pending: boolean;
  failure: AnyFailure | null;
  onSubmit: () => void;
}

/** What is missing with its links, or the one button that names the person and says what happens next. */
export function SubmitPanel({
  name,
  kindTitle,
  missing,
  acceptBy,
  today,
  pending,
  failure,
  onSubmit,
}: Props) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure) end.current?.scrollIntoView({ block: 'nearest' });
  }, [failure]);
  const whom = name || '这个人';
  return (
    <Paper variant="outlined" component="section" aria-label="提交" sx={{ p: 2, borderWidth: 2 }}>
      {missing.length > 0 ? (
        <>
          <Typography variant="h3">还差 {missing.length} 处，补齐后才能提交</Typography>
          <Box component="ul" aria-label="还差什么" sx={{ pl: 3, mb: 1 }}>
            {missing.map(({ words, to }, index) => (
              <li key={`${index} ${words}`}>
                <Box
                  component={Link}
                  to={to}
                  sx={{ color: 'primary.dark', display: 'inline-block', py: 0.5, lineHeight: 1.6 }}
                >
                  {words}
                </Box>
              </li>
            ))}
          </Box>
        </>
      ) : (
        <Typography sx={{ mb: 1 }}>
          提交以后，{whom}的申请交给镇街审核，这里不能再改。{acceptWords(acceptBy, today)}
        </Typography>
      )}
      <Button
        variant="contained"
        size="large"
        startIcon={<SendOutlined />}
        disabled={missing.length > 0 || pending}
        onClick={onSubmit}
        aria-keyshortcuts="Alt+Enter"
      >
        {pending ? '正在提交…' : `提交${whom}的${kindTitle}申请`}
      </Button>
      <Typography component="span" color="textSecondary" sx={{ ml: 2 }}>
        Alt+回车
      </Typography>
      <Box ref={end} sx={{ mt: failure ? 2 : 0, scrollMarginBottom: 24 }}>
        <ErrorNotice failure={failure} />
        {failure?.code === 'case.duplicate' && (
          <Button component={Link} to="/cases" state={{ search: failure.data.caseCode }} sx={{ mt: 1 }}>
            查看那一件
          </Button>
        )}
      </Box>
    </Paper>
  );
}
