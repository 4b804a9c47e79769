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
  const { added, addedOne } = useAdded(dossier);
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
            provide.reset();
            addedOne(lineKey(item.slot, item.memberId));
          }}
        />
      ))}
      <Typography color="textSecondary" sx={{ mt: 1 }}>
        {waiting.length > 0
          ? `还有 ${waiting.length} 样没有选文件。`
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

type Counts = Readonly<Record<string, number>>;

/** Pages of each line: those of the dossier as it was read, and those added since; a newer dossier holds these too. */
function useAdded(dossier: Dossier): { added: Counts; addedOne: (key: string) => void } {
  const before = Object.fromEntries(
    dossier.supplementPages.map(({ slot, memberId, pages }) => [lineKey(slot, memberId), pages]),
  );
  const [since, setSince] = useState<{ of: Dossier; added: Counts } | null>(null);
  const added = since?.of === dossier ? since.added : before;
  const addedOne = (key: string): void =>
    setSince((last) => {
      const counts = last?.of === dossier ? last.added : before;
      return { of: dossier, added: { ...counts, [key]: (counts[key] ?? 0) + 1 } };
    });
  return { added, addedOne };
}
