import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { FieldGrid } from '../../../ui/FieldGrid.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import type { SurveyPart } from './survey-part.ts';

export const situationNames = {
  housing: '住房情况',
  health: '身体情况',
  work: '就业和收入',
  living: '平时生活',
} as const;
type Topic = keyof typeof situationNames;
const hints: Record<Topic, string> = {
  housing: '几间、多大、自有还是租的、有些什么',
  health: '谁有病、能不能自理',
  work: '谁在做什么、挣多少',
  living: '吃穿用度、看病上学',
};

/** 入户调查表: who was there, and what was seen. */
export function HomeFields({ draft, members, onChange }: SurveyPart) {
  const id = useId();
  const { presentIds, situation } = draft;
  return (
    <>
      <Box role="group" aria-labelledby={id}>
        <Typography id={id}>家里谁在场</Typography>
        <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
          {members.map((member) => (
            <FormControlLabel
              key={member.id}
              label={member.name}
              control={
                <Checkbox
                  checked={presentIds.includes(member.id)}
                  onChange={(_, checked) =>
                    onChange({
                      presentIds: checked
                        ? [...presentIds, member.id]
                        : presentIds.filter((one) => one !== member.id),
                    })
                  }
                />
              }
            />
          ))}
        </Box>
        <TextInput
          label="还有谁在场"
          hint="不是家庭成员的，用、隔开；没有就不填"
          value={draft.othersPresent}
          onChange={(othersPresent) => onChange({ othersPresent })}
          maxLength={200}
        />
      </Box>
      <FieldGrid min={420}>
        {(Object.keys(situationNames) as Topic[]).map((topic) => (
          <TextInput
            key={topic}
            label={situationNames[topic]}
            hint={hints[topic]}
            value={situation[topic]}
            onChange={(text) => onChange({ situation: { ...situation, [topic]: text } })}
            maxLength={1000}
            multiline
          />
        ))}
      </FieldGrid>
    </>
  );
}
