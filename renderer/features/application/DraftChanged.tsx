import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { DraftView } from '../../../contract/views.ts';
import { useCoreCommand } from '../../core-query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useDraft } from './draft-context.tsx';
import { steps } from './steps.ts';

type Changes = NonNullable<DraftView['changes']>;

/** A draft waits, rules do not: what is different since it was begun, until the clerk has taken note. */
export function DraftChanged() {
  const { draft, replace, flush } = useDraft();
  const recheck = useCoreCommand('draft.recheck');
  const { changes } = draft;
  if (!changes) return null;
  const note = async (): Promise<void> => {
    await flush();
    const answer = await recheck.run({ draftId: draft.id });
    if (answer) replace(answer.output.draft);
  };
  return (
    <Alert
      severity="warning"
      role="region"
      aria-label="规定有变化"
      action={
        <Button onClick={() => void note()} disabled={recheck.pending}>
          知道了，按新的办
        </Button>
      }
    >
      <AlertTitle>开始填这份申请以后，规定有变化，已按新的重新核对</AlertTitle>
      <ErrorNotice failure={recheck.failure} />
      <ChangeList changes={changes} />
    </Alert>
  );
}

function ChangeList({ changes }: { changes: Changes }) {
  const { ruleSet, amounts, periods, figures, results, newTasks } = changes;
  const titles = newTasks.map((task) => steps.find((step) => step.task === task)?.title ?? '');
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {ruleSet && (
        <li>
          办理规定：{ruleSet.before} 换成 {ruleSet.after}
        </li>
      )}
      {amounts && (
        <li>
          金额标准：{amounts.before} 换成 {amounts.after}
        </li>
      )}
      {[...periods, ...figures].map(({ label, before, after }) => (
        <li key={label}>
          {label}：{before} 变成 {after}
        </li>
      ))}
      {results.map(({ label, before, after }) => (
        <li key={`result ${label}`}>
          这份申请的{label}：原来 {before}，现在 {after}
        </li>
      ))}
      {titles.length > 0 && <li>新增要填的：{titles.join('、')}</li>}
    </Box>
  );
}
