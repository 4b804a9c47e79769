import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import { useId, useState } from 'react';
import type { DraftView } from '../../../contract/views.ts';
import type { Strokes } from '../../../domain/application/evidence.ts';
import { useCoreCommand } from '../../core-query.ts';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { authorizationFor, wholeText } from '../../../domain/application/authorization-text.ts';
import { FormTextView } from './FormTextView.tsx';
import { SignaturePadField } from './SignaturePadField.tsx';
import type { SignerLine } from './signers.ts';

interface Props {
  draft: DraftView;
  line: SignerLine;
  townName: string;
  onSigned: () => void;
  onClose: () => void;
}

const nameOf = (person: { name: string } | undefined): string => person?.name.trim() || '未填姓名的成员';

/** The whole text, then the pad; the screen is turned to the resident meanwhile. */
export function SignDialog({ draft, line, townName, onSigned, onClose }: Props) {
  const titleId = useId();
  const { member, guardian, candidates } = line;
  const [signerId, setSignerId] = useState(candidates[0]?.id ?? member.id);
  const signer = candidates.find(({ id }) => id === signerId) ?? member;
  const text = authorizationFor(draft, member, signer, townName);
  const command = useCoreCommand('authorization.sign');

  const sign = async (strokes: Strokes, png: Uint8Array): Promise<void> => {
    const input = { draftId: draft.id, memberId: member.id, signerId: signer.id };
    const done = await command.run(
      { ...input, text: wholeText(text), textVersion: text.version, strokes },
      png,
    );
    if (done) onSigned();
  };
  return (
    <Dialog open fullScreen onClose={onClose} aria-labelledby={titleId}>
      <Box
        sx={{
          display: 'grid',
          gridTemplateRows: 'auto minmax(0, 1fr)',
          gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
          gap: 2,
          p: 3,
          height: '100%',
        }}
      >
        <Box sx={{ gridColumn: '1 / -1', display: 'flex', alignItems: 'center', gap: 2 }}>
          <Box component="h1" id={titleId} sx={{ fontSize: '1.5rem', m: 0, flex: 1 }}>
            {guardian ? `请${nameOf(signer)}替${nameOf(member)}签字` : `请${nameOf(member)}签字`}
          </Box>
          <Button variant="outlined" onClick={onClose} disabled={command.pending}>
            先不签，返回
          </Button>
        </Box>
        <Box
          tabIndex={0}
          role="region"
          aria-label="签字前请看完"
          sx={{
            overflowY: 'auto',
            pr: 2,
            border: 1,
            borderColor: 'divider',
            borderRadius: 1,
            p: 2,
            bgcolor: 'background.paper',
          }}
        >
          <FormTextView text={text} />
        </Box>
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, minHeight: 0 }}>
          {guardian && (
            <BigChoice
              label="谁来代签（监护人）"
              choices={candidates.map((person) => ({ value: person.id, label: nameOf(person) }))}
              value={signer.id}
              onChange={setSignerId}
            />
          )}
          <ErrorNotice failure={command.failure} />
          <Box sx={{ flex: 1, minHeight: 0 }}>
            <SignaturePadField
              key={signer.id}
              name={nameOf(signer)}
              busy={command.pending}
              onSign={(strokes, png) => void sign(strokes, png)}
            />
          </Box>
        </Box>
      </Box>
    </Dialog>
  );
}
