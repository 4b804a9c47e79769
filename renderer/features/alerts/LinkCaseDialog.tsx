import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useCases } from '../queue/use-cases.ts';
import { ActDialog } from '../records/ActDialog.tsx';
import type { AlertDialog } from './alert-dialog.ts';

const most = 5;

/** Finds the application that the follow-up led to. */
export function LinkCaseDialog({ pending, failure, onSend, onClose }: AlertDialog) {
  const [search, setSearch] = useState('');
  const [caseId, setCaseId] = useState<string | null>(null);
  const query = useCases({ queue: 'all', step: null, search, page: 0 });
  const found = search.trim() === '' ? [] : (query.data?.cases ?? []).slice(0, most);
  const chosen = found.some(({ id }) => id === caseId) ? caseId : null;
  return (
    <ActDialog
      title="关联申请"
      confirmLabel="关联"
      ready={chosen !== null}
      pending={pending}
      failure={failure ?? query.failure}
      onConfirm={() => {
        if (chosen) onSend({ type: 'linkCase', caseId: chosen });
      }}
      onClose={onClose}
    >
      <Typography>还没有申请的，请先到“首页”帮对方申请，提交以后再来关联。</Typography>
      <TextInput
        label="查找（姓名、证件号、编号）"
        value={search}
        onChange={setSearch}
        maxLength={60}
        autoFocus
      />
      {found.length > 0 && (
        <BigChoice
          label="是哪一件"
          choices={found.map(({ id, applicantName, maskedId, caseCode }) => ({
            value: id,
            label: `${applicantName}，${caseCode}`,
            hint: maskedId,
          }))}
          value={chosen}
          onChange={setCaseId}
        />
      )}
      {search.trim() !== '' && query.data?.cases.length === 0 && <Typography>没有找到。</Typography>}
    </ActDialog>
  );
}
