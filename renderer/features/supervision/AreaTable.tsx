import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';
import type { AreaFigures } from '../../../domain/supervision/supervision-report.ts';
import { none, overdueWords, shareWords, spreadWords } from './figure-words.ts';

interface Props {
  areas: readonly AreaFigures[];
  total: AreaFigures;
  onOpen: (areaCode: string) => void;
}

const columns: { title: string; number?: boolean; of: (area: AreaFigures) => ReactNode }[] = [
  { title: '在办', number: true, of: ({ open }) => open },
  { title: '已认领', number: true, of: ({ claimed }) => claimed },
  { title: '超期件', number: true, of: ({ overdueCases }) => overdueCases },
  { title: '哪里超期', of: (area) => overdueWords(area) || none },
  { title: '新收', number: true, of: ({ submitted }) => submitted },
  { title: '办结', number: true, of: ({ decided }) => decided },
  { title: '全程：中位 / 九成', of: ({ wholeCase }) => spreadWords(wholeCase) },
  { title: '探访按时', of: ({ visits }) => shareWords(visits.onTime, visits.households) },
  {
    title: '已认证',
    of: ({ certification }) => (certification ? shareWords(certification.done, certification.due) : none),
  },
  { title: '取件不足', of: ({ pickUps }) => (pickUps ? `${pickUps.short} / ${pickUps.days} 天` : none) },
];

/** The figures of every place and their sum; the name of a place opens it. */
export function AreaTable({ areas, total, onOpen }: Props) {
  return (
    <TableContainer tabIndex={0} role="group" aria-label="各地区的数" sx={{ bgcolor: 'background.paper' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>地区</TableCell>
            {columns.map(({ title, number }) => (
              <TableCell key={title} align={number ? 'right' : 'left'} sx={{ whiteSpace: 'nowrap' }}>
                {title}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {areas.map((area) => (
            <Row key={area.code} area={area}>
              {area.code ? (
                <Link
                  component="button"
                  sx={{ textAlign: 'left', minHeight: 32 }}
                  onClick={() => onOpen(area.code)}
                >
                  {area.name}
                </Link>
              ) : (
                area.name
              )}
            </Row>
          ))}
          <Row area={total} strong>
            合计
          </Row>
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function Row({
  area,
  children,
  strong = false,
}: {
  area: AreaFigures;
  children: ReactNode;
  strong?: boolean;
}) {
  const weight = strong ? { '& td, & th': { fontWeight: 600 } } : {};
  return (
    <TableRow sx={weight}>
      <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
        {children}
      </TableCell>
      {columns.map(({ title, number, of }) => (
        <TableCell
          key={title}
          align={number ? 'right' : 'left'}
          {...(title === '超期件' && area.overdueCases > 0
            ? { sx: { color: 'error.main', fontWeight: 600 } }
            : {})}
        >
          {of(area)}
        </TableCell>
      ))}
    </TableRow>
  );
}
