import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { createPageEngine, type PageEngine } from '../../capture/page-engine.ts';

interface Props {
  title: string;
  onClose: () => void;
  children: (engine: PageEngine) => ReactNode;
}

/** A large dialog with the page worker in it; the worker, and the last still with it, ends when the dialog closes. */
export function PageDialog({ title, onClose, children }: Props) {
  const titleId = useId();
  const [engine] = useState(createPageEngine);
  useEffect(() => () => engine.close(), [engine]);
  return (
    <Dialog
      open
      onClose={(_, reason) => reason === 'escapeKeyDown' && onClose()}
      aria-labelledby={titleId}
      maxWidth={false}
      slotProps={{ paper: { sx: { width: 'min(1280px, 96vw)', height: '94vh', maxHeight: 'none' } } }}
    >
      <DialogTitle id={titleId} variant="h3" sx={{ pb: 1 }}>
        {title}
      </DialogTitle>
      <DialogContent
        sx={{
          minHeight: 0,
          display: 'flex',
          flexDirection: 'column',
          gap: 1,
          '& > :last-child': { flex: 1, minHeight: 0 },
        }}
      >
        {children(engine)}
      </DialogContent>
    </Dialog>
  );
}
