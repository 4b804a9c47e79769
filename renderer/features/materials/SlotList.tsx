import CheckCircle from '@mui/icons-material/CheckCircle';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { rowName, rowStateWords, type MaterialRow } from './material-rows.ts';

interface Props {
  rows: readonly MaterialRow[];
  currentKey: string;
  onOpen: (key: string) => void;
  /** A page was dropped on a row. */
  onDropPage: (pageId: string, row: MaterialRow) => void;
}

/** MIME type a dragged page carries; a file from the desktop has another and is not taken for one. */
export const PAGE_DRAG = 'application/x-nuanchuang-page';

const looks = {
  missing: { icon: <RadioButtonUnchecked fontSize="small" />, color: 'text.secondary' },
  attention: { icon: <WarningAmberOutlined fontSize="small" />, color: 'warning.main' },
  done: { icon: <CheckCircle fontSize="small" />, color: 'success.main' },
} as const;

export function SlotList({ rows, currentKey, onOpen, onDropPage }: Props) {
  const [over, setOver] = useState<string | null>(null);
  return (
    <Box component="nav" aria-label="材料清单">
      <List disablePadding>
        {rows.map((row) => (
          <ListItem key={row.key} disablePadding>
            <ListItemButton
              selected={row.key === currentKey}
              aria-current={row.key === currentKey ? 'true' : undefined}
              onClick={() => onOpen(row.key)}
              onDragOver={(event) => {
                if (!event.dataTransfer.types.includes(PAGE_DRAG)) return;
                event.preventDefault();
                setOver(row.key);
              }}
              onDragLeave={() => setOver(null)}
              onDrop={(event) => {
                setOver(null);
                onDropPage(event.dataTransfer.getData(PAGE_DRAG), row);
              }}
              sx={{
                display: 'block',
                minHeight: 56,
                py: 1,
                borderLeft: 4,
                borderColor: row.key === currentKey ? 'primary.main' : 'transparent',
                outline: over === row.key ? '2px dashed' : 'none',
              }}
            >
              <Typography sx={{ fontWeight: row.key === currentKey ? 600 : 400 }}>{rowName(row)}</Typography>
              <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'center', color: looks[row.state].color }}>
                {looks[row.state].icon}
                <span>{rowStateWords(row)}</span>
              </Box>
            </ListItemButton>
          </ListItem>
        ))}
      </List>
    </Box>
  );
}
