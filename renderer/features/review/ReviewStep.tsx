import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import type { DraftView } from '../../../contract/views.ts';
import type { TaskName } from '../../../domain/application/kind-tasks.ts';
import { peopleOf } from '../../../domain/application/forms.ts';
import { useCoreCommand } from '../../core-query.ts';
import { useCalendar, useToday } from '../../session/status.ts';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { missingWords } from '../../words/missing-words.ts';
import { assistanceNames } from '../../words/statement-names.ts';
import { useDraft } from '../application/draft-context.tsx';
import { stepsOf } from '../application/steps.ts';
import { acceptByIfSubmitted } from './accept-by.ts';
import { GroupContent } from './GroupContent.tsx';
import { KindResultPanel } from './KindResultPanel.tsx';
import { ReviewGroup } from './ReviewGroup.tsx';
import { SubmitPanel } from './SubmitPanel.tsx';

interface Props {
  draft: DraftView;
  refresh: () => void;
}

/** 核对并提交: every answer read back by group, what is missing with links, and the button that makes it a case. */
export function ReviewStep({ draft, refresh }: Props) {
  const { review, flush } = useDraft();
  const today = useToday();
  const calendar = useCalendar();
  const navigate = useNavigate();
  const submit = useCoreCommand('application.submit');
  const end = useRef<HTMLDivElement>(null);
  const people = peopleOf(draft.sections);
  const groups = stepsOf(draft.kind).flatMap(({ path, title, task }) =>
    task ? [{ path, title, task }] : [],
  );
  const addressOf = (task: TaskName): string =>
    `/apply/${draft.id}/${groups.find((group) => group.task === task)?.path ?? 'identity'}`;
  const send = async (): Promise<void> => {
    if (submit.pending) return;
    // The keys work from anywhere on the long page; why nothing was sent stands at its end.
    end.current?.scrollIntoView({ block: 'end' });
    if (review.missing.length > 0) return;
    await flush();
    const answer = await submit.run({ draftId: draft.id });
    if (!answer) return refresh();
    const { caseId, acceptBy } = answer.output;
    // The way back would lead into a draft that is no more.
    await navigate(`/cases/${caseId}`, { replace: true, state: { submitted: true, acceptBy } });
  };
  useShortcut('Alt+Enter', () => void send());
  return (
    <Box component="section" aria-label="核对并提交" sx={{ display: 'grid', gap: 2, pb: 3 }}>
      <Box>
        <Typography variant="h2">核对并提交</Typography>
        <Typography color="textSecondary">请和居民一起从头看一遍，有错的点“修改”。</Typography>
      </Box>
      {groups.map(({ path, title, task }) => {
        const own = review.missing.filter((missing) => missing.task === task);
        return (
          <ReviewGroup
            key={path}
            title={title}
            to={`/apply/${draft.id}/${path}`}
            missing={own.map((missing) => missingWords(missing, people))}
          >
            <GroupContent draft={draft} task={task} today={today} />
          </ReviewGroup>
        );
      })}
      <KindResultPanel draft={draft} />
      <Box ref={end}>
        <SubmitPanel
          name={draft.sections.identity?.name ?? ''}
          kindTitle={assistanceNames[draft.kind]}
          missing={review.missing.map((m) => ({ words: missingWords(m, people), to: addressOf(m.task) }))}
          acceptBy={acceptByIfSubmitted(draft.ruleSetId, today, calendar)}
          today={today}
          pending={submit.pending}
          failure={submit.failure}
          onSubmit={() => void send()}
        />
      </Box>
    </Box>
  );
}
