import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { Outlet, useLocation, useNavigate, useParams } from 'react-router';
import { peopleOf } from '../../../domain/application/forms.ts';
import { maskIdNumber } from '../../../domain/privacy/mask.ts';
import { missingWords } from '../../words/missing-words.ts';
import { assistanceNames } from '../../words/statement-names.ts';
import { KeptText } from '../../ui/kept-text.ts';
import { ResidentBanner } from '../../ui/ResidentBanner.tsx';
import { SaveMark } from '../../ui/SaveMark.tsx';
import { TaskList, type Task } from '../../ui/TaskList.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { DraftProvider, useDraft } from './draft-context.tsx';
import { IdPhotoProvider } from './id-photo.tsx';
import { DraftChanged } from './DraftChanged.tsx';
import { EarlierAnswers } from './EarlierAnswers.tsx';
import { stepDigit, steps, stepsOf } from './steps.ts';

/** One open application: whose it is, the task list, and the step in the middle. Everything saves by itself. */
export function ApplicationFrame() {
  const { draftId = '' } = useParams();
  return <OpenApplication key={draftId} draftId={draftId} />;
}

function OpenApplication({ draftId }: { draftId: string }) {
  const [kept] = useState(() => new Map<string, string>());
  return (
    <IdPhotoProvider>
      <DraftProvider draftId={draftId}>
        <KeptText value={kept}>
          <Frame />
        </KeptText>
      </DraftProvider>
    </IdPhotoProvider>
  );
}

function Frame() {
  const { draft, save } = useDraft();
  const { identity } = draft.sections;
  const current = useLocation().pathname.split('/').at(-1) ?? '';
  const tasks = useTasks();
  const step = steps.find(({ path }) => path === current);
  useEffect(() => {
    document.title = `${step?.title ?? '申请'} · 暖窗`;
    window.scrollTo(0, 0);
  }, [step?.title]);
  return (
    <>
      <Box sx={{ position: 'sticky', top: 0, zIndex: 10 }}>
        <ResidentBanner
          personId={identity?.id ?? draft.id}
          name={identity?.name ?? ''}
          maskedId={maskIdNumber(identity?.idNumber ?? '')}
          householdSize={peopleOf(draft.sections).length || 1}
        >
          <span>{assistanceNames[draft.kind]}</span>
          <SaveMark state={save} />
        </ResidentBanner>
      </Box>
      <Reloaded />
      <DraftChanged />
      <EarlierAnswers />
      <Box sx={{ display: 'grid', gridTemplateColumns: '16.5rem minmax(0, 1fr)', flex: 1 }}>
        <Box sx={{ borderRight: 1, borderColor: 'divider', bgcolor: 'background.paper', py: 1 }}>
          <TaskList tasks={tasks} currentId={current} />
          <Shortcuts />
        </Box>
        <Box sx={{ px: 3, py: 2, minWidth: 0 }}>
          <Outlet />
        </Box>
      </Box>
    </>
  );
}

function useTasks(): Task[] {
  const { draft, review } = useDraft();
  const people = peopleOf(draft.sections);
  return stepsOf(draft.kind).map(({ path, title, task }, index) => {
    const digit = stepDigit(index);
    const own = task === null ? review.missing : review.missing.filter((m) => m.task === task);
    const ready = task === null && own.length === 0;
    return {
      id: path,
      title,
      to: `/apply/${draft.id}/${path}`,
      state: task === null ? (ready ? 'done' : 'empty') : review.tasks[task],
      ...(task === null ? { word: ready ? '可以提交' : `还差 ${own.length} 处` } : {}),
      missing: own.map((m) => missingWords(m, people)),
      shortcut: digit === null ? '' : `Alt+${digit}`,
    };
  });
}

function Shortcuts() {
  const { draft } = useDraft();
  return (
    <Box sx={{ px: 2, pt: 1, color: 'text.secondary' }}>
      {stepsOf(draft.kind).map(({ path }, index) => {
        const digit = stepDigit(index);
        return digit === null ? null : <StepShortcut key={path} path={path} digit={digit} />;
      })}
      <Box component="p" sx={{ m: 0, fontSize: '0.875rem' }}>
        Alt+数字 换步骤，回车 下一格
      </Box>
    </Box>
  );
}

function StepShortcut({ path, digit }: { path: string; digit: number }) {
  const { draft } = useDraft();
  const navigate = useNavigate();
  useShortcut(`Alt+${digit}`, () => void navigate(`/apply/${draft.id}/${path}`));
  return null;
}

/** Says that another window changed this draft, and gives back what was typed here. */
function Reloaded() {
  const { reloaded, dismissReloaded, edit } = useDraft();
  if (!reloaded) return null;
  const useMine = (): void => {
    for (const change of reloaded.yours) edit(change);
    dismissReloaded();
  };
  return (
    <Alert
      severity="info"
      role="alert"
      onClose={dismissReloaded}
      slotProps={{ closeButton: { 'aria-label': '知道了' } }}
      action={
        <>
          {reloaded.yours.length > 0 && <Button onClick={useMine}>改用我刚填的</Button>}
          <Button onClick={dismissReloaded}>知道了</Button>
        </>
      }
    >
      这份申请在别处改过，已载入最新内容。
      {reloaded.yours.length > 0 && '您刚填的一处和别处不同，现在显示的是别处填的。'}
    </Alert>
  );
}
