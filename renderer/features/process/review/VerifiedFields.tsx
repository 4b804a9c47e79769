import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { IncomeForm } from '../../../../domain/application/forms.ts';
import type { ExpensesForm } from '../../../../domain/application/kind-forms.ts';
import type { Person } from '../../../../domain/application/person.ts';
import { newId } from '../../../new-id.ts';
import { BigChoice } from '../../../ui/BigChoice.tsx';
import { FieldGrid } from '../../../ui/FieldGrid.tsx';
import { MoneyField } from '../../../ui/MoneyField.tsx';
import { ExpenseRow } from '../../expenses/ExpenseRow.tsx';
import { IncomeEntryRow } from '../../income/IncomeEntryRow.tsx';
import { SelfCareQuestions } from '../survey/SelfCareFields.tsx';
import type { ProposalDraft } from './proposal-draft.ts';

interface Props {
  draft: ProposalDraft;
  members: readonly Person[];
  /** Assessed by two people already: not asked again. */
  selfCareAssessed: boolean;
  onChange: (part: Partial<ProposalDraft>) => void;
}

/** What the town found, entry by entry; it begins with what was declared. */
export function VerifiedFields({ draft, members, selfCareAssessed, onChange }: Props) {
  const { verified, propertyComplies } = draft;
  const change = (part: Partial<ProposalDraft['verified']>): void =>
    onChange({ verified: { ...verified, ...part } });
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <IncomeFields income={verified.income} members={members} onChange={(income) => change({ income })} />
      <BigChoice
        label="家庭财产符不符合规定"
        choices={[
          { value: 'yes', label: '符合' },
          { value: 'no', label: '不符合' },
        ]}
        value={propertyComplies === null ? null : propertyComplies ? 'yes' : 'no'}
        onChange={(value) => onChange({ propertyComplies: value === 'yes' })}
      />
      {verified.expenses && (
        <ExpenseFields
          expenses={verified.expenses}
          members={members}
          onChange={(expenses) => change({ expenses })}
        />
      )}
      {verified.selfCare && !selfCareAssessed && (
        <SelfCareQuestions answers={verified.selfCare} onChange={(selfCare) => change({ selfCare })} />
      )}
      {verified.neededFen !== undefined && (
        <MoneyField
          label="核实下来需要多少钱"
          keepAs="proposal.needed"
          valueFen={verified.neededFen}
          onChange={(fen) => change({ neededFen: fen ?? 0 })}
        />
      )}
    </Box>
  );
}

function IncomeFields({
  income,
  members,
  onChange,
}: {
  income: IncomeForm;
  members: readonly Person[];
  onChange: (income: IncomeForm) => void;
}) {
  const { entries, farmHousehold } = income;
  const set = (next: IncomeForm['entries']): void => onChange({ ...income, entries: next });
  const add = (): void => {
    const memberId = members[0]?.id ?? '';
    const periodMonths = farmHousehold ? 12 : 1;
    set([...entries, { id: newId(), memberId, kind: 'wage', amountFen: 0, periodMonths, excluded: null }]);
  };
  return (
    <Box role="group" aria-label="核实的收入" sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h3">核实的收入</Typography>
      {entries.length === 0 && <Typography>没有收入。</Typography>}
      {entries.map((entry) => (
        <IncomeEntryRow
          key={entry.id}
          entry={entry}
          people={members}
          onChange={(value) => set(entries.map((one) => (one.id === value.id ? value : one)))}
          onRemove={() => set(entries.filter(({ id }) => id !== entry.id))}
        />
      ))}
      <Box>
        <Button variant="outlined" onClick={add} disabled={entries.length >= 100}>
          加一项核实的收入
        </Button>
      </Box>
      <FieldGrid>
        <MoneyField
          label="每月就业成本"
          keepAs="proposal.employment"
          valueFen={income.employmentCostFen || null}
          onChange={(fen) => onChange({ ...income, employmentCostFen: fen ?? 0 })}
        />
        <MoneyField
          label="每月必须花的钱"
          keepAs="proposal.deduction"
          valueFen={income.rigidDeductionFen || null}
          onChange={(fen) => onChange({ ...income, rigidDeductionFen: fen ?? 0 })}
        />
      </FieldGrid>
    </Box>
  );
}

function ExpenseFields({
  expenses,
  members,
  onChange,
}: {
  expenses: ExpensesForm;
  members: readonly Person[];
  onChange: (expenses: ExpensesForm) => void;
}) {
  const { entries } = expenses;
  const set = (next: ExpensesForm['entries']): void => onChange({ ...expenses, entries: next });
  return (
    <Box role="group" aria-label="核实的必需支出" sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h3">核实的必需支出（12 个月）</Typography>
      {entries.map((entry) => (
        <ExpenseRow
          key={entry.id}
          entry={entry}
          people={members}
          onChange={(value) => set(entries.map((one) => (one.id === value.id ? value : one)))}
          onRemove={() => set(entries.filter(({ id }) => id !== entry.id))}
        />
      ))}
      <Box>
        <Button
          variant="outlined"
          disabled={entries.length >= 100}
          onClick={() =>
            set([...entries, { id: newId(), memberId: members[0]?.id ?? '', kind: 'medical', amountFen: 0 }])
          }
        >
          加一项核实的支出
        </Button>
      </Box>
    </Box>
  );
}
