import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Dossier } from '../../../contract/views.ts';
import type { DuplicateResolution } from '../../../domain/case/process-data.ts';
import { BigChoice, type Choice } from '../../ui/BigChoice.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import type { DuplicatePair } from './duplicate-pairs.ts';
import { useAct } from './use-act.ts';

export const resolutionWords: Record<DuplicateResolution, string> = {
  otherPerson: '不是同一个人',
  keepThis: '由这一件办',
  keepOther: '由另一件办',
  bothLawful: '两件都可以办',
};

const hints: Record<DuplicateResolution, string> = {
  otherPerson: '其中一件的证件号录错了',
  keepThis: '另一件要撤回，或者把这个人移出那一户',
  keepOther: '这一件要撤回，或者把这个人移出这一户',
  bothLawful: '例如低保家庭又遇到火灾，申请临时救助',
};

const choices: Choice<DuplicateResolution>[] = (Object.keys(resolutionWords) as DuplicateResolution[]).map(
  (value) => ({ value, label: resolutionWords[value], hint: hints[value] }),
);

interface Props {
  dossier: Dossier;
  pair: DuplicatePair;
  source: string;
  onClose: (changed: boolean) => void;
}

/** Which of two cases goes on, and why; the district asks for it before it confirms. */
export function ResolveDuplicate({ dossier: { summary }, pair, source, onClose }: Props) {
  const act = useAct(summary.id);
  const [resolution, setResolution] = useState<DuplicateResolution | null>(null);
  const [reason, setReason] = useState('');
  const { personId, caseId: otherCaseId, caseCode } = pair;
  const save = async (): Promise<void> => {
    if (!resolution) return;
    const command = {
      type: 'resolveDuplicate',
      personId,
      otherCaseId,
      resolution,
      reason: reason.trim(),
    } as const;
    if (await act.run(command, `已处理和 ${caseCode} 的重复`)) onClose(true);
  };
  return (
    <ActionDialog
      title={`${summary.applicantName}：处理重复申请`}
      source={source}
      verb="保存处理结果"
      ready={resolution !== null && reason.trim().length >= 2}
      pending={act.pending}
      failure={act.failure}
      dirty={resolution !== null || reason.trim() !== ''}
      onConfirm={() => void save()}
      onClose={() => onClose(false)}
    >
      <Typography>另一件是 {caseCode}。只在这一件里记下结果；另一件由它的经办人处理。</Typography>
      <BigChoice label="怎么处理" choices={choices} value={resolution} onChange={setResolution} autoFocus />
      <TextInput label="为什么" value={reason} onChange={setReason} maxLength={500} multiline />
    </ActionDialog>
  );
}
