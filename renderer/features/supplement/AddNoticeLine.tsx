import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { Dossier } from '../../../contract/views.ts';
import { Slot, slotInfo } from '../../../domain/materials/slots.ts';
import { PickField } from '../../ui/PickField.tsx';
import { newLine, type NoticeLine } from './notice-draft.ts';

const household = 'household';

/** Something that is not on the list of this household: which material, and whose. */
export function AddNoticeLine({ dossier, onAdd }: { dossier: Dossier; onAdd: (line: NoticeLine) => void }) {
  const [open, setOpen] = useState(false);
  const [slot, setSlot] = useState('');
  const [owner, setOwner] = useState(household);
  const owners = [
    { value: household, label: '全家' },
    ...dossier.application.members.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const add = (): void => {
    onAdd(newLine(dossier, slot, owner === household ? null : owner, true));
    setSlot('');
    setOpen(false);
  };
  if (!open) {
    return (
      <Button variant="outlined" onClick={() => setOpen(true)} sx={{ justifySelf: 'start' }}>
        再加一样材料
      </Button>
    );
  }
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'end', flexWrap: 'wrap' }}>
      <PickField
        label="哪样材料"
        width={280}
        options={Slot.options.map((value) => ({ value, label: slotInfo[value].title }))}
        value={slot}
        onChange={setSlot}
        autoFocus
      />
      <PickField label="谁的" width={200} options={owners} value={owner} onChange={setOwner} />
      <Button variant="outlined" onClick={add} disabled={!slot || !owner}>
        加到清单
      </Button>
    </Box>
  );
}
