import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { peopleOf, type IncomeForm } from '../../../domain/application/forms.ts';
import { newId } from '../../new-id.ts';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { FieldGrid, Wide } from '../../ui/FieldGrid.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { useDraft } from '../application/draft-context.tsx';
import { StepPage } from '../application/StepPage.tsx';
import { FormulaPanel } from './FormulaPanel.tsx';
import { IncomeEntryRow, type IncomeEntry } from './IncomeEntryRow.tsx';

/** What everybody earns, and the per-capita sum as it forms. */
export function IncomeStep() {
  const { draft, edit } = useDraft();
  const { income } = draft.sections;
  const people = peopleOf(draft.sections);
  const save = (change: Partial<IncomeForm>): void =>
    edit({ section: 'income', value: { ...income, ...change } });
  const add = (): void => {
    const memberId = people[0]?.id;
    if (!memberId) return;
    const entry: IncomeEntry = {
      id: newId(),
      memberId,
      kind: 'wage',
      amountFen: 0,
      periodMonths: income.farmHousehold ? 12 : 1,
      excluded: null,
    };
    save({ none: false, entries: [...income.entries, entry] });
  };
  const answer = (value: 'none' | 'some'): void => {
    if (value === 'none') save({ none: true, entries: [] });
    else add();
  };
  return (
    <StepPage path="income" title="收入" why="按全家人均收入判断能不能享受，每一步怎么算都写在右边。">
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
            label="全家有没有收入"
            choices={[
              { value: 'none', label: '都没有收入' },
              { value: 'some', label: '有收入' },
            ]}
            value={income.none ? 'none' : income.entries.length > 0 ? 'some' : null}
            onChange={answer}
            {...(people.length === 0 ? { hint: '请先填申请人' } : {})}
            autoFocus
          />
          {income.entries.map((entry) => (
            <IncomeEntryRow
              key={entry.id}
              entry={entry}
              people={people}
              onChange={(value) =>
                save({ entries: income.entries.map((e) => (e.id === value.id ? value : e)) })
              }
              onRemove={() => save({ entries: income.entries.filter((e) => e.id !== entry.id) })}
            />
          ))}
          {income.entries.length > 0 && (
            <Box>
              <Button variant="outlined" onClick={add} disabled={income.entries.length >= 100}>
                再加一项收入
              </Button>
            </Box>
          )}
          <Deductions income={income} onChange={save} />
        </Box>
        <FormulaPanel
          kind={draft.kind}
          income={income}
          members={Math.max(1, people.length)}
          amounts={draft.amounts}
        />
      </Box>
    </StepPage>
  );
}

function Deductions({
  income,
  onChange,
}: {
  income: IncomeForm;
  onChange: (change: Partial<IncomeForm>) => void;
}) {
  return (
    <FieldGrid min={220}>
      <Wide>
        <BigChoice
          label="是不是农业户"
          choices={[
            { value: 'no', label: '不是，看上个月' },
            { value: 'yes', label: '是，看近 12 个月' },
          ]}
          value={income.farmHousehold ? 'yes' : 'no'}
          onChange={(value) => onChange({ farmHousehold: value === 'yes' })}
        />
      </Wide>
      <MoneyField
        label="每月就业成本"
        keepAs="income.employmentCost"
        hint="例如 上班的车费、饭费，没有就不填"
        valueFen={income.employmentCostFen || null}
        onChange={(fen) => onChange({ employmentCostFen: fen ?? 0 })}
      />
      <MoneyField
        label="每月必须花的钱"
        keepAs="income.rigidDeduction"
        hint="例如 看病、上学，没有就不填"
        valueFen={income.rigidDeductionFen || null}
        onChange={(fen) => onChange({ rigidDeductionFen: fen ?? 0 })}
      />
    </FieldGrid>
  );
}
