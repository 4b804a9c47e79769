import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { peopleOf } from '../../../domain/application/forms.ts';
import type { ExpensesForm } from '../../../domain/application/kind-forms.ts';
import { newId } from '../../new-id.ts';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { useDraft } from '../application/draft-context.tsx';
import { StepPage } from '../application/StepPage.tsx';
import { KindResultPanel } from '../review/KindResultPanel.tsx';
import { ExpenseRow } from './ExpenseRow.tsx';

/** 刚性支出: what had to be paid in the last 12 months, after insurance and others have paid theirs. */
export function ExpensesStep() {
  const { draft, edit } = useDraft();
  const { expenses } = draft.sections;
  const { entries } = expenses;
  const people = peopleOf(draft.sections);
  const save = (value: ExpensesForm): void => edit({ section: 'expenses', value });
  const add = (): void => {
    const memberId = people[0]?.id;
    if (!memberId) return;
    save({ none: false, entries: [...entries, { id: newId(), memberId, kind: 'medical', amountFen: 0 }] });
  };
  return (
    <StepPage path="expenses" title="必需支出" why="近 12 个月自己掏的钱，报销和别人付的不算。请带上票据。">
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
            label="有没有这样的支出"
            choices={[
              { value: 'no', label: '没有' },
              { value: 'yes', label: '有' },
            ]}
            value={expenses.none ? 'no' : entries.length > 0 ? 'yes' : null}
            onChange={(value) => (value === 'no' ? save({ none: true, entries: [] }) : add())}
            {...(people.length === 0 ? { hint: '请先填申请人' } : {})}
            autoFocus
          />
          {entries.map((entry) => (
            <ExpenseRow
              key={entry.id}
              entry={entry}
              people={people}
              onChange={(value) =>
                save({ none: false, entries: entries.map((e) => (e.id === value.id ? value : e)) })
              }
              onRemove={() => save({ none: false, entries: entries.filter((e) => e.id !== entry.id) })}
            />
          ))}
          {entries.length > 0 && (
            <Box>
              <Button variant="outlined" onClick={add} disabled={entries.length >= 100}>
                再加一项支出
              </Button>
            </Box>
          )}
        </Box>
        <KindResultPanel draft={draft} />
      </Box>
    </StepPage>
  );
}
