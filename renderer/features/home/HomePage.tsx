import Box from '@mui/material/Box';
import { mayCall } from '../../session/may-call.ts';
import { useAccount } from '../../session/status.ts';
import { Page } from '../../ui/Page.tsx';
import { MyDrafts } from './MyDrafts.tsx';
import { MyQueues } from './MyQueues.tsx';
import { NewApplication, PreScreenLink } from './NewApplication.tsx';
import { RecentCases } from './RecentCases.tsx';

/** Where the day starts: a new application, what was begun, what is under way. */
export function HomePage() {
  const account = useAccount();
  const clerk = account.role === 'windowClerk';
  const cases = mayCall(account.role, 'case.list');
  return (
    <Page
      title={`${account.displayName}，您好`}
      actions={
        clerk && (
          <>
            <PreScreenLink />
            <NewApplication />
          </>
        )
      }
    >
      {cases && <MyQueues />}
      <Box
        sx={{
          display: 'grid',
          gap: 4,
          gridTemplateColumns: { xs: '1fr', lg: clerk ? '1fr 1fr' : '1fr' },
          alignItems: 'start',
        }}
      >
        {clerk && <MyDrafts />}
        {cases && <RecentCases />}
      </Box>
    </Page>
  );
}
