import Box from '@mui/material/Box';
import { useState } from 'react';
import type { DraftView } from '../../../contract/views.ts';
import { signedTextHolds } from '../../../domain/application/authorization-text.ts';
import { peopleOf } from '../../../domain/application/forms.ts';
import { useCoreCommand } from '../../core-query.ts';
import { useAccount, useToday } from '../../session/status.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { StepPage } from '../application/StepPage.tsx';
import { SignDialog } from './SignDialog.tsx';
import { SignerRow } from './SignerRow.tsx';
import { signerLines, type SignerLine } from './signers.ts';

interface Props {
  draft: DraftView;
  refresh: () => void;
}

/** Every member signs, or a guardian for them: who has, who has not yet. */
export function SigningStep({ draft, refresh }: Props) {
  const lines = signerLines(draft, useToday());
  const people = peopleOf(draft.sections);
  const townName = useAccount().areaName;
  const toast = useToast();
  const clearing = useCoreCommand('authorization.clear');
  const [openId, setOpenId] = useState<string | null>(null);
  const open = lines.find(({ member }) => member.id === openId);

  const signed = (line: SignerLine): void => {
    setOpenId(null);
    refresh();
    toast({ text: `${line.member.name}的授权已签好` });
  };
  const clear = async (line: SignerLine): Promise<void> => {
    if (await clearing.run({ draftId: draft.id, memberId: line.member.id })) refresh();
  };
  return (
    <StepPage
      path="signing"
      title="授权签字"
      why={
        draft.kind === 'linshi'
          ? '请申请人看清楚写的是什么，再签字确认。'
          : '法律规定，核对收入和财产前要每位家庭成员同意。'
      }
    >
      <ErrorNotice failure={clearing.failure} />
      {lines.length === 0 && (
        <EmptyState title="先填身份" how="填好“身份”和“家庭成员”后，这里列出要签字的人。" />
      )}
      <Box component="ul" aria-label="签字名单" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {lines.map((line) => (
          <SignerRow
            key={line.member.id}
            line={line}
            changed={line.signature !== null && !signedTextHolds(line.signature, draft, townName)}
            signerName={people.find(({ id }) => id === line.signature?.signerId)?.name ?? null}
            onSign={() => setOpenId(line.member.id)}
            onClear={() => void clear(line)}
          />
        ))}
      </Box>
      {open && (
        <SignDialog
          draft={draft}
          line={open}
          townName={townName}
          onSigned={() => signed(open)}
          onClose={() => setOpenId(null)}
        />
      )}
    </StepPage>
  );
}
