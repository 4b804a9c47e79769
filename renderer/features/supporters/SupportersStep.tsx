import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { SupportersForm } from '../../../domain/application/kind-forms.ts';
import { newId } from '../../new-id.ts';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { useDraft } from '../application/draft-context.tsx';
import { StepPage } from '../application/StepPage.tsx';
import { SupporterCard, type Supporter } from './SupporterCard.tsx';

const blank = (): Supporter => ({
  ...{ id: newId(), name: '', relation: '', monthIncomeFen: null },
  ...{ able: null, consent: null },
});

/** 特困: who is liable by law to support; nobody is an answer of its own. */
export function SupportersStep() {
  const { draft, edit } = useDraft();
  const { supporters } = draft.sections;
  const { people } = supporters;
  const save = (value: SupportersForm): void => edit({ section: 'supporters', value });
  const add = (): void => save({ none: false, people: [...people, blank()] });
  return (
    <StepPage
      path="supporters"
      title="赡养抚养人"
      why="子女、父母、配偶等依法应当赡养、抚养、扶养的人，不住在一起的也算。"
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <BigChoice
          label="有没有这样的人"
          choices={[
            { value: 'no', label: '没有' },
            { value: 'yes', label: '有' },
          ]}
          value={supporters.none ? 'no' : people.length > 0 ? 'yes' : null}
          onChange={(value) => (value === 'no' ? save({ none: true, people: [] }) : add())}
          autoFocus
        />
        {people.map((one) => (
          <SupporterCard
            key={one.id}
            supporter={one}
            onChange={(value) =>
              save({ none: false, people: people.map((p) => (p.id === value.id ? value : p)) })
            }
            onRemove={() => save({ none: false, people: people.filter((p) => p.id !== one.id) })}
          />
        ))}
        {people.length > 0 && (
          <Box>
            <Button variant="outlined" onClick={add} disabled={people.length >= 20}>
              再加一位
            </Button>
          </Box>
        )}
        {people.some(({ consent }) => consent) && (
          <Alert severity="info">同意核对的人要在授权书上签字，在“材料”一步拍下来。</Alert>
        )}
      </Box>
    </StepPage>
  );
}
