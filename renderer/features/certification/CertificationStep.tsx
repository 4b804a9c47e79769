import Box from '@mui/material/Box';
import { useState } from 'react';
import type { DraftView } from '../../../contract/views.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { StepPage } from '../application/StepPage.tsx';
import { CertifiedPanel } from './CertifiedPanel.tsx';
import { ConsentPanel } from './ConsentPanel.tsx';
import { attemptsLeft, likelyReason, panelConsent } from './face-evidence.ts';
import { FaceCamera } from './FaceCamera.tsx';
import { FaceWay } from './FaceWay.tsx';
import { ManualPanel } from './ManualPanel.tsx';
import { useFacePhoto } from './use-face-photo.ts';
import { WithdrawConsent } from './WithdrawConsent.tsx';

interface Props {
  draft: DraftView;
  refresh: () => void;
}

/** Who is here is who applies: by face with separate consent, or by a person; both count the same. */
export function CertificationStep({ draft, refresh }: Props) {
  const { identity } = draft.sections;
  return (
    <StepPage
      path="certification"
      title="人脸/人工核验"
      why="确认来办事的是本人，防止被冒名。两种方式效果一样。"
    >
      {identity ? (
        <Ways
          key={identity.id}
          draft={draft}
          personId={identity.id}
          personName={identity.name.trim() || '申请人'}
          refresh={refresh}
        />
      ) : (
        <EmptyState title="先填身份" how="填好“身份”后，才能核验是不是本人。" />
      )}
    </StepPage>
  );
}

interface WaysProps extends Props {
  personId: string;
  personName: string;
}

function Ways({ draft, personId, personName, refresh }: WaysProps) {
  const { evidence } = draft;
  const { certification } = evidence;
  const consent = panelConsent(evidence);
  const photo = useFacePhoto(draft, personId, consent === 'granted');
  const [again, setAgain] = useState(false);
  const [manual, setManual] = useState(false);
  const [cameraRound, setCameraRound] = useState(0);
  const done = (): void => {
    setAgain(false);
    setManual(false);
    refresh();
  };
  if (!consent) return <ConsentPanel draftId={draft.id} onAnswered={refresh} />;
  const showResult = certification !== null && certification.personId === personId && !again;
  const faceOpen = consent === 'granted' && attemptsLeft(evidence) > 0;
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      {showResult ? (
        <CertifiedPanel certification={certification} onAgain={() => setAgain(true)} />
      ) : manual || !faceOpen ? (
        <ManualPanel
          key={likelyReason(evidence, true) ?? ''}
          {...{ draftId: draft.id, personId, personName }}
          reason={likelyReason(evidence, photo.photo !== null || photo.searching)}
          onDone={done}
          onFace={faceOpen ? () => setManual(false) : null}
        />
      ) : (
        <>
          <FaceCamera onChange={() => setCameraRound((n) => n + 1)} />
          <FaceWay
            key={cameraRound}
            {...{ draft, personId, photo }}
            refresh={done}
            onManual={() => setManual(true)}
          />
        </>
      )}
      {consent === 'granted' ? (
        <WithdrawConsent draftId={draft.id} byFace={certification?.method === 'face'} onWithdrawn={done} />
      ) : (
        !showResult && <AskAgain draftId={draft.id} onAnswered={refresh} />
      )}
    </Box>
  );
}

/** Somebody who declined may still change their mind. */
function AskAgain({ draftId, onAnswered }: { draftId: string; onAnswered: () => void }) {
  return (
    <Box component="details">
      <Box component="summary" sx={{ minHeight: 44, py: 1, cursor: 'pointer' }}>
        改主意了，想用人脸核对
      </Box>
      <ConsentPanel draftId={draftId} onAnswered={onAnswered} />
    </Box>
  );
}
