import FaceOutlined from '@mui/icons-material/FaceOutlined';
import PersonSearchOutlined from '@mui/icons-material/PersonSearchOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { faceConsentText } from '../../../assets/form-texts/face-consent.ts';
import { useCoreCommand } from '../../core-query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { wholeText } from '../../../domain/application/authorization-text.ts';
import { FormTextView } from '../signing/FormTextView.tsx';

interface Props {
  draftId: string;
  onAnswered: () => void;
}

const way = { flex: '1 1 0', minHeight: 72, minWidth: 240, fontSize: '1.125rem' } as const;

/** Asked by itself: what is processed, why, where it stays. Both answers stand in one size and one look. */
export function ConsentPanel({ draftId, onAnswered }: Props) {
  const command = useCoreCommand('consent.record');
  const answer = async (decision: 'granted' | 'declined'): Promise<void> => {
    const { version: textVersion } = faceConsentText;
    if (await command.run({ draftId, decision, text: wholeText(faceConsentText), textVersion })) onAnswered();
  };
  return (
    <Box component="section" aria-label="是否用人脸核对" sx={{ display: 'grid', gap: 2 }}>
      <FormTextView text={faceConsentText} wide />
      <ErrorNotice failure={command.failure} />
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        <Button
          variant="outlined"
          sx={way}
          startIcon={<FaceOutlined />}
          disabled={command.pending}
          onClick={() => void answer('granted')}
        >
          同意用人脸核对
        </Button>
        <Button
          variant="outlined"
          sx={way}
          startIcon={<PersonSearchOutlined />}
          disabled={command.pending}
          onClick={() => void answer('declined')}
        >
          不用人脸，改为人工核验
        </Button>
      </Box>
    </Box>
  );
}
