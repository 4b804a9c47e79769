import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { AreaFigures } from '../../../domain/supervision/supervision-report.ts';
import { none, overdueWords } from './figure-words.ts';

/** What a head asks first, in one row. */
export function KeyFigures({ total }: { total: AreaFigures }) {
  const { visits, pickUps, certification, wholeCase } = total;
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fit, minmax(152px, 1fr))' }}
    >
      <Figure name="在办" value={total.open} note={`其中 ${total.claimed} 件有人认领`} />
      <Figure name="超期" value={total.overdueCases} note={overdueWords(total) || '都在时限内'} />
      <Figure name="这段时间办结" value={total.decided} note={`新收 ${total.submitted} 件`} />
      <Figure
        name="全程九成工作日"
        value={wholeCase.p90 ?? none}
        note={wholeCase.count > 0 ? `中位数 ${wholeCase.median}，共 ${wholeCase.count} 件` : '没有办结的件'}
      />
      <Figure name="探访超期" value={visits.overdue} note={`领救助的 ${visits.households} 户`} />
      <Figure
        name="取件不足天数"
        value={pickUps?.short ?? none}
        note={pickUps ? `各镇街合计查了 ${pickUps.days} 天，共取 ${pickUps.count} 次` : '没有数'}
      />
      <Figure
        name="季度认证"
        value={certification?.done ?? none}
        note={certification ? `应认证 ${certification.due} 人` : '没有数'}
      />
    </Box>
  );
}

function Figure({ name, value, note }: { name: string; value: number | string; note: string }) {
  return (
    <Paper variant="outlined" component="div" sx={{ p: 1.5 }}>
      <Typography component="dt">{name}</Typography>
      <Typography component="dd" variant="h2" sx={{ m: 0 }}>
        {value}
      </Typography>
      <Typography component="dd" variant="caption" color="textSecondary" sx={{ m: 0, display: 'block' }}>
        {note}
      </Typography>
    </Paper>
  );
}
