import Box from '@mui/material/Box';
import type { PreScreenAnswers } from '../../../domain/eligibility/pre-screen.ts';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx';
import { FieldGrid } from '../../ui/FieldGrid.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DisabilityQuestion } from './DisabilityQuestion.tsx';

interface Props {
  answers: PreScreenAnswers;
  onChange: (change: Partial<PreScreenAnswers>) => void;
}

/** Whole numbers as people type them; empty or anything else is no answer. */
const wholeNumber = (text: string, most: number): number | null => {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,3}$/.test(plain) && Number(plain) <= most ? Number(plain) : null;
};

/** Every question may be left open. */
export function Questions({ answers, onChange }: Props) {
  return (
    <EnterMovesOn>
      <Box component="section" aria-label="几个问题" sx={{ display: 'grid', gap: 2 }}>
        <EmergencyQuestion answers={answers} onChange={onChange} />
        <FieldGrid min={200}>
          <NumberField
            label="需要帮助的人几岁"
            unit="岁"
            most={150}
            value={answers.age}
            onChange={(age) => onChange({ age })}
          />
          <NumberField
            label="一起生活的有几个人"
            unit="人"
            most={21}
            value={answers.householdSize}
            onChange={(size) => onChange({ householdSize: Math.max(1, size ?? 1) })}
          />
          <MoneyField
            label="全家一个月大约收入"
            hint="没有就写 0"
            valueFen={answers.monthIncomeFen}
            onChange={(monthIncomeFen) => onChange({ monthIncomeFen })}
          />
          <MoneyField
            label="一年看病上学自己掏多少"
            hint="报销的不算，没有就写 0"
            valueFen={answers.expensesYearFen}
            onChange={(expensesYearFen) => onChange({ expensesYearFen })}
          />
        </FieldGrid>
        <BigChoice
          label="身体怎么样"
          choices={[
            { value: 'healthy', label: '健康' },
            { value: 'weak', label: '体弱' },
            { value: 'seriousIllness', label: '重病' },
            { value: 'severeDisability', label: '重残' },
          ]}
          value={answers.health}
          onChange={(health) => onChange({ health, disability: null })}
        />
        {answers.health === 'severeDisability' && (
          <DisabilityQuestion
            value={answers.disability}
            onChange={(disability) => onChange({ disability })}
          />
        )}
        <BigChoice
          label="有没有子女、父母等依法该养他的人"
          choices={[
            { value: 'none', label: '没有' },
            { value: 'unable', label: '有，但没有能力' },
            { value: 'able', label: '有，有能力' },
          ]}
          value={answers.supporters}
          onChange={(supporters) => onChange({ supporters })}
        />
      </Box>
    </EnterMovesOn>
  );
}

function EmergencyQuestion({ answers: { emergency }, onChange }: Props) {
  const said = emergency === null ? null : !emergency.happened ? 'no' : emergency.urgent ? 'urgent' : 'yes';
  const answer = (value: 'no' | 'yes' | 'urgent'): void =>
    onChange({
      emergency: {
        happened: value !== 'no',
        urgent: value === 'urgent',
        requestedFen: value === 'no' ? 0 : (emergency?.requestedFen ?? 0),
      },
    });
  return (
    <>
      <BigChoice
        label="最近有没有突然遇到难处"
        hint="例如 火灾、车祸、急病"
        choices={[
          { value: 'no', label: '没有' },
          { value: 'yes', label: '有' },
          { value: 'urgent', label: '有，很急' },
        ]}
        value={said}
        onChange={answer}
        autoFocus
      />
      {emergency?.happened && (
        <MoneyField
          label="需要多少钱"
          width={260}
          valueFen={emergency.requestedFen || null}
          onChange={(fen) => onChange({ emergency: { ...emergency, requestedFen: fen ?? 0 } })}
        />
      )}
    </>
  );
}

interface NumberProps {
  label: string;
  unit: string;
  most: number;
  value: number | null;
  onChange: (value: number | null) => void;
}

function NumberField({ label, unit, most, value, onChange }: NumberProps) {
  return (
    <TextInput
      label={label}
      value={value === null ? '' : String(value)}
      onChange={(text) => onChange(wholeNumber(text, most))}
      inputMode="numeric"
      maxLength={3}
      end={unit}
    />
  );
}
