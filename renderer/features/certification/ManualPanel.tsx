import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useCoreCommand } from '../../core-query.ts';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { manualReasonNames, type ManualReason } from './face-evidence.ts';

interface Props {
  draftId: string;
  personId: string;
  personName: string;
  /** Offered first. */
  reason: ManualReason | null;
  onDone: () => void;
  /** Back to the face, while that way is open. */
  onFace: (() => void) | null;
}

const reasons = Object.entries(manualReasonNames).map(([value, label]) => ({
  value: value as ManualReason,
  label,
}));

/** A clerk compares the person with the ID: why not by face, that it was done, and the finding. */
export function ManualPanel({ draftId, personId, personName, reason: likely, onDone, onFace }: Props) {
  const [reason, setReason] = useState<ManualReason | null>(likely);
  const [compared, setCompared] = useState(false);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCoreCommand('certification.manual');
  const noteMissing = reason === 'other' && note.trim() === '';

  const decide = async (accepted: boolean): Promise<void> => {
    setTried(true);
    if (!reason || !compared || noteMissing) return;
    if (await command.run({ draftId, personId, accepted, reason, note: note.trim() })) onDone();
  };
  return (
    <Box component="section" aria-label="人工核验" sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="h3">人工核验</Typography>
      {likely === 'twoFailures' && (
        <Alert severity="info" variant="outlined" sx={{ fontSize: '1.125rem' }}>
          人脸两次都没有对上。请工作人员当面核验，不影响办理。
        </Alert>
      )}
      <BigChoice
        label="为什么由人工核验"
        choices={reasons}
        value={reason}
        onChange={setReason}
        error={tried && !reason ? '请选一个原因。' : null}
      />
      <div>
        <FormControlLabel
          control={<Checkbox checked={compared} onChange={(_, on) => setCompared(on)} />}
          label={`我已当面看过${personName}本人和身份证原件`}
        />
        {tried && !compared && (
          <Typography role="alert" color="error">
            请先看本人和身份证，再勾选。
          </Typography>
        )}
      </div>
      <TextInput
        label="备注"
        value={note}
        onChange={setNote}
        hint="可以不填。不要写身份证号。"
        error={tried && noteMissing ? '选了“其他原因”，请写明是什么。' : null}
      />
      <ErrorNotice failure={command.failure} />
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        <Button
          variant="contained"
          sx={{ minHeight: 56, minWidth: 200 }}
          disabled={command.pending}
          onClick={() => void decide(true)}
        >
          是本人，核验通过
        </Button>
        <Button
          variant="outlined"
          color="error"
          sx={{ minHeight: 56, minWidth: 200 }}
          disabled={command.pending}
          onClick={() => void decide(false)}
        >
          不是本人，不通过
        </Button>
        {onFace && (
          <Button variant="text" sx={{ minHeight: 56 }} onClick={onFace}>
            回到人脸核对
          </Button>
        )}
      </Box>
    </Box>
  );
}
