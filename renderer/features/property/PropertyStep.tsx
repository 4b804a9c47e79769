import DoneAll from '@mui/icons-material/DoneAll';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { peopleOf, type PropertyForm } from '../../../domain/application/forms.ts';
import { propertyKinds } from '../../../domain/application/facts.ts';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { useDraft } from '../application/draft-context.tsx';
import { StepPage } from '../application/StepPage.tsx';
import { PropertyKindRow, type PropertyAnswer } from './PropertyKindRow.tsx';

const none: PropertyAnswer = { has: false, items: [] };

/** What the household owns, kind by kind; "none" must be said, for one or for all. */
export function PropertyStep() {
  const { draft, edit } = useDraft();
  const { property } = draft.sections;
  const save = (value: PropertyForm): void => edit({ section: 'property', value });
  /** Kinds already answered with something keep their answer. */
  const allNone = (): void => {
    save(
      Object.fromEntries(propertyKinds.map((kind) => [kind, property[kind]?.has ? property[kind] : none])),
    );
    document.querySelector<HTMLElement>('[data-next]')?.focus();
  };
  useShortcut('F4', allNone);
  return (
    <StepPage
      path="property"
      title="财产"
      why="说清楚有什么、没有什么，之后会和部门的登记核对。"
      actions={
        <Button variant="outlined" startIcon={<DoneAll />} onClick={allNone} autoFocus aria-keyshortcuts="F4">
          都没有（F4）
        </Button>
      }
    >
      <Box sx={{ display: 'grid', gap: 1 }}>
        {propertyKinds.map((kind) => (
          <PropertyKindRow
            key={kind}
            kind={kind}
            answer={property[kind] ?? { has: null, items: [] }}
            people={peopleOf(draft.sections)}
            onChange={(answer) => save({ ...property, [kind]: answer })}
          />
        ))}
      </Box>
    </StepPage>
  );
}
