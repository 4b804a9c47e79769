import CheckOutlined from '@mui/icons-material/CheckOutlined';
import PlaylistAddCheckOutlined from '@mui/icons-material/PlaylistAddCheckOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Dossier } from '../../../contract/views.ts';
import { useAccount } from '../../session/status.ts';
import { AcceptDialog } from './AcceptDialog.tsx';
import { ProvideSupplement } from './ProvideSupplement.tsx';
import { SupplementDialog } from './SupplementDialog.tsx';

interface Props {
  dossier: Dossier;
  onChanged: () => void;
}

/** What the person logged in may do with the case at this step; nothing is shown that the core would refuse anyway. */
export function CaseActions({ dossier, onChanged }: Props) {
  const { role } = useAccount();
  const { step } = dossier.summary;
  const reviews = role === 'townReviewer' || role === 'townHead';
  if (reviews && step === 'SUBMITTED') return <ReviewActions dossier={dossier} onChanged={onChanged} />;
  if (role === 'windowClerk' && step === 'SUPPLEMENT')
    return <ProvideSupplement dossier={dossier} onChanged={onChanged} />;
  return null;
}

function ReviewActions({ dossier, onChanged }: Props) {
  const [open, setOpen] = useState<'accept' | 'supplement' | null>(null);
  const name = dossier.summary.applicantName;
  const close = (changed: boolean): void => {
    setOpen(null);
    if (changed) onChanged();
  };
  return (
    <Paper variant="outlined" component="section" aria-label="审核" sx={{ p: 2 }}>
      <Typography sx={{ mb: 1 }}>材料齐全就受理；缺东西就一次告知{name}补齐。</Typography>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button variant="contained" startIcon={<CheckOutlined />} onClick={() => setOpen('accept')}>
          受理
        </Button>
        <Button
          variant="outlined"
          startIcon={<PlaylistAddCheckOutlined />}
          onClick={() => setOpen('supplement')}
        >
          一次性告知补正
        </Button>
      </Box>
      {open === 'accept' && <AcceptDialog dossier={dossier} onClose={close} />}
      {open === 'supplement' && <SupplementDialog dossier={dossier} onClose={close} />}
    </Paper>
  );
}
