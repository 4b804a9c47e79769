import DrawOutlined from '@mui/icons-material/DrawOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import {
  authorizationFor,
  wholeText,
  type SignedFacts,
} from '../../../../domain/application/authorization-text.ts';
import type { Signature, Strokes } from '../../../../domain/application/evidence.ts';
import { needsGuardian } from '../../../../domain/application/facts.ts';
import { peopleOf } from '../../../../domain/application/forms.ts';
import type { PersonForm } from '../../../../domain/application/person.ts';
import { useAccount, useToday } from '../../../session/status.ts';
import { BigChoice } from '../../../ui/BigChoice.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { FormTextView } from '../../signing/FormTextView.tsx';
import { SignaturePadField } from '../../signing/SignaturePadField.tsx';
import { CasePicture } from '../CasePicture.tsx';
import { useAddPage } from '../use-add-page.ts';

interface Props {
  caseId: string;
  facts: SignedFacts;
  member: PersonForm;
  value: Signature | null;
  onChange: (signature: Signature | null) => void;
}

/** The authorization of somebody who joins: the whole text, then the pad. Whoever changes what it says takes it away. */
export function AuthorizationField({ caseId, facts, member, value, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const signer = peopleOf(facts.sections).find(({ id }) => id === value?.signerId);
  const name = member.name.trim() || '这位家人';
  return (
    <Box
      role="group"
      aria-label="授权签字"
      sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}
    >
      <Typography>
        {!value && `${name}要签授权书，同意核对收入和财产。`}
        {value && (signer?.id === member.id ? `${name}已签。` : `${signer?.name ?? ''}已代签。`)}
      </Typography>
      {value && (
        <CasePicture
          caseId={caseId}
          page={{ digest: value.imageDigest, mime: 'image/png' }}
          alt={`${name}的授权签字`}
          height={48}
        />
      )}
      <Button
        variant="outlined"
        startIcon={<DrawOutlined />}
        disabled={!member.name.trim()}
        onClick={() => setOpen(true)}
      >
        {value ? '重新签授权书' : '看授权书，签字'}
      </Button>
      {open && (
        <SignOver
          caseId={caseId}
          facts={facts}
          member={member}
          onSigned={(signature) => {
            onChange(signature);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </Box>
  );
}

interface OverProps extends Pick<Props, 'caseId' | 'facts' | 'member'> {
  onSigned: (signature: Signature) => void;
  onClose: () => void;
}

/** The screen is turned to the resident meanwhile. */
function SignOver({ caseId, facts, member, onSigned, onClose }: OverProps) {
  const titleId = useId();
  const today = useToday();
  const town = useAccount().areaName;
  const { addFile, pending, failure } = useAddPage(caseId);
  const guardian = needsGuardian(member, today);
  const candidates = guardian
    ? peopleOf(facts.sections).filter((one) => one.id !== member.id && !needsGuardian(one, today))
    : [member];
  const [signerId, setSignerId] = useState(
    candidates.find(({ id }) => id === member.guardianId)?.id ?? candidates[0]?.id ?? '',
  );
  const signer = candidates.find(({ id }) => id === signerId);
  if (!signer) return null;
  const text = authorizationFor(facts, member, signer, town);
  const sign = async (strokes: Strokes, png: Uint8Array): Promise<void> => {
    const page = await addFile(new Blob([png.slice()], { type: 'image/png' }), 'camera');
    if (!page) return;
    onSigned({
      ...{ memberId: member.id, signerId: signer.id, role: guardian ? 'guardian' : 'self' },
      ...{ text: wholeText(text), textVersion: text.version, strokes },
      ...{ imageDigest: page.digest, imageBytes: page.bytes, at: page.capturedAt },
    });
  };
  return (
    <Dialog open fullScreen onClose={onClose} aria-labelledby={titleId}>
      <Box
        sx={{
          ...{ display: 'grid', gap: 2, p: 3, height: '100%' },
          gridTemplateRows: 'auto minmax(0, 1fr)',
          gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
        }}
      >
        <Box sx={{ gridColumn: '1 / -1', display: 'flex', alignItems: 'center', gap: 2 }}>
          <Box component="h1" id={titleId} sx={{ fontSize: '1.5rem', m: 0, flex: 1 }}>
            {guardian ? `请${signer.name}替${member.name}签字` : `请${member.name}签字`}
          </Box>
          <Button variant="outlined" onClick={onClose} disabled={pending}>
            先不签，返回
          </Button>
        </Box>
        <Box
          tabIndex={0}
          role="region"
          aria-label="签字前请看完"
          sx={{ overflowY: 'auto', p: 2, border: 1, borderColor: 'divider', borderRadius: 1 }}
        >
          <FormTextView text={text} />
        </Box>
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, minHeight: 0 }}>
          {guardian && (
            <BigChoice
              label="谁来代签（监护人）"
              choices={candidates.map(({ id, name }) => ({ value: id, label: name }))}
              value={signer.id}
              onChange={setSignerId}
            />
          )}
          <ErrorNotice failure={failure} />
          <Box sx={{ flex: 1, minHeight: 0 }}>
            <SignaturePadField
              key={signer.id}
              name={signer.name}
              busy={pending}
              onSign={(strokes, png) => void sign(strokes, png)}
            />
          </Box>
        </Box>
      </Box>
    </Dialog>
  );
}
