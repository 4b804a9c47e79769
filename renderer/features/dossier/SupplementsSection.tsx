import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { Dossier } from '../../../contract/views.ts';
import { formatChinese } from '../../../domain/values/iso-date.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { materialTitle } from '../review/material-words.ts';

/** The notices sent to the resident, with what each asked for and until when. */
export function SupplementsSection({ dossier }: { dossier: Dossier }) {
  const { supplements, application } = dossier;
  if (supplements.length === 0)
    return <EmptyState title="没有发过补正通知" how="缺材料时由审核人一次发出，通知会留在这里。" />;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {supplements.map(({ items, limit, issuedOn }, index) => (
        <Paper
          key={`${issuedOn} ${index}`}
          variant="outlined"
          component="section"
          aria-label={`第 ${index + 1} 次补正通知`}
          sx={{ p: 2 }}
        >
          <Typography variant="h3" component="h2">
            {formatChinese(issuedOn)}发出，{formatChinese(limit)}前补交
          </Typography>
          <ul>
            {items.map(({ slot, memberId, note }, i) => (
              <li key={i}>
                <strong>{materialTitle(slot, memberId, application.members)}</strong>：{note}
              </li>
            ))}
          </ul>
        </Paper>
      ))}
    </Box>
  );
}
