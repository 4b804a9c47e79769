import BadgeOutlined from '@mui/icons-material/BadgeOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useMemo, useState } from 'react';
import type { PersonForm } from '../../../domain/application/person.ts';
import { useCoreCommand } from '../../core-query.ts';
import { useToday } from '../../session/status.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { FieldGrid } from '../../ui/FieldGrid.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { useDraft } from '../application/draft-context.tsx';
import { useIdPhoto } from '../application/id-photo.tsx';
import { StepPage } from '../application/StepPage.tsx';
import { AddressFields } from './AddressFields.tsx';
import { CapacityFields } from './CapacityFields.tsx';
import { photoBlob, withCard } from './card-answers.ts';
import { HealthFields } from './HealthFields.tsx';
import { IdentityFields } from './IdentityFields.tsx';
import { RegisteredFields } from './RegisteredFields.tsx';
import { blankPerson } from './person-edit.ts';

/** Who applies: read from the card or typed. */
export function IdentityStep() {
  const { draft, edit } = useDraft();
  const [blank] = useState(() => blankPerson());
  const person = draft.sections.identity ?? blank;
  const change = (value: PersonForm): void => edit({ section: 'identity', value });
  const reader = useCardReader(blank);
  return (
    <StepPage
      path="identity"
      title="身份"
      why="确认是谁在申请，先读身份证最快。"
      actions={<ReadCard pending={reader.pending} onRead={() => void reader.read()} />}
    >
      <Box sx={{ mb: reader.failure ? 2 : 0 }}>
        <ErrorNotice failure={reader.failure} />
      </Box>
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'flex-start' }}>
        <Box sx={{ flex: 1, display: 'grid', gap: 2 }}>
          <FieldGrid>
            <IdentityFields person={person} onChange={change} autoFocus />
            <AddressFields person={person} onChange={change} />
            <RegisteredFields />
          </FieldGrid>
          <FieldGrid min={400}>
            <HealthFields person={person} onChange={change} />
            <CapacityFields person={person} others={draft.sections.members} onChange={change} />
          </FieldGrid>
        </Box>
        <CardPhoto />
      </Box>
    </StepPage>
  );
}

function useCardReader(blank: PersonForm) {
  const { draft, edit } = useDraft();
  const { setPhoto } = useIdPhoto();
  const today = useToday();
  const command = useCoreCommand('idReader.read');
  const read = async (): Promise<void> => {
    const answer = await command.run({ draftId: draft.id });
    if (!answer) return;
    edit((view) => ({
      section: 'identity',
      value: withCard(view.sections.identity ?? blank, answer.output, today),
    }));
    setPhoto(answer.binary ? photoBlob(answer.binary) : null);
  };
  return { read, pending: command.pending, failure: command.failure };
}

function ReadCard({ pending, onRead }: { pending: boolean; onRead: () => void }) {
  useShortcut('F2', onRead, !pending);
  return (
    <Button
      variant="contained"
      startIcon={<BadgeOutlined />}
      disabled={pending}
      onClick={onRead}
      aria-keyshortcuts="F2"
    >
      {pending ? '正在读卡…' : '读身份证（F2）'}
    </Button>
  );
}

function CardPhoto() {
  const { photo } = useIdPhoto();
  const url = useMemo(() => (photo ? URL.createObjectURL(photo) : null), [photo]);
  useEffect(() => () => (url ? URL.revokeObjectURL(url) : undefined), [url]);
  if (!url) return null;
  return (
    <Box
      component="img"
      src={url}
      alt="身份证芯片里的照片"
      sx={{ width: 102, borderRadius: 1, border: 1, borderColor: 'divider' }}
    />
  );
}
