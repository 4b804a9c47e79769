import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { peopleOf } from '../../../domain/application/forms.ts';
import { needsGuardian } from '../../../domain/application/facts.ts';
import { checkPerson } from '../../../domain/application/check-person.ts';
import type { PersonForm } from '../../../domain/application/person.ts';
import { maskIdNumber } from '../../../domain/privacy/mask.ts';
import { ageOn, isIsoDate } from '../../../domain/values/iso-date.ts';
import { useToday } from '../../session/status.ts';
import { FieldGrid, Wide } from '../../ui/FieldGrid.tsx';
import { PickField } from '../../ui/PickField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { relationNames } from '../../words/person-names.ts';
import { useDraft } from '../application/draft-context.tsx';
import { CapacityFields } from '../identity/CapacityFields.tsx';
import { HealthFields } from '../identity/HealthFields.tsx';
import { IdentityFields } from '../identity/IdentityFields.tsx';
import { typed } from '../identity/person-edit.ts';

interface Props {
  member: PersonForm;
  open: boolean;
  onToggle: () => void;
  onChange: (member: PersonForm) => void;
  onRemove: () => void;
}

const relations = Object.entries(relationNames)
  .filter(([value]) => value !== 'self')
  .map(([value, label]) => ({ value, label }));

/** One member: a line when closed, all fields when open. */
export function MemberCard({ member, open, onToggle, onChange, onRemove }: Props) {
  const name = member.name || '新的家人';
  return (
    <Paper variant="outlined" component="section" aria-label={`家庭成员：${name}`} sx={{ p: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Typography variant="h3">{name}</Typography>
        <Summary member={member} />
        <Box sx={{ ml: 'auto', display: 'flex', gap: 1 }}>
          <Button onClick={onToggle} aria-expanded={open} aria-label={open ? `收起${name}` : `修改${name}`}>
            {open ? '收起' : '修改'}
          </Button>
          <Button color="secondary" onClick={onRemove} aria-label={`去掉${name}`}>
            去掉
          </Button>
        </Box>
      </Box>
      {open && <Fields member={member} onChange={onChange} />}
    </Paper>
  );
}

function Summary({ member }: { member: PersonForm }) {
  const today = useToday();
  const age = isIsoDate(member.birth) ? `${ageOn(member.birth, today)} 岁` : '';
  const incomplete = checkPerson(member, today).problems.length > 0;
  return (
    <>
      <Typography color="textSecondary">
        {[relationNames[member.relation], age, maskIdNumber(member.idNumber)].filter(Boolean).join('，')}
      </Typography>
      {incomplete && <Chip color="warning" variant="outlined" label="没填完" />}
      {needsGuardian(member, today) && <Chip variant="outlined" label="监护人代签" />}
    </>
  );
}

function Fields({ member, onChange }: Pick<Props, 'member' | 'onChange'>) {
  const { draft } = useDraft();
  const others = peopleOf(draft.sections).filter(({ id }) => id !== member.id);
  const set = (answers: Parameters<typeof typed>[1]): void => onChange(typed(member, answers));
  return (
    <Box sx={{ display: 'grid', gap: 2, mt: 1 }}>
      <FieldGrid>
        <PickField
          label="是申请人的"
          options={relations}
          value={member.relation}
          onChange={(value) => value && set({ relation: value as PersonForm['relation'] })}
        />
        <IdentityFields person={member} onChange={onChange} autoFocus={!member.name} />
        <Wide>
          <TextInput
            label="住址"
            hint="已填申请人的住址"
            value={member.address}
            onChange={(address) => set({ address })}
            maxLength={120}
          />
        </Wide>
      </FieldGrid>
      <FieldGrid min={400}>
        <HealthFields person={member} onChange={onChange} />
        <CapacityFields person={member} others={others} onChange={onChange} />
      </FieldGrid>
    </Box>
  );
}
