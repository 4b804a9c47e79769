import AddPhotoAlternateOutlined from '@mui/icons-material/AddPhotoAlternateOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import type { DraftView } from '../../../contract/views.ts';
import { templateToBytes } from '../../../domain/face/template-bytes.ts';
import { chosenCamera } from '../../capture/camera-choice.ts';
import { useCoreCommand } from '../../core-query.ts';
import type { FaceCapture } from '../../face/attempt.ts';
import { FacePanel } from '../../face/FacePanel.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useBlobUrl } from '../materials/page-picture.ts';
import { attemptsLeft } from './face-evidence.ts';
import type { FacePhoto } from './use-face-photo.ts';

interface Props {
  draft: DraftView;
  personId: string;
  photo: FacePhoto;
  refresh: () => void;
  onManual: () => void;
}

/** Both templates behind each other, the photo's first: what the core compares. */
function templates({ enrolment, probe }: FaceCapture): Uint8Array {
  const both = new Uint8Array(4096);
  both.set(templateToBytes(enrolment), 0);
  both.set(templateToBytes(probe), 2048);
  return both;
}

/** Compares the face at the camera with the ID photo; the core decides. */
export function FaceWay({ draft, personId, photo, refresh, onManual }: Props) {
  const command = useCoreCommand('certification.verify');
  const [missed, setMissed] = useState<number | null>(null);
  const [round, setRound] = useState(0);
  const left = missed ?? attemptsLeft(draft.evidence);

  const decide = async (capture: FaceCapture): Promise<void> => {
    const { name, digest, preprocessing } = capture.model;
    const answer = await command.run(
      {
        ...{ draftId: draft.id, personId, frames: capture.frames },
        ...{ model: { name, digest, preprocessing }, rejectedFrames: { ...capture.rejected } },
      },
      templates(capture),
    );
    if (!answer) setRound((n) => n + 1);
    else if (!answer.output.attempt.accepted) setMissed(answer.output.attemptsLeft);
    refresh();
  };
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '200px minmax(0, 1fr)', gap: 3 }}>
      <PhotoBox photo={photo} />
      <Box sx={{ display: 'grid', gap: 2, alignContent: 'start', maxWidth: 480 }}>
        <ErrorNotice failure={command.failure} />
        {missed !== null && missed > 0 && (
          <Alert severity="warning" variant="outlined" role="alert" sx={{ fontSize: '1.125rem' }}>
            没有对上，还可再试一次。也可以改为人工核验。
          </Alert>
        )}
        {photo.searching ? (
          <Waiting words="正在身份证上找照片…" />
        ) : (
          <FacePanel
            key={`${personId} ${round}`}
            idPhoto={photo.photo}
            consent="granted"
            attemptsLeft={left}
            onResult={(capture) => void decide(capture)}
            onManual={onManual}
            deviceId={chosenCamera('face')}
          />
        )}
      </Box>
    </Box>
  );
}

/** The photo compared with, where it comes from, and the way to choose another. */
function PhotoBox({ photo }: { photo: FacePhoto }) {
  const input = useRef<HTMLInputElement>(null);
  const url = useBlobUrl(photo.photo);
  return (
    <Box sx={{ display: 'grid', gap: 1, alignContent: 'start' }}>
      <Typography variant="h4" component="h3">
        证件照
      </Typography>
      {url ? (
        <Box
          component="img"
          src={url}
          alt={`用来比对的${photo.from ?? '照片'}`}
          sx={{ width: '100%', borderRadius: 1, border: 1, borderColor: 'divider' }}
        />
      ) : (
        <Typography>还没有。可以回到“身份”读卡，或在“材料”拍身份证，也可以选一张照片。</Typography>
      )}
      {photo.from && <Typography color="text.secondary">来自{photo.from}</Typography>}
      <Button
        variant="outlined"
        startIcon={<AddPhotoAlternateOutlined />}
        onClick={() => input.current?.click()}
      >
        选照片
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".jpg,.jpeg,.png"
        aria-label="选择证件照"
        onChange={(event) => {
          const [file] = [...(event.target.files ?? [])];
          event.target.value = '';
          if (file) void photo.choose(file);
        }}
      />
      {photo.problem && (
        <Typography role="alert" color="error">
          {photo.problem}
        </Typography>
      )}
    </Box>
  );
}
