import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { assessedSelfCare, methodOf } from '../../../../domain/case/proposal.ts';
import type { LocalAmounts } from '../../../../domain/rules/local-amounts.ts';
import { formatYuanWithUnit } from '../../../../domain/values/fen.ts';
import { useToday } from '../../../session/status.ts';
import { BigChoice } from '../../../ui/BigChoice.tsx';
import { KeptText } from '../../../ui/kept-text.ts';
import { TextInput } from '../../../ui/TextInput.tsx';
import { methodWords } from '../../../words/process-answers.ts';
import { ActionDialog } from '../ActionDialog.tsx';
import type { ActionFormProps } from '../action-form.ts';
import { ComparisonTable } from '../survey/ComparisonTable.tsx';
import { useAct } from '../use-act.ts';
import {
  amountOf,
  notMetOf,
  proposalLacking,
  proposalOf,
  reckon,
  reckonedOf,
  startProposal,
} from './proposal-draft.ts';
import { ReckonedPanel } from './ReckonedPanel.tsx';
import { VerifiedFields } from './VerifiedFields.tsx';

/** 初审意见: the figures as found; the amount and its method come from the arithmetic, the reason from a person. */
export function ProposeForm(props: ActionFormProps) {
  const { amounts } = props.process;
  return amounts ? <WithAmounts {...props} amounts={amounts} /> : <NoAmounts {...props} />;
}

function NoAmounts({ dossier, action, onClose }: ActionFormProps) {
  return (
    <ActionDialog
      title={`${dossier.summary.applicantName}：提出初审意见`}
      source={action.source}
      verb="提出初审意见"
      ready={false}
      pending={false}
      failure={null}
      onConfirm={() => undefined}
      onClose={() => onClose(false)}
    >
      <Typography>区里还没有定今天能用的金额标准，算不出来。请先报告区民政局。</Typography>
    </ActionDialog>
  );
}

function WithAmounts({
  dossier,
  process,
  action,
  onClose,
  amounts,
}: ActionFormProps & { amounts: LocalAmounts }) {
  const { summary, application } = dossier;
  const today = useToday();
  const act = useAct(summary.id);
  const reckoned = useMemo(() => reckonedOf(dossier, process), [dossier, process]);
  const [kept] = useState(() => new Map<string, string>());
  const [start] = useState(() => startProposal(reckoned, process.proposals.at(-1)?.proposal ?? null));
  const [draft, setDraft] = useState(start);
  const assessed = reckon(draft, reckoned, today, amounts);
  const notMet = draft.propertyComplies === null ? [] : notMetOf(assessed);
  const lacking = proposalLacking(draft, assessed);
  const barred = draft.eligible === true && notMet.length > 0;
  const run = async (): Promise<void> => {
    const proposal = proposalOf(draft, reckoned, process.grantType, today, amounts);
    const done = `${summary.applicantName}：初审意见已记入档案`;
    if (await act.run({ type: 'propose', proposal }, done)) onClose(true);
  };
  const fen = amountOf(draft.eligible === true, process.grantType, assessed);
  const method = methodOf(process.kind, amounts);
  return (
    <ActionDialog
      title={`${summary.applicantName}：提出初审意见`}
      source={action.source}
      verb="提出初审意见"
      ready={lacking.length === 0 && !barred}
      pending={act.pending}
      failure={act.failure}
      dirty={draft !== start}
      wide
      lacking={lacking}
      onConfirm={() => void run()}
      onClose={() => onClose(false)}
    >
      <KeptText value={kept}>
        <ComparisonTable dossier={dossier} process={process} moneyOnly />
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 1fr) 340px' },
            gap: 3,
            alignItems: 'start',
          }}
        >
          <VerifiedFields
            draft={draft}
            members={application.members}
            selfCareAssessed={assessedSelfCare(reckoned) !== undefined}
            onChange={(part) => setDraft((all) => ({ ...all, ...part }))}
          />
          {draft.propertyComplies === null ? (
            <Typography color="textSecondary">答了财产符不符合，这里就算出来。</Typography>
          ) : (
            <ReckonedPanel assessed={assessed} amounts={amounts} />
          )}
        </Box>
        <BigChoice
          label="建议"
          choices={[
            { value: 'yes', label: '建议救助' },
            { value: 'no', label: '建议不予救助' },
          ]}
          value={draft.eligible === null ? null : draft.eligible ? 'yes' : 'no'}
          onChange={(value) => setDraft((all) => ({ ...all, eligible: value === 'yes' }))}
          error={barred ? `不能建议救助，有条件不符合：${notMet.join('、')}` : null}
        />
        {draft.eligible === true && !barred && (
          <Typography role="status" sx={{ fontWeight: 600 }}>
            {process.grantType === 'status'
              ? methodWords.status
              : `${process.grantType === 'once' ? '一次' : '每月'} ${formatYuanWithUnit(fen)}，${methodWords[method]}。金额由上面的数字算出，不能另填。`}
          </Typography>
        )}
        <TextInput
          label="理由"
          hint="为什么这样建议，公示和告知时用得上"
          value={draft.reason}
          onChange={(reason) => setDraft((all) => ({ ...all, reason }))}
          maxLength={500}
          multiline
        />
      </KeptText>
    </ActionDialog>
  );
}
