import AssignmentIndOutlined from '@mui/icons-material/AssignmentIndOutlined';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import FamilyRestroomOutlined from '@mui/icons-material/FamilyRestroomOutlined';
import FileCopyOutlined from '@mui/icons-material/FileCopyOutlined';
import HomeWorkOutlined from '@mui/icons-material/HomeWorkOutlined';
import InboxOutlined from '@mui/icons-material/InboxOutlined';
import LanguageOutlined from '@mui/icons-material/LanguageOutlined';
import VolunteerActivismOutlined from '@mui/icons-material/VolunteerActivismOutlined';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import CardActionArea from '@mui/material/CardActionArea';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { QueueName } from '../../../contract/commands/case.ts';
import { useCoreQuery } from '../../core-query.ts';
import { queueNames } from '../queue/queue-words.ts';

const icons: Record<QueueName, ReactNode> = {
  todo: <InboxOutlined />,
  mine: <AssignmentIndOutlined />,
  overdue: <ErrorOutlined />,
  online: <LanguageOutlined />,
  kinship: <FamilyRestroomOutlined />,
  duplicate: <FileCopyOutlined />,
  recipients: <VolunteerActivismOutlined />,
  visits: <HomeWorkOutlined />,
};
/** Shown also when nothing is in them. */
const always: readonly QueueName[] = ['todo', 'mine', 'overdue'];

/** How much waits in each queue; a press opens it. */
export function MyQueues() {
  const query = useCoreQuery('case.list', { step: null, search: '' });
  if (!query.data) return null;
  const { queues } = query.data;
  const shown = QueueName.options.filter((name) => always.includes(name) || (queues[name] ?? 0) > 0);
  return (
    <Box component="section" aria-label="我的队列" sx={{ mb: 3 }}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(132px, 1fr))' }}>
        {shown.map((name) => (
          <QueueCard key={name} name={name} count={queues[name] ?? 0} />
        ))}
      </Box>
    </Box>
  );
}

function QueueCard({ name, count }: { name: QueueName; count: number }) {
  const pressing = name === 'overdue' && count > 0;
  return (
    <Card variant="outlined">
      <CardActionArea
        component={Link}
        to="/cases"
        state={{ queue: name }}
        sx={{ p: 1.5, display: 'grid', gap: 0.5, height: '100%', justifyContent: 'start' }}
      >
        <Box
          sx={{
            ...{ display: 'flex', gap: 0.5, alignItems: 'center' },
            color: pressing ? 'error.main' : 'text.secondary',
          }}
        >
          {icons[name]}
          <Typography component="span">{queueNames[name]}</Typography>
        </Box>
        <Typography
          component="span"
          sx={{ fontSize: '1.5rem', fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}
        >
          {count} <Typography component="span">件</Typography>
        </Typography>
      </CardActionArea>
    </Card>
  );
}
