import Box from '@mui/material/Box';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import type { CaseSummary } from '../../../contract/views.ts';
import type { IsoDate } from '../../../domain/values/iso-date.ts';
import { QueueRow, queueColumns, queueWidth, rowHeight } from './QueueRow.tsx';

interface Props {
  cases: readonly CaseSummary[];
  today: IsoDate;
  /** Whose list it is. */
  accountId: string;
  /** Index under the cursor. */
  cursor: number;
  offset: number;
  onMove: (index: number) => void;
  onOpen: (summary: CaseSummary) => void;
  onScroll: (offset: number) => void;
}

/** The cases as a grid of which only what is on screen is drawn; one Tab stop, arrows or j/k move, Enter opens. */
export function QueueTable(props: Props) {
  const { cases, today, accountId, cursor, offset, onMove, onOpen, onScroll } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer's functions change with each scroll.
  const rows = useVirtualizer({
    count: cases.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialOffset: offset,
  });
  useEffect(() => {
    if (cases.length > 0) rows.scrollToIndex(cursor);
    // Only a moved cursor scrolls; the rows themselves change with every scroll.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- as said above.
  }, [cursor]);
  const keys: Record<string, () => void> = {
    ArrowDown: () => onMove(cursor + 1),
    ArrowUp: () => onMove(cursor - 1),
    PageDown: () => onMove(cursor + 10),
    PageUp: () => onMove(cursor - 10),
    Home: () => onMove(0),
    End: () => onMove(cases.length - 1),
    Enter: () => cases[cursor] && onOpen(cases[cursor]),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = keys[event.key];
    if (!act || event.nativeEvent.isComposing) return;
    event.preventDefault();
    act();
  };
  const openPressed = ({ target }: MouseEvent): void => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
    const summary = cases[Number(row?.dataset['index'])];
    if (summary) onOpen(summary);
  };
  return (
    <Box
      ref={box}
      role="grid"
      aria-label="办件清单"
      aria-rowcount={cases.length + 1}
      aria-colcount={queueColumns.length}
      aria-activedescendant={cases.length > 0 ? `${id}-${cursor}` : undefined}
      tabIndex={0}
      data-queue
      onKeyDown={onKeyDown}
      onScroll={(event) => onScroll(event.currentTarget.scrollTop)}
      sx={{
        height: 'max(320px, calc(100vh - 356px))',
        overflow: 'auto',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
      }}
    >
      <HeadRow />
      <Box
        role="rowgroup"
        onClick={openPressed}
        sx={{ height: rows.getTotalSize(), position: 'relative', minWidth: queueWidth }}
      >
        {rows.getVirtualItems().map(({ index, start }) => {
          const summary = cases[index];
          return (
            summary && (
              <QueueRow
                key={summary.id}
                id={`${id}-${index}`}
                summary={summary}
                today={today}
                accountId={accountId}
                index={index}
                top={start}
                current={index === cursor}
              />
            )
          );
        })}
      </Box>
    </Box>
  );
}

function HeadRow() {
  return (
    <Box role="rowgroup" sx={{ position: 'sticky', top: 0, zIndex: 1, minWidth: queueWidth }}>
      <Box
        role="row"
        aria-rowindex={1}
        sx={{
          display: 'grid',
          gridTemplateColumns: queueColumns.map(({ width }) => width).join(' '),
          gap: 2,
          px: 2,
          py: 1,
          bgcolor: 'background.default',
          borderBottom: 1,
          borderColor: 'divider',
          fontWeight: 600,
        }}
      >
        {queueColumns.map(({ title }) => (
          <span key={title} role="columnheader">
            {title}
          </span>
        ))}
      </Box>
    </Box>
  );
}
