import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { KindAssessment } from '../../../domain/eligibility/assess-kind.ts';
import type { Condition, FormulaLine } from '../../../domain/eligibility/assessment.ts';
import { formatYuanWithUnit } from '../../../domain/values/fen.ts';

const looks = {
  met: { word: '符合', color: 'success.main', icon: <CheckCircleOutlined fontSize="small" /> },
  notMet: { word: '看来不符合', color: 'warning.main', icon: <InfoOutlined fontSize="small" /> },
  open: { word: '还要核实', color: 'text.secondary', icon: <HelpOutlineOutlined fontSize="small" /> },
} as const;

export const outcomeWords = {
  met: '按现在填的，各项都符合。',
  open: '按现在填的，还有要核实的，核实后由工作人员告诉您。',
  notMet: '按现在填的看来不符合，仍可以提交申请。',
} as const;

/** What the arithmetic of the kind finds: each condition, every line, the amount, and the rule. Never a refusal. */
export function KindResult({ result }: { result: KindAssessment }) {
  const { conditions, lines, amount, outcome } = result;
  return (
    <>
      <Box component="ul" aria-label="条件" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {conditions.map((condition) => (
          <ConditionLine key={condition.code} condition={condition} />
        ))}
      </Box>
      <Lines lines={lines} />
      {amount && <Lines lines={amount.lines} />}
      <Typography role="status" sx={{ fontWeight: 600, mt: 1 }}>
        {outcomeWords[outcome]}
        {amount && outcome !== 'notMet' && <> 如果都符合，{amountWords(amount)}。</>}
      </Typography>
      <Typography variant="caption" component="p" color="textSecondary">
        依据：
        {[...new Set([...conditions.map(({ source }) => source), ...(amount ? [amount.source] : [])])].join(
          '；',
        )}
      </Typography>
    </>
  );
}

export const amountWords = ({ per, fen }: { per: 'month' | 'once'; fen: number }): string =>
  `${per === 'month' ? '每月' : '一次'} ${formatYuanWithUnit(fen)}`;

function ConditionLine({ condition: { label, state, found } }: { condition: Condition }) {
  const { word, color, icon } = looks[state];
  return (
    <Box component="li" sx={{ py: 0.5 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, color, whiteSpace: 'nowrap' }}>
          {icon}
          {word}
        </Box>
        <span>{label}</span>
      </Box>
      <Typography variant="body2" color="textSecondary">
        {found}
      </Typography>
    </Box>
  );
}

export function Lines({ lines }: { lines: readonly FormulaLine[] }) {
  if (lines.length === 0) return null;
  return (
    <Box
      component="dl"
      sx={{ m: 0, mt: 1, display: 'grid', gridTemplateColumns: '1fr auto', rowGap: 0.5, columnGap: 2 }}
    >
      {lines.map(({ label, text }, index) => (
        <Box key={`${index} ${label}`} sx={{ display: 'contents' }}>
          <Box component="dt">{label}</Box>
          <Box component="dd" sx={{ m: 0, textAlign: 'right' }}>
            {text}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
