import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { checkPurposeTitles } from '../../../../domain/matching/check.ts';
import { Source, sourceTitles } from '../../../../domain/matching/sources.ts';
import { newId } from '../../../new-id.ts';
import { BigChoice } from '../../../ui/BigChoice.tsx';
import { optionsOf } from '../../../words/options-of.ts';
import { ActionDialog } from '../ActionDialog.tsx';
import type { ActionFormProps } from '../action-form.ts';
import { useAct } from '../use-act.ts';
import { purposeAt, sourcesToAsk } from './check-draft.ts';

/** Asks departments about everybody who signed; who did not sign is not asked about, and each query is on record. */
export function CheckForm({ dossier, process, action, onClose }: ActionFormProps) {
  const { summary, application, signatures } = dossier;
  const act = useAct(summary.id);
  const [requestId] = useState(newId);
  const [first] = useState(() => sourcesToAsk(process.checks));
  const [sources, setSources] = useState<Source[]>(first);
  const [purpose, setPurpose] = useState(() => purposeAt(process.step));
  const signed = application.members.filter(({ id }) => signatures.some(({ memberId }) => memberId === id));
  const unsigned = application.members.filter((member) => !signed.includes(member));
  const names = (list: typeof signed): string => list.map(({ name }) => name).join('、');
  const run = async (): Promise<void> => {
    const done = `${summary.applicantName}：已向 ${sources.length} 个部门发出核对`;
    if (await act.run({ type: 'requestCheck', requestId, sources, purpose }, done)) onClose(true);
  };
  return (
    <ActionDialog
      title={`${summary.applicantName}：发出核对`}
      source={action.source}
      verb={`向 ${sources.length} 个部门发出核对`}
      ready={sources.length > 0 && signed.length > 0}
      pending={act.pending}
      failure={act.failure}
      dirty={sources !== first}
      wide
      onConfirm={() => void run()}
      onClose={() => onClose(false)}
    >
      <Alert severity="info" variant="outlined">
        <Typography>
          {signed.length > 0
            ? `只查签了核对授权书的人：${names(signed)}。`
            : '还没有人签核对授权书，不能查。'}
          {unsigned.length > 0 && ` 没有签的不查：${names(unsigned)}。`}
        </Typography>
        <Typography>每一次查询都会记下来：谁查的、什么时候、为了什么。</Typography>
      </Alert>
      <BigChoice
        label="为了什么查"
        choices={optionsOf(checkPurposeTitles)}
        value={purpose}
        onChange={setPurpose}
      />
      <SourceBoxes sources={sources} onChange={setSources} />
      <Typography color="textSecondary">
        部门回话需要时间。回话以后“调查核对”里会显示，一直没有回话的也会写明。
      </Typography>
    </ActionDialog>
  );
}

function SourceBoxes({ sources, onChange }: { sources: Source[]; onChange: (sources: Source[]) => void }) {
  const id = useId();
  // In the order of the list, however they were ticked.
  const toggle = (source: Source, on: boolean): void =>
    onChange(Source.options.filter((one) => (one === source ? on : sources.includes(one))));
  return (
    <Box role="group" aria-labelledby={id}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <Typography id={id}>问哪些部门</Typography>
        <Button onClick={() => onChange([...Source.options])}>全选</Button>
        <Button onClick={() => onChange([])}>全不选</Button>
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(17rem, 1fr))' }}>
        {Source.options.map((source) => (
          <FormControlLabel
            key={source}
            label={sourceTitles[source]}
            control={
              <Checkbox
                checked={sources.includes(source)}
                onChange={(_, checked) => toggle(source, checked)}
              />
            }
          />
        ))}
      </Box>
    </Box>
  );
}
