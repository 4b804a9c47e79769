import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { BarChart } from '@mui/x-charts/BarChart';
import { Step } from '../../../domain/process/steps.ts';
import type { AreaFigures } from '../../../domain/supervision/supervision-report.ts';
import { stepWords } from '../../../domain/supervision/supervision-words.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { none } from './figure-words.ts';

const tickLabelStyle = { fontSize: 14 };

/** How long cases stayed in each step, in working days, as bars and as a table. */
export function StepTimes({ total }: { total: AreaFigures }) {
  const { palette } = useTheme();
  const rows = Step.options
    .filter((step) => total.timeInStep[step] !== undefined || total.openByStep[step] !== undefined)
    .map((step) => ({ step, open: total.openByStep[step] ?? 0, time: total.timeInStep[step] }));
  const timed = rows.filter(({ time }) => time && time.count > 0);
  if (rows.length === 0)
    return <EmptyState title="这段时间没有办过的步骤" how="有件走过一步，用了几个工作日就会出现在这里。" />;
  return (
    <Box
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' }, alignItems: 'start' }}
    >
      {timed.length > 0 && (
        <Box
          role="img"
          aria-label="各步骤用的工作日，旁边的表里是同样的数"
          sx={{ bgcolor: 'background.paper' }}
        >
          <BarChart
            layout="horizontal"
            height={timed.length * 44 + 100}
            skipAnimation
            yAxis={[
              {
                scaleType: 'band',
                data: timed.map(({ step }) => stepWords[step]),
                width: 150,
                tickLabelStyle,
              },
            ]}
            xAxis={[{ label: '工作日', tickMinStep: 1, min: 0, height: 64, tickLabelStyle }]}
            series={[
              {
                label: '中位数',
                color: palette.info.main,
                data: timed.map(({ time }) => time?.median ?? null),
              },
              {
                label: '九成以内',
                color: palette.warning.main,
                data: timed.map(({ time }) => time?.p90 ?? null),
              },
            ]}
            grid={{ vertical: true }}
          />
        </Box>
      )}
      <TableContainer tabIndex={0} role="group" aria-label="各步骤的数" sx={{ bgcolor: 'background.paper' }}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>步骤</TableCell>
              <TableCell align="right">现在在办</TableCell>
              <TableCell align="right">期内走完</TableCell>
              <TableCell align="right">中位数</TableCell>
              <TableCell align="right">九成以内</TableCell>
              <TableCell align="right">算不出</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(({ step, open, time }) => (
              <TableRow key={step}>
                <TableCell component="th" scope="row">
                  {stepWords[step]}
                </TableCell>
                <TableCell align="right">{open}</TableCell>
                <TableCell align="right">{time?.count ?? 0}</TableCell>
                <TableCell align="right">{time?.median ?? none}</TableCell>
                <TableCell align="right">{time?.p90 ?? none}</TableCell>
                <TableCell align="right">{time?.unknown ?? 0}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Box>
  );
}
