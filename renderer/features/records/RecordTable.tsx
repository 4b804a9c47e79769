import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useShortcut } from '../../ui/use-shortcut.ts';

export interface RecordLine {
  id: string;
  to: string;
  cells: readonly ReactNode[];
}

interface Props {
  label: string;
  columns: readonly string[];
  lines: readonly RecordLine[];
}

/** A page of a list. Each line has one link, in its second cell; J and K go from link to link, a press anywhere opens. */
export function RecordTable({ label, columns, lines }: Props) {
  const navigate = useNavigate();
  useShortcut('j', () => moveBy(1));
  useShortcut('k', () => moveBy(-1));
  return (
    <TableContainer component={Paper} variant="outlined">
      <Table aria-label={label} data-records>
        <TableHead>
          <TableRow>
            {columns.map((title) => (
              <TableCell key={title} sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
                {title}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map(({ id, to, cells }) => (
            <TableRow key={id} hover onClick={() => void navigate(to)} sx={{ cursor: 'pointer' }}>
              {cells.map((cell, index) => (
                <TableCell key={columns[index]}>{cell}</TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function moveBy(by: number): void {
  const links = [...document.querySelectorAll<HTMLElement>('[data-records] tbody a')];
  const at = links.findIndex((link) => link === document.activeElement);
  links[at < 0 ? 0 : Math.min(Math.max(0, at + by), links.length - 1)]?.focus();
}
