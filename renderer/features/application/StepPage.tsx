import ArrowForward from '@mui/icons-material/ArrowForward';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx';
import { useDraft } from './draft-context.tsx';
import { stepAfter } from './steps.ts';

interface Props {
  /** `path` of the step, see `steps.ts`. */
  path: string;
  title: string;
  /** Why it is asked. */
  why: string;
  /** Beside the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** One step of an application: title, why, the fields, and the way on. Enter walks through the fields. */
export function StepPage({ path, title, why, actions, children }: Props) {
  const { draft, flush } = useDraft();
  const navigate = useNavigate();
  const next = stepAfter(draft.kind, path);
  const goOn = (): void => {
    void flush();
    void navigate(`/apply/${draft.id}/${next?.path ?? 'review'}`);
  };
  return (
    <EnterMovesOn>
      <Box component="section" aria-label={title}>
        <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 2, mb: 2 }}>
          <Box>
            <Typography variant="h2">{title}</Typography>
            <Typography color="textSecondary">{why}</Typography>
          </Box>
          <Box sx={{ ml: 'auto', flexShrink: 0 }}>{actions}</Box>
        </Box>
        {children}
        {next && (
          <Box sx={{ mt: 3, pb: 3 }}>
            <Button variant="contained" size="large" endIcon={<ArrowForward />} onClick={goOn} data-next>
              下一步：{next.title}
            </Button>
          </Box>
        )}
      </Box>
    </EnterMovesOn>
  );
}
