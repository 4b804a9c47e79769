import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Arithmetic } from '../../../domain/application/application.ts';
import { assessForm } from '../../../domain/application/facts.ts';
import type { IncomeForm } from '../../../domain/application/forms.ts';
import type { LocalAmounts } from '../../../domain/rules/local-amounts.ts';
import { amountsWords } from '../../words/amounts-words.ts';
import { formulaLines, type FormulaLine } from '../income/formula-lines.ts';
import { recordedLines } from './recorded-lines.ts';

interface Reckoned {
  income: IncomeForm;
  members: number;
  amounts: LocalAmounts;
}

/** The arithmetic of a draft, by the amounts the core judges with. */
export function ReckonedArithmetic({ income, members, amounts }: Reckoned) {
  const assessed = assessForm(income, members || 1, amounts);
  if (!assessed.ok) return <Typography color="error">金额太大，算不出来，请检查收入。</Typography>;
  const { formula, belowStandard } = assessed.value;
  return (
    <Lines
      lines={formulaLines(assessed.value)}
      below={belowStandard}
      source={`依据：${formula.source}。${amountsWords(amounts)}`}
    />
  );
}

/** The arithmetic on record of a case: what was found on the day, whatever amounts are in force by now. */
export function RecordedArithmetic({ income, recorded }: { income: IncomeForm; recorded: Arithmetic }) {
  return (
    <Lines
      lines={recordedLines(income, recorded)}
      below={recorded.belowStandard}
      source={`按提交当天的标准计算，标准编号 ${recorded.amountsId}`}
    />
  );
}

interface LinesProps {
  lines: readonly FormulaLine[];
  below: boolean;
  source: string;
}

function Lines({ lines, below, source }: LinesProps) {
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
      <Typography variant="caption" component="p" color="textSecondary">
        {source}
      </Typography>
    </Box>
  );
}
