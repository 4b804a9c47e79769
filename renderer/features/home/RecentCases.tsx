import FolderSharedOutlined from '@mui/icons-material/FolderSharedOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import type { CaseSummary } from '../../../contract/views.ts';
import { useCoreQuery } from '../../core-query.ts';
import { useToday } from '../../session/status.ts';
import { DueChip } from '../../ui/DueChip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { stepNames } from '../../words/step-names.ts';

const shown = 8;

/** The cases that are due first; the whole list is under 办件. */
export function RecentCases() {
  const query = useCoreQuery('case.list', { step: null, search: '' });
  const today = useToday();
  const cases = query.data?.cases.slice(0, shown) ?? [];
  return (
    <Box component="section" aria-label="最近的办件">
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 1, minHeight: 27 }}>
        <Typography variant="h3" component="h2">
          先到期的办件
        </Typography>
        <Button component={Link} to="/cases" sx={{ ml: 'auto', my: -1 }}>
          全部办件
        </Button>
      </Box>
      <ErrorNotice failure={query.failure} onRetry={() => void query.refetch()} />
      {query.isPending && <Waiting />}
      {query.data && cases.length === 0 && (
        <EmptyState
          icon={<FolderSharedOutlined />}
          title="还没有办件"
          how="申请提交以后会出现在这里，先到期的在前。"
        />
      )}
      {cases.length > 0 && (
        <Paper variant="outlined">
          <List disablePadding>
            {cases.map((summary) => (
              <CaseLine key={summary.id} summary={summary} today={today} />
            ))}
          </List>
        </Paper>
      )}
    </Box>
  );
}

function CaseLine({ summary, today }: { summary: CaseSummary; today: string }) {
  return (
    <ListItem disablePadding divider>
      <ListItemButton component={Link} to={`/cases/${summary.id}`} sx={{ display: 'flex', gap: 2 }}>
        <Box sx={{ minWidth: 0 }}>
          <Typography sx={{ fontWeight: 600 }}>
            {summary.applicantName}{' '}
            <Typography component="span" color="textSecondary">
              {summary.maskedId}
            </Typography>
          </Typography>
          <Typography color="textSecondary">
            {stepNames[summary.step] ?? summary.step}，{summary.householdSize} 人，{summary.caseCode}
          </Typography>
        </Box>
        <Box sx={{ ml: 'auto', flexShrink: 0 }}>
          {summary.dueKind !== 'none' && <DueChip due={summary.due} today={today} />}
        </Box>
      </ListItemButton>
    </ListItem>
  );
}
