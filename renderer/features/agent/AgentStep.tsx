import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { AgentForm } from '../../../domain/application/forms.ts';
import { parsePhone } from '../../../domain/values/phone.ts';
import { useToday } from '../../session/status.ts';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { FieldGrid } from '../../ui/FieldGrid.tsx';
import { IdNumberField } from '../../ui/IdNumberField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { problemWords } from '../../words/field-problems.ts';
import { useDraft } from '../application/draft-context.tsx';
import { StepPage } from '../application/StepPage.tsx';

type Answer = 'self' | AgentForm['kind'];
const answerOf = (agent: AgentForm): Answer | null =>
  agent.has === null ? null : agent.has ? agent.kind : 'self';

/** Who hands the application in: the resident, somebody with 委托书, or the 村（居）. */
export function AgentStep() {
  const { draft, edit } = useDraft();
  const { agent } = draft.sections;
  const save = (change: Partial<AgentForm>): void =>
    edit({ section: 'agent', value: { ...agent, ...change } });
  const answer = (value: Answer): void =>
    save(value === 'self' ? { has: false } : { has: true, kind: value });
  return (
    <StepPage path="agent" title="代办人" why="本人来不了，别人或者村（居）可以帮着申请。">
      <Box sx={{ display: 'grid', gap: 2 }}>
        <BigChoice
          label="是谁来申请"
          choices={[
            { value: 'self', label: '本人申请' },
            { value: 'person', label: '他人代办', hint: '要有委托书' },
            { value: 'village', label: '村（居）代办' },
          ]}
          value={answerOf(agent)}
          onChange={answer}
          autoFocus
        />
        {agent.has && <AgentFields agent={agent} onChange={save} />}
        {agent.has && agent.kind === 'person' && (
          <Alert severity="info">请带上申请人签了名的委托书，在“材料”一步拍下来。</Alert>
        )}
      </Box>
    </StepPage>
  );
}

function AgentFields({
  agent,
  onChange,
}: {
  agent: AgentForm;
  onChange: (change: Partial<AgentForm>) => void;
}) {
  const today = useToday();
  const phone = agent.phone.trim() ? parsePhone(agent.phone) : null;
  const village = agent.kind === 'village';
  return (
    <FieldGrid>
      <TextInput
        label={village ? '村（居）经办人姓名' : '代办人姓名'}
        value={agent.name}
        onChange={(name) => onChange({ name })}
        maxLength={60}
      />
      {!village && (
        <IdNumberField
          label="代办人身份证号"
          today={today}
          value={agent.idNumber}
          onChange={(idNumber) => onChange({ idNumber })}
        />
      )}
      {!village && (
        <TextInput
          label="和申请人的关系"
          hint="例如 侄子、邻居"
          value={agent.relation}
          onChange={(relation) => onChange({ relation })}
          maxLength={20}
        />
      )}
      <TextInput
        label="代办人电话"
        value={agent.phone}
        error={phone && !phone.ok ? problemWords(phone.failure.code) : null}
        onChange={(value) => onChange({ phone: value })}
        inputMode="tel"
        maxLength={20}
      />
    </FieldGrid>
  );
}
