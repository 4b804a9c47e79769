import SendOutlined from '@mui/icons-material/SendOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Dossier } from '../../../contract/views.ts';
import { formatChinese } from '../../../domain/values/iso-date.ts';
import { useCoreCommand } from '../../core-query.ts';
import { useToday } from '../../session/status.ts';
import { DueChip } from '../../ui/DueChip.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { lineKey } from './notice-draft.ts';
import { SupplementItemRow } from './SupplementItemRow.tsx';

interface Props {
  dossier: Dossier;
  onChanged: () => void;
}

/** The clerk's part of an open notice: a file for each item, then back to the reviewer. */
export function ProvideSupplement({ dossier, onChanged }: Props) {
  const { summary, supplements } = dossier;
  const today = useToday();
  const toast = useToast();
  const provide = useCoreCommand('case.provideSupplement');
  const [added, setAdded] = useState<Readonly<Record<string, number>>>({});
  const notice = supplements.at(-1);
  if (!notice) return null;
  const waiting = notice.items.filter(({ slot, memberId }) => !added[lineKey(slot, memberId)]);
  const send = async (): Promise<void> => {
    if (!(await provide.run({ caseId: summary.id }))) return;
    toast({ text: `${summary.applicantName}补交的材料已提交，等待受理` });
    onChanged();
  };
  return (
    <Paper variant="outlined" component="section" aria-label="补交材料" sx={{ p: 2 }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap', mb: 1 }}>
        <Typography variant="h3" component="h2">
          补交材料
        </Typography>
        <Typography>
          {formatChinese(notice.limit)}前交齐 {notice.items.length} 样
        </Typography>
        <DueChip due={notice.limit} today={today} />
      </Box>
      {notice.items.map((item) => (
        <SupplementItemRow
          key={lineKey(item.slot, item.memberId)}
          caseId={summary.id}
          item={item}
          members={dossier.application.members}
          added={added[lineKey(item.slot, item.memberId)] ?? 0}
          onAdded={() => {
            const key = lineKey(item.slot, item.memberId);
            provide.reset();
            setAdded((all) => ({ ...all, [key]: (all[key] ?? 0) + 1 }));
          }}
        />
      ))}
      <Typography color="textSecondary" sx={{ mt: 1 }}>
        {waiting.length > 0
          ? `这次打开以后还有 ${waiting.length} 样没有选文件；以前存好的也算数，可以直接提交试试。`
          : '都有了。提交以后交回镇街审核，受理时限重新计算。'}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start', mt: 1 }}>
        <Button
          variant="contained"
          startIcon={<SendOutlined />}
          onClick={() => void send()}
          disabled={provide.pending}
        >
          提交{summary.applicantName}补交的材料
        </Button>
        <ErrorNotice failure={provide.failure} />
      </Box>
    </Paper>
  );
}
