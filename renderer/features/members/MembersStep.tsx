import PersonAddAltOutlined from '@mui/icons-material/PersonAddAltOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { PersonForm } from '../../../domain/application/person.ts';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useDraft } from '../application/draft-context.tsx';
import { StepPage } from '../application/StepPage.tsx';
import { blankPerson } from '../identity/person-edit.ts';
import { MemberCard } from './MemberCard.tsx';

/** Who lives with the applicant; "alone" is an answer of its own. */
export function MembersStep() {
  const { draft, edit } = useDraft();
  const { members, livesAlone, identity } = draft.sections;
  const [together, setTogether] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const toast = useToast();
  const save = (value: PersonForm[]): void => edit({ section: 'members', value });
  const add = (): void => {
    const member = blankPerson({
      relation: members.length === 0 ? 'spouse' : 'son',
      address: identity?.address ?? '',
    });
    if (livesAlone) edit({ section: 'livesAlone', value: false });
    save([...members, member]);
    setOpenId(member.id);
  };
  const remove = (member: PersonForm): void => {
    const place = members.indexOf(member);
    save(members.filter(({ id }) => id !== member.id));
    const undo = (): void =>
      edit(({ sections }) => ({ section: 'members', value: sections.members.toSpliced(place, 0, member) }));
    toast({
      text: `已去掉${member.name || '一位家人'}`,
      severity: 'info',
      action: { label: '撤销', run: undo },
    });
  };
  const answer = livesAlone ? 'alone' : together || members.length > 0 ? 'together' : null;
  const answered = (value: 'alone' | 'together'): void => {
    setTogether(value === 'together');
    edit({ section: 'livesAlone', value: value === 'alone' });
    if (value === 'together' && members.length === 0) add();
  };
  return (
    <StepPage path="members" title="家庭成员" why="一起生活的人一起算收入，人人都要签字。">
      <Box sx={{ display: 'grid', gap: 2 }}>
        {members.length === 0 && (
          <BigChoice
            label="申请人和谁一起生活"
            choices={[
              { value: 'alone', label: '一个人住' },
              { value: 'together', label: '和家人一起住' },
            ]}
            value={answer}
            onChange={answered}
            autoFocus
          />
        )}
        {members.map((member) => (
          <MemberCard
            key={member.id}
            member={member}
            open={member.id === openId}
            onToggle={() => setOpenId(member.id === openId ? null : member.id)}
            onChange={(value) => save(members.map((m) => (m.id === value.id ? value : m)))}
            onRemove={() => remove(member)}
          />
        ))}
        {answer === 'together' && (
          <Box>
            <Button
              variant="outlined"
              startIcon={<PersonAddAltOutlined />}
              onClick={add}
              disabled={members.length >= 20}
            >
              {members.length > 0 ? '再加一位家人' : '添加家人'}
            </Button>
          </Box>
        )}
      </Box>
    </StepPage>
  );
}
