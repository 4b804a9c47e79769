import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { EmergencyForm } from '../../../domain/application/kind-forms.ts';
import { emergencyNames } from '../../../domain/application/kind-names.ts';
import { useToday } from '../../session/status.ts';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { FieldGrid, Wide } from '../../ui/FieldGrid.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { optionsOf } from '../../words/options-of.ts';
import { useDraft } from '../application/draft-context.tsx';
import { StepPage } from '../application/StepPage.tsx';
import { KindResultPanel } from '../review/KindResultPanel.tsx';

/** 临时救助: what happened, where, how urgent, and how much is needed. */
export function EmergencyStep() {
  const { draft, edit } = useDraft();
  const { emergency } = draft.sections;
  const save = (change: Partial<EmergencyForm>): void =>
    edit({ section: 'emergency', value: { ...emergency, ...change } });
  return (
    <StepPage path="emergency" title="遇到的困难" why="在哪里遇到困难就在哪里申请，户口在外地也可以。">
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 1fr) 340px' },
          gap: 3,
          alignItems: 'start',
        }}
      >
        <Box sx={{ display: 'grid', gap: 2 }}>
          <BigChoice
            label="遇到了什么困难"
            choices={optionsOf(emergencyNames)}
            value={emergency.kind}
            onChange={(kind) => save({ kind })}
            autoFocus
          />
          <EventFields emergency={emergency} onChange={save} />
          <BigChoice
            label="急不急"
            choices={[
              { value: 'yes', label: '很急，等不了', hint: '可以先给钱，事后再补说明' },
              { value: 'no', label: '可以等办理' },
            ]}
            value={emergency.urgent === null ? null : emergency.urgent ? 'yes' : 'no'}
            onChange={(value) => save({ urgent: value === 'yes' })}
          />
          {emergency.urgent && <Alert severity="info">提交后请马上告诉审核人员，这一件要先办。</Alert>}
        </Box>
        <KindResultPanel draft={draft} />
      </Box>
    </StepPage>
  );
}

interface Props {
  emergency: EmergencyForm;
  onChange: (change: Partial<EmergencyForm>) => void;
}

function EventFields({ emergency, onChange }: Props) {
  const today = useToday();
  return (
    <FieldGrid>
      <DateField
        label="哪天发生的"
        value={emergency.happenedOn}
        error={emergency.happenedOn > today ? '还没到这一天，请核对' : null}
        onChange={(happenedOn) => onChange({ happenedOn })}
      />
      <TextInput
        label="在哪里发生的"
        value={emergency.place}
        onChange={(place) => onChange({ place })}
        maxLength={120}
      />
      <MoneyField
        label="需要多少钱"
        keepAs="emergency.requested"
        valueFen={emergency.requestedFen || null}
        onChange={(fen) => onChange({ requestedFen: fen ?? 0 })}
      />
      <Wide>
        <TextInput
          label="经过和现在的难处"
          hint="谁、怎么了、现在缺什么"
          value={emergency.what}
          onChange={(what) => onChange({ what })}
          maxLength={1000}
          multiline
        />
      </Wide>
    </FieldGrid>
  );
}
