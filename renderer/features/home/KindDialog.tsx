import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useEffect, useEffectEvent, useId } from 'react';
import { Link, useNavigate } from 'react-router';
import type { AssistanceKind } from '../../../domain/application/application.ts';
import { useCoreCommand } from '../../core-query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { kindChoices } from '../../words/kind-words.ts';

/** Which kind of assistance is applied for; Enter takes 低保, digits take the others. */
export function KindDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const titleId = useId();
  const create = useCoreCommand('draft.create');
  const navigate = useNavigate();
  const start = async (kind: AssistanceKind): Promise<void> => {
    if (create.pending) return;
    const answer = await create.run({ kind });
    if (!answer) return;
    onClose();
    await navigate(`/apply/${answer.output.draft.id}/identity`);
  };
  useDigits(open, (index) => {
    const choice = kindChoices[index];
    if (choice) void start(choice.kind);
  });
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId} variant="h2">
        申请哪一种救助
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1 }}>
        <ErrorNotice failure={create.failure} />
        {kindChoices.map(({ kind, title, forWhom }, index) => (
          <Button
            key={kind}
            variant="outlined"
            disabled={create.pending}
            autoFocus={index === 0}
            onClick={() => void start(kind)}
            aria-keyshortcuts={String(index + 1)}
            sx={{ justifyContent: 'flex-start', textAlign: 'left', px: 2, py: 1, gap: 2 }}
          >
            <Box component="kbd" aria-hidden sx={{ fontFamily: 'inherit', color: 'text.secondary' }}>
              {index + 1}
            </Box>
            <span>
              <Box component="span" sx={{ display: 'block', fontWeight: 600 }}>
                {title}
              </Box>
              <Box component="span" sx={{ display: 'block', color: 'text.secondary', fontWeight: 400 }}>
                {forWhom}
              </Box>
            </span>
          </Button>
        ))}
      </DialogContent>
      <DialogActions sx={{ p: 2, justifyContent: 'space-between' }}>
        <Button component={Link} to="/prescreen" onClick={onClose}>
          说不准是哪种？先问几个问题
        </Button>
        <Button onClick={onClose}>不，返回</Button>
      </DialogActions>
    </Dialog>
  );
}

function useDigits(enabled: boolean, pick: (index: number) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.repeat || event.altKey || event.ctrlKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
    pick(Number(event.key) - 1);
  });
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [enabled]);
}
