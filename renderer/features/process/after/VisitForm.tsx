import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { SignedName } from '../../../../domain/survey/survey.ts';
import { visitModes } from '../../../../domain/visits/visit-rules.ts';
import { newId } from '../../../new-id.ts';
import { useAccount, useToday } from '../../../session/status.ts';
import { BigChoice } from '../../../ui/BigChoice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FieldGrid } from '../../../ui/FieldGrid.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { residenceWords, visitModeWords } from '../../../words/process-answers.ts';
import { ActionDialog } from '../ActionDialog.tsx';
import type { ActionFormProps } from '../action-form.ts';
import { PhotoField } from '../PhotoField.tsx';
import { SignatureField } from '../SignatureField.tsx';
import { BlankFormButton } from '../survey/BlankFormButton.tsx';
import { useAct } from '../use-act.ts';
import { emptyVisit, needsPhoto, visitLacking, visitOf, visitorsOf, type VisitDraft } from './visit-draft.ts';

/** 定期探访: only the ways that fit where the household lives. */
export function VisitForm({ dossier, process, action, onClose }: ActionFormProps) {
  const { summary, application } = dossier;
  const me = useAccount();
  const today = useToday();
  const act = useAct(summary.id);
  const residence = process.residence ?? 'home';
  const [visitId] = useState(newId);
  const [start] = useState(() => emptyVisit(today, me.displayName, residence));
  const [draft, setDraft] = useState<VisitDraft>(start);
  const change = (part: Partial<VisitDraft>): void => setDraft((all) => ({ ...all, ...part }));
  const lacking = visitLacking(draft, today);
  const run = async (): Promise<void> => {
    const done = `${summary.applicantName}：探访已记入档案`;
    if (await act.run({ type: 'recordVisit', visit: visitOf(draft, visitId) }, done)) onClose(true);
  };
  return (
    <ActionDialog
      title={`${summary.applicantName}：登记探访`}
      source={action.source}
      verb="存入档案"
      ready={lacking.length === 0}
      pending={act.pending}
      failure={act.failure}
      dirty={draft !== start}
      wide
      lacking={lacking}
      onConfirm={() => void run()}
      onClose={() => onClose(false)}
    >
      <BlankFormButton caseId={summary.id} document="visitRecord" />
      <BigChoice
        label="怎么探访的"
        hint={`这家${residenceWords[residence]}。`}
        choices={visitModes[residence].map((value) => ({ value, label: visitModeWords[value] }))}
        value={draft.mode}
        onChange={(mode) => change({ mode })}
        autoFocus
      />
      <Visitors draft={draft} today={today} colleagues={process.colleagues} onChange={change} />
      <TextInput
        label="看到的情况"
        hint="身体、生活、收入财产有没有变"
        value={draft.found}
        onChange={(found) => change({ found })}
        maxLength={1000}
        multiline
      />
      <TextInput
        label="有什么困难和要求"
        value={draft.needs}
        onChange={(needs) => change({ needs })}
        maxLength={1000}
        multiline
      />
      <BigChoice
        label="有没有影响待遇的变化"
        choices={[
          { value: 'no', label: '没有' },
          { value: 'yes', label: '有', hint: '存好以后，请再办“登记情况变化”' },
        ]}
        value={draft.changed === null ? null : draft.changed ? 'yes' : 'no'}
        onChange={(value) => change({ changed: value === 'yes' })}
      />
      <PhotoField
        caseId={summary.id}
        label="探访照片"
        hint={needsPhoto(draft) ? '至少一张' : '可以没有'}
        pages={draft.photos}
        onChange={(photos) => change({ photos })}
      />
      <VisitSignatures
        caseId={summary.id}
        draft={draft}
        household={application.members.map(({ name }) => name)}
        onChange={change}
      />
    </ActionDialog>
  );
}

interface PartProps {
  draft: VisitDraft;
  onChange: (part: Partial<VisitDraft>) => void;
}

function Visitors({
  draft: { on, visitors },
  today,
  colleagues,
  onChange,
}: PartProps & { today: string; colleagues: readonly { name: string }[] }) {
  const free = colleagues.filter(({ name }) => name !== '' && !visitors.includes(name));
  const add = (name: string): void => onChange({ visitors: [...visitors.filter(Boolean), name] });
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <FieldGrid>
        <DateField
          label="哪天探访的"
          value={on}
          onChange={(day) => onChange({ on: day })}
          error={on > today ? '还没到这一天，请核对' : null}
        />
        {visitors.map((name, at) => (
          <TextInput
            key={at}
            label={`探访人 ${at + 1}`}
            value={name}
            onChange={(text) => onChange({ visitors: visitors.map((old, i) => (i === at ? text : old)) })}
            maxLength={60}
          />
        ))}
      </FieldGrid>
      {visitors.length < 6 && (
        <Box role="group" aria-label="加上同事" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          {free.map(({ name }) => (
            <Button key={name} onClick={() => add(name)}>
              ＋ {name}
            </Button>
          ))}
          <Button onClick={() => onChange({ visitors: [...visitors, ''] })}>再加一名探访人</Button>
        </Box>
      )}
    </Box>
  );
}

function VisitSignatures({
  caseId,
  draft,
  household,
  onChange,
}: PartProps & { caseId: string; household: readonly string[] }) {
  const { signatures } = draft;
  const signers = [
    ...visitorsOf(draft).map((name) => ({ name, as: 'visitor' as const })),
    ...household.map((name) => ({ name, as: 'household' as const })),
  ];
  const put = (signer: { name: string; as: SignedName['as'] }, value: SignedName | null): void => {
    const rest = signatures.filter(({ name, as }) => name !== signer.name || as !== signer.as);
    onChange({ signatures: value ? [...rest, value] : rest });
  };
  return (
    <Box role="group" aria-label="签字" sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h3">签字（在场的人签）</Typography>
      {signers.map((signer) => (
        <SignatureField
          key={`${signer.as} ${signer.name}`}
          caseId={caseId}
          name={signer.name}
          as={signer.as}
          value={signatures.find(({ name, as }) => name === signer.name && as === signer.as) ?? null}
          onChange={(value) => put(signer, value)}
        />
      ))}
    </Box>
  );
}
