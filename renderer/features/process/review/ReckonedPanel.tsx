import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { KindAssessment } from '../../../../domain/eligibility/assess-kind.ts';
import type { LocalAmounts } from '../../../../domain/rules/local-amounts.ts';
import type { Result } from '../../../../domain/values/result.ts';
import { amountsWords } from '../../../words/amounts-words.ts';
import { amountWords, Lines } from '../../review/KindResult.tsx';

const looks = {
  met: { word: '符合', color: 'success.main', icon: <CheckCircleOutlined fontSize="small" /> },
  notMet: { word: '不符合', color: 'error.main', icon: <ErrorOutlineOutlined fontSize="small" /> },
  open: { word: '还要核实', color: 'text.secondary', icon: <HelpOutlineOutlined fontSize="small" /> },
} as const;

interface Props {
  assessed: Result<KindAssessment>;
  amounts: LocalAmounts;
}

/** The arithmetic of the verified figures: each condition, every line, the amount, the rule. */
export function ReckonedPanel({ assessed, amounts }: Props) {
  if (!assessed.ok) return <Typography color="error">金额太大，算不出来，请检查。</Typography>;
  const { conditions, lines, amount } = assessed.value;
  const sources = [...conditions.map(({ source }) => source), ...(amount ? [amount.source] : [])];
  return (
    <Box component="section" aria-label="按核实的数字怎么算">
      <Typography variant="h3">按核实的数字怎么算</Typography>
      <Box component="ul" aria-label="条件" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {conditions.map(({ code, label, state, found }) => (
          <Box component="li" key={code} sx={{ py: 0.5 }}>
            <Box sx={{ display: 'flex', gap: 1 }}>
              <Box
                sx={{
                  display: 'flex',
                  alignItems: 'center',
                  gap: 0.5,
                  whiteSpace: 'nowrap',
                  color: looks[state].color,
                }}
              >
                {looks[state].icon}
                {looks[state].word}
              </Box>
              <span>{label}</span>
            </Box>
            <Typography variant="body2" color="textSecondary">
              {found}
            </Typography>
          </Box>
        ))}
      </Box>
      <Lines lines={lines} />
      {amount && <Lines lines={amount.lines} />}
      {amount && <Typography sx={{ fontWeight: 600, mt: 1 }}>算出来：{amountWords(amount)}</Typography>}
      <Typography variant="caption" component="p" color="textSecondary">
        依据：{[...new Set(sources)].join('；')}。{amountsWords(amounts)}
      </Typography>
    </Box>
  );
}
