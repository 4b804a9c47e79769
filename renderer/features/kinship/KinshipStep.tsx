import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import { peopleOf, type KinshipForm } from '../../../domain/application/forms.ts';
import { newId } from '../../new-id.ts';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { FieldGrid } from '../../ui/FieldGrid.tsx';
import { PickField } from '../../ui/PickField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { kinshipRoleNames } from '../../words/statement-names.ts';
import { useDraft } from '../application/draft-context.tsx';
import { StepPage } from '../application/StepPage.tsx';

type Relative = KinshipForm['relatives'][number];
const roles = Object.entries(kinshipRoleNames).map(([value, label]) => ({ value, label }));
const blank = (memberId: string | null): Relative => ({
  id: newId(),
  memberId,
  name: '',
  role: 'civilServant',
  relation: '',
});

/** 近亲属备案; none is an answer of its own. */
export function KinshipStep() {
  const { draft, edit } = useDraft();
  const { kinship, identity } = draft.sections;
  const save = (value: KinshipForm): void => edit({ section: 'kinship', value });
  const add = (): void =>
    save({ declared: true, relatives: [...kinship.relatives, blank(identity?.id ?? null)] });
  const answer = (value: 'no' | 'yes'): void => {
    if (value === 'no') save({ declared: false, relatives: [] });
    else add();
  };
  return (
    <StepPage path="kinship" title="亲属申报" why="有这样的亲属也能申请，只是区里会亲自上门看一次。">
      <Box sx={{ display: 'grid', gap: 2 }}>
        <BigChoice
          label="家里有没有近亲属是公职人员、低保经办人员或村（居）委会成员"
          choices={[
            { value: 'no', label: '没有' },
            { value: 'yes', label: '有' },
          ]}
          value={kinship.declared === null ? null : kinship.declared ? 'yes' : 'no'}
          onChange={answer}
          autoFocus
        />
        {kinship.relatives.map((relative) => (
          <RelativeCard
            key={relative.id}
            relative={relative}
            onChange={(value) =>
              save({ ...kinship, relatives: kinship.relatives.map((r) => (r.id === value.id ? value : r)) })
            }
            onRemove={() =>
              save({ ...kinship, relatives: kinship.relatives.filter((r) => r.id !== relative.id) })
            }
          />
        ))}
        {kinship.declared && (
          <Box>
            <Button variant="outlined" onClick={add} disabled={kinship.relatives.length >= 20}>
              再加一位亲属
            </Button>
          </Box>
        )}
      </Box>
    </StepPage>
  );
}

function RelativeCard({
  relative,
  onChange,
  onRemove,
}: {
  relative: Relative;
  onChange: (relative: Relative) => void;
  onRemove: () => void;
}) {
  const { draft } = useDraft();
  const people = peopleOf(draft.sections).map(({ id, name }) => ({
    value: id,
    label: name || '还没写姓名的人',
  }));
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label={`亲属：${relative.name || '新的亲属'}`}
      sx={{ p: 2, display: 'grid', gap: 1 }}
    >
      <FieldGrid min={200}>
        <PickField
          label="是谁的亲属"
          options={people}
          value={relative.memberId ?? ''}
          onChange={(id) => onChange({ ...relative, memberId: id || null })}
        />
        <TextInput
          label="亲属姓名"
          value={relative.name}
          onChange={(name) => onChange({ ...relative, name })}
          maxLength={60}
        />
        <PickField
          label="亲属身份"
          options={roles}
          value={relative.role}
          onChange={(role) => role && onChange({ ...relative, role: role as Relative['role'] })}
        />
        <TextInput
          label="什么关系"
          hint="例如 哥哥、姨妈"
          value={relative.relation}
          onChange={(relation) => onChange({ ...relative, relation })}
          maxLength={20}
        />
      </FieldGrid>
      <Box>
        <Button color="secondary" onClick={onRemove} aria-label={`去掉亲属${relative.name}`}>
          去掉
        </Button>
      </Box>
    </Paper>
  );
}
