import Typography from '@mui/material/Typography';
import Box from '@mui/material/Box';
import type { DraftView } from '../../../contract/views.ts';
import type { TaskName } from '../../../domain/application/kind-tasks.ts';
import { mustSign } from '../../../domain/application/kind-tasks.ts';
import { peopleOf } from '../../../domain/application/forms.ts';
import type { IsoDate } from '../../../domain/values/iso-date.ts';
import { AnswerList } from './AnswerList.tsx';
import { ReckonedArithmetic } from './ArithmeticLines.tsx';
import { answer } from './answer.ts';
import { certificationAnswers } from './certification-answers.ts';
import { DraftDocuments } from './DraftDocuments.tsx';
import { DraftSignatures } from './DraftSignatures.tsx';
import {
  accountAnswers,
  emergencyAnswers,
  expensesAnswers,
  registeredAnswers,
  selfCareAnswers,
  supportersAnswers,
} from './kind-answers.ts';
import { personAnswers } from './person-answers.ts';
import { agentAnswers, incomeAnswers, kinshipAnswers, propertyAnswers } from './statement-answers.ts';
import { useVillageName } from './use-village-name.ts';

interface Props {
  draft: DraftView;
  task: TaskName;
  today: IsoDate;
}

/** The answers of one task, read back. */
export function GroupContent({ draft, task, today }: Props) {
  const { sections, evidence } = draft;
  const people = peopleOf(sections);
  const village = useVillageName(sections.villageCode);
  switch (task) {
    case 'identity':
      if (!sections.identity) return null;
      return (
        <AnswerList
          answers={[
            ...personAnswers(sections.identity, people, today),
            answer('村（社区）', village),
            ...registeredAnswers(sections.registeredElsewhere),
          ]}
        />
      );
    case 'members':
      if (sections.members.length === 0)
        return <AnswerList answers={[answer('家里还有谁', sections.livesAlone ? '一个人住' : null)]} />;
      return sections.members.map((member) => (
        <Box key={member.id} sx={{ mb: 1 }}>
          <Typography variant="h4">{member.name || '还没写姓名的人'}</Typography>
          <AnswerList answers={personAnswers(member, people, today)} />
        </Box>
      ));
    case 'kinship':
      return <AnswerList answers={kinshipAnswers(sections.kinship, people)} columns={1} />;
    case 'income':
      return (
        <>
          <AnswerList answers={incomeAnswers(sections.income, people)} />
          {draft.kind === 'dibao' && (sections.income.none || sections.income.entries.length > 0) && (
            <ReckonedArithmetic income={sections.income} members={people.length} amounts={draft.amounts} />
          )}
        </>
      );
    case 'property':
      return <AnswerList answers={propertyAnswers(sections.property, people)} />;
    case 'emergency':
      return <AnswerList answers={emergencyAnswers(sections.emergency)} columns={1} />;
    case 'expenses':
      return <AnswerList answers={expensesAnswers(sections.expenses, people)} />;
    case 'supporters':
      return <AnswerList answers={supportersAnswers(sections.supporters)} columns={1} />;
    case 'selfCare':
      return <AnswerList answers={selfCareAnswers(sections.selfCare)} />;
    case 'account':
      return <AnswerList answers={accountAnswers(sections.account)} />;
    case 'agent':
      return <AnswerList answers={agentAnswers(sections.agent)} />;
    case 'materials':
      return <DraftDocuments draft={draft} />;
    case 'authorization':
      return <DraftSignatures people={mustSign(draft.kind, people)} signatures={evidence.signatures} />;
    case 'certification':
      return <AnswerList answers={certificationAnswers(evidence.consent, evidence.certification)} />;
  }
}
