import DrawOutlined from '@mui/icons-material/DrawOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { Strokes } from '../../../domain/application/evidence.ts';
import type { SignedName } from '../../../domain/survey/survey.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { SignaturePadField } from '../signing/SignaturePadField.tsx';
import { CasePicture } from './CasePicture.tsx';
import { useAddPage } from './use-add-page.ts';

interface Props {
  caseId: string;
  name: string;
  as: SignedName['as'];
  value: SignedName | null;
  onChange: (value: SignedName | null) => void;
}

/** One person's name under a form: signed on the pad, shown as a picture, done again when it went wrong. */
export function SignatureField({ caseId, name, as, value, onChange }: Props) {
  const titleId = useId();
  const [open, setOpen] = useState(false);
  const { addFile, pending, failure } = useAddPage(caseId);
  const sign = async (strokes: Strokes, png: Uint8Array): Promise<void> => {
    const page = await addFile(new Blob([png.slice()], { type: 'image/png' }), 'camera');
    if (!page) return;
    const { digest: imageDigest, bytes: imageBytes, capturedAt: at } = page;
    onChange({ name, as, strokes, imageDigest, imageBytes, at });
    setOpen(false);
  };
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
      <Typography sx={{ minWidth: '8rem' }}>{name || '（先填名字）'}</Typography>
      {value && (
        <CasePicture
          caseId={caseId}
          page={{ digest: value.imageDigest, mime: 'image/png' }}
          alt={`${name}的签字`}
          height={48}
        />
      )}
      <Button
        variant="outlined"
        startIcon={<DrawOutlined />}
        disabled={!name.trim()}
        onClick={() => setOpen(true)}
        aria-label={value ? `${name}重新签` : `${name}签字`}
      >
        {value ? '重新签' : '签字'}
      </Button>
      {open && (
        <Dialog open onClose={() => setOpen(false)} aria-labelledby={titleId} maxWidth="md" fullWidth>
          <DialogTitle id={titleId} variant="h2">
            请{name}签字
          </DialogTitle>
          <DialogContent sx={{ height: 480 }}>
            <SignaturePadField
              name={name}
              busy={pending}
              onSign={(strokes, png) => void sign(strokes, png)}
            />
            <ErrorNotice failure={failure} />
          </DialogContent>
        </Dialog>
      )}
    </Box>
  );
}
