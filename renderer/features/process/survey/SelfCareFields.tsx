import Typography from '@mui/material/Typography';
import { selfCareItems, selfCareLevel, selfCareNames } from '../../../../domain/eligibility/self-care.ts';
import type { SelfCareForm } from '../../../../domain/application/kind-forms.ts';
import { BigChoice } from '../../../ui/BigChoice.tsx';
import type { SurveyPart } from './survey-part.ts';

/** 特困: two assessors look at the six things themselves. */
export function SelfCareFields({ draft: { personId, answers }, members, onChange }: SurveyPart) {
  return (
    <>
      <BigChoice
        label="评估谁"
        choices={members.map(({ id, name }) => ({ value: id, label: name }))}
        value={personId}
        onChange={(id) => onChange({ personId: id })}
      />
      <SelfCareQuestions answers={answers} onChange={(next) => onChange({ answers: next })} />
    </>
  );
}

export function SelfCareQuestions({
  answers,
  onChange,
}: {
  answers: SelfCareForm;
  onChange: (answers: SelfCareForm) => void;
}) {
  const level = selfCareLevel(answers);
  return (
    <>
      {selfCareItems.map(({ code, label }) => (
        <BigChoice
          key={code}
          inline
          label={label}
          choices={[
            { value: 'yes', label: '能' },
            { value: 'no', label: '不能' },
          ]}
          value={answers[code] === undefined ? null : answers[code] ? 'yes' : 'no'}
          onChange={(value) => onChange({ ...answers, [code]: value === 'yes' })}
        />
      ))}
      <Typography role="status" sx={{ fontWeight: 600 }}>
        {level ? selfCareNames[level] : '六件事都答完，这里说明是哪一级。'}
      </Typography>
    </>
  );
}
