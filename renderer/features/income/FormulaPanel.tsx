import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { assessForm } from '../../../domain/application/facts.ts';
import type { AssistanceKind } from '../../../domain/application/application.ts';
import type { IncomeForm } from '../../../domain/application/forms.ts';
import type { LocalAmounts } from '../../../domain/rules/local-amounts.ts';
import { amountsWords } from '../../words/amounts-words.ts';
import { formulaLines } from './formula-lines.ts';

interface Props {
  kind: AssistanceKind;
  income: IncomeForm;
  members: number;
  amounts: LocalAmounts;
}

/** The per-capita arithmetic line by line, with the rule it follows; recomputed at every key. */
export function FormulaPanel({ kind, income, members, amounts }: Props) {
  const assessed = assessForm(income, members, amounts);
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label="人均收入怎么算"
      sx={{ p: 2, position: 'sticky', top: 72 }}
    >
      <Typography variant="h3">人均收入怎么算</Typography>
      {!assessed.ok && <Typography color="error">金额太大，算不出来，请检查。</Typography>}
      {assessed.ok && (
        <>
          <Box
            component="dl"
            sx={{ m: 0, mt: 1, display: 'grid', gridTemplateColumns: '1fr auto', rowGap: 0.5, columnGap: 2 }}
          >
            {formulaLines(assessed.value).map(({ label, value, strong }) => (
              <Box key={label} sx={{ display: 'contents', fontWeight: strong ? 600 : 400 }}>
                <Box component="dt">{label}</Box>
                <Box component="dd" sx={{ m: 0, textAlign: 'right' }}>
                  {value}
                </Box>
              </Box>
            ))}
          </Box>
          {unfinished(income) ? (
            <Typography role="status" sx={{ mt: 1 }}>
              收入还没有填完，填完再看结果。
            </Typography>
          ) : kind === 'rigidExpenditure' ? (
            <Typography role="status" sx={{ mt: 1 }}>
              接着填“必需支出”，那里告诉您比例够不够。
            </Typography>
          ) : kind === 'dibaoMargin' ? (
            <Verdict below={assessed.value.belowMarginLine} line="边缘家庭标准" />
          ) : (
            <Verdict below={assessed.value.belowStandard} line="标准" />
          )}
          <Typography variant="caption" component="p" color="textSecondary" sx={{ mt: 1 }}>
            依据：{assessed.value.formula.source}
          </Typography>
          <Typography variant="caption" component="p" color="textSecondary">
            {amountsWords(amounts)}
          </Typography>
        </>
      )}
    </Paper>
  );
}

/** Nothing said yet, or an income without its amount: a verdict now would mislead. */
const unfinished = ({ none, entries }: IncomeForm): boolean =>
  (!none && entries.length === 0) || entries.some(({ amountFen }) => amountFen === 0);

function Verdict({ below, line }: { below: boolean; line: string }) {
  return (
    <Box
      role="status"
      sx={{ display: 'flex', gap: 1, mt: 1, color: below ? 'success.main' : 'warning.main' }}
    >
      {below ? <CheckCircleOutlined /> : <InfoOutlined />}
      <Typography sx={{ fontWeight: 600 }}>
        {below ? `人均收入低于${line}，财产还要核对。` : `人均收入不低于${line}，仍可以提交申请。`}
      </Typography>
    </Box>
  );
}
