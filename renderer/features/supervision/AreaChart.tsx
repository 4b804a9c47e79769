import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { BarChart } from '@mui/x-charts/BarChart';
import type { AreaFigures } from '../../../domain/supervision/supervision-report.ts';

const rowPx = 30;
const tickLabelStyle = { fontSize: 14 };

/** Open cases of every place, the overdue ones of them in red; the table beside it has the same numbers. */
export function AreaChart({ areas }: { areas: readonly AreaFigures[] }) {
  const { palette } = useTheme();
  return (
    <Box role="img" aria-label="各地区在办和超期的件数，下面的表里是同样的数">
      <BarChart
        layout="horizontal"
        height={areas.length * rowPx + 100}
        skipAnimation
        yAxis={[{ scaleType: 'band', data: areas.map(({ name }) => name), width: 200, tickLabelStyle }]}
        xAxis={[{ label: '件', tickMinStep: 1, min: 0, height: 64, tickLabelStyle }]}
        series={[
          {
            ...{ label: '没有超期', stack: 'open', color: palette.info.main },
            data: areas.map(({ open, overdueCases }) => open - overdueCases),
          },
          {
            ...{ label: '超期', stack: 'open', color: palette.error.main },
            data: areas.map(({ overdueCases }) => overdueCases),
          },
        ]}
        grid={{ vertical: true }}
      />
    </Box>
  );
}
