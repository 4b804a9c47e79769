import AddOutlined from '@mui/icons-material/AddOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useNavigate } from 'react-router';
import { useCoreCommand } from '../../core-query.ts';
import { useAccount } from '../../session/status.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { MyDrafts } from './MyDrafts.tsx';
import { RecentCases } from './RecentCases.tsx';

/** Where the day starts: a new application, what was begun, what is under way. */
export function HomePage() {
  const account = useAccount();
  const clerk = account.role === 'windowClerk';
  return (
    <Page title={`${account.displayName}，您好`} actions={clerk && <NewApplication />}>
      <Box
        sx={{
          display: 'grid',
          gap: 4,
          gridTemplateColumns: { xs: '1fr', lg: clerk ? '1fr 1fr' : '1fr' },
          alignItems: 'start',
        }}
      >
        {clerk && <MyDrafts />}
        <RecentCases />
      </Box>
    </Page>
  );
}

function NewApplication() {
  const create = useCoreCommand('draft.create');
  const navigate = useNavigate();
  const start = async (): Promise<void> => {
    if (create.pending) return;
    const answer = await create.run({ kind: 'dibao' });
    if (answer) await navigate(`/apply/${answer.output.draft.id}/identity`);
  };
  useShortcut('n', () => void start());
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'end' }}>
      <Button
        variant="contained"
        size="large"
        startIcon={<AddOutlined />}
        disabled={create.pending}
        onClick={() => void start()}
        aria-keyshortcuts="n"
      >
        新建低保申请
        <Typography
          component="kbd"
          aria-hidden
          sx={{ ml: 1, px: 1, border: 1, borderRadius: 1, fontFamily: 'inherit' }}
        >
          N
        </Typography>
      </Button>
      <ErrorNotice failure={create.failure} />
    </Box>
  );
}
