import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DraftSummary } from '../../../contract/views.ts';
import { useCoreCommand, useCoreQuery } from '../../core-query.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { assistanceNames } from '../../words/statement-names.ts';
import { momentWords } from '../../words/moment-words.ts';

/** Applications begun and not submitted; deleting asks, since nothing brings a draft back. */
export function MyDrafts() {
  const drafts = useCoreQuery('draft.list', {}, { staleTime: 0 });
  const discard = useCoreCommand('draft.discard');
  const [doomed, setDoomed] = useState<DraftSummary | null>(null);
  const toast = useToast();
  const confirm = async (): Promise<void> => {
    if (!doomed) return;
    setDoomed(null);
    if (!(await discard.run({ draftId: doomed.id }))) return;
    toast({ text: `已删除${doomed.applicantName || '没有姓名'}的草稿` });
    await drafts.refetch();
  };
  const list = drafts.data?.drafts ?? [];
  return (
    <Box component="section" aria-label="我的草稿">
      <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
        我的草稿
      </Typography>
      <ErrorNotice failure={drafts.failure ?? discard.failure} onRetry={() => void drafts.refetch()} />
      {drafts.isPending && <Waiting />}
      {drafts.data && list.length === 0 && (
        <EmptyState
          icon={<EditNoteOutlined />}
          title="没有没办完的申请"
          how="按 N 新建一份，填到一半离开也会留在这里。"
        />
      )}
      {list.length > 0 && (
        <Paper variant="outlined">
          <List disablePadding>
            {list.map((draft) => (
              <DraftLine key={draft.id} draft={draft} onDiscard={() => setDoomed(draft)} />
            ))}
          </List>
        </Paper>
      )}
      <ConfirmDialog
        open={doomed !== null}
        title={`删除${doomed?.applicantName || '没有姓名'}的草稿？`}
        confirmLabel="删除草稿"
        onConfirm={() => void confirm()}
        onClose={() => setDoomed(null)}
      >
        <Typography>已填的内容、拍的材料和签字都会删掉，不能恢复。</Typography>
      </ConfirmDialog>
    </Box>
  );
}

function DraftLine({ draft, onDiscard }: { draft: DraftSummary; onDiscard: () => void }) {
  const name = draft.applicantName || '还没有姓名';
  return (
    <ListItem
      disablePadding
      divider
      secondaryAction={
        <Button color="secondary" onClick={onDiscard} aria-label={`删除${name}的草稿`}>
          删除
        </Button>
      }
    >
      <ListItemButton
        component={Link}
        to={`/apply/${draft.id}/identity`}
        sx={{ display: 'block', pr: '6rem !important' }}
      >
        <Typography sx={{ fontWeight: 600 }}>
          {name}{' '}
          <Typography component="span" color="textSecondary">
            {draft.maskedId}
          </Typography>
        </Typography>
        <Typography color="textSecondary">
          {assistanceNames[draft.kind]}，{momentWords(draft.updatedAt)}改过
        </Typography>
      </ListItemButton>
    </ListItem>
  );
}
