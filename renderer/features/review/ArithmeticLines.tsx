import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { assessForm } from '../../../domain/application/facts.ts';
import type { Arithmetic } from '../../../domain/application/application.ts';
import type { IncomeForm } from '../../../domain/application/forms.ts';
import { formatYuanWithUnit } from '../../../domain/values/fen.ts';
import { pageAmounts } from '../application/review-context.ts';
import { formulaLines, type FormulaLine } from '../income/formula-lines.ts';

interface Props {
  income: IncomeForm;
  members: number;
  /** What is on record; when the amounts in force are others by now, only the record is shown, never a new result. */
  recorded?: Arithmetic;
}

/** The per-capita arithmetic line by line, with its rule and its result in words. */
export function ArithmeticLines({ income, members, recorded }: Props) {
  const assessed = assessForm(income, members || 1, pageAmounts);
  const current = assessed.ok && (!recorded || recorded.amountsId === assessed.value.amountsId);
  const lines = current ? formulaLines(assessed.value) : recorded ? recordedLines(recorded) : [];
  const below = recorded?.belowStandard ?? (assessed.ok && assessed.value.belowStandard);
  if (lines.length === 0) return <Typography color="error">金额太大，算不出来，请检查收入。</Typography>;
  return (
    <Box component="section" aria-label="人均收入怎么算" sx={{ mt: 2, maxWidth: 560 }}>
      <Typography variant="h4" component="h3" sx={{ mb: 0.5 }}>
        人均收入怎么算
      </Typography>
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '1fr auto', columnGap: 2 }}>
        {lines.map(({ label, value, strong }) => (
          <Box key={label} sx={{ display: 'contents', fontWeight: strong ? 600 : 400 }}>
            <Box component="dt">{label}</Box>
            <Box component="dd" sx={{ m: 0, textAlign: 'right' }}>
              {value}
            </Box>
          </Box>
        ))}
      </Box>
      <Typography sx={{ fontWeight: 600, mt: 1 }}>
        {below ? '人均收入低于标准，财产还要核对。' : '人均收入不低于标准，仍可以提交申请。'}
      </Typography>
      {current && (
        <Typography variant="caption" component="p" color="textSecondary">
          依据：{assessed.value.formula.source}；标准：{pageAmounts.source}
        </Typography>
      )}
    </Box>
  );
}

function recordedLines({ countableFen, perCapitaFen, standardFen, members }: Arithmetic): FormulaLine[] {
  const line = (label: string, fen: number, strong: boolean): FormulaLine => ({
    label,
    value: formatYuanWithUnit(fen),
    strong,
  });
  return [
    line('每月可计收入', countableFen, true),
    line(`÷ ${members} 人，每人每月`, perCapitaFen, true),
    line('低保标准，每人每月', standardFen, false),
  ];
}
