import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { parseFailure } from '../../../contract/failures.ts';
import type { Dossier } from '../../../contract/views.ts';
import type { ProcessView } from '../../../contract/views/process.ts';
import { formatChinese } from '../../../domain/values/iso-date.ts';
import { useCoreCommand } from '../../core-query.ts';
import { failureText } from '../../failure-text.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { documentTitles } from '../../words/process-words.ts';
import { blankForms } from './blank-forms.ts';
import { aboutWords } from './documents-trail.ts';
import { IssuedView } from './IssuedView.tsx';
import { BlankFormButton } from './survey/BlankFormButton.tsx';

interface Props {
  dossier: Dossier;
  process: ProcessView;
  onChanged: () => void;
}

type Due = ProcessView['documentsDue'][number];
type Issued = ProcessView['issued'][number]['issued'];

/** Whether this tab has anything in it. */
export const hasDocuments = ({ issued, documentsDue, step }: ProcessView): boolean =>
  issued.length + documentsDue.length + blankForms(step).length > 0;

/** 文书: what is still to be given out, what was, with number and day, and forms to take along. */
export function DocumentsIssued({ dossier, process, onChanged }: Props) {
  const caseId = dossier.summary.id;
  const toast = useToast();
  const issue = useCoreCommand('case.issueDocument');
  const [shown, setShown] = useState<string | null>(process.issued.at(-1)?.issued.page.digest ?? null);
  const current = process.issued.find(({ issued }) => issued.page.digest === shown)?.issued ?? null;
  const give = async ({ document, about }: Due): Promise<void> => {
    const made = await issue.run({ caseId, document, about });
    if (!made) return;
    setShown(made.output.digest);
    toast({ text: `已出具${documentTitles[document]}，文号 ${made.output.number}` });
    onChanged();
  };
  return (
    <Box
      sx={{
        ...{ display: 'grid', gap: 2, alignItems: 'start' },
        gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 1fr) 600px' },
      }}
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <DueList
          dossier={dossier}
          process={process}
          pending={issue.pending}
          onGive={(due) => void give(due)}
        />
        <ErrorNotice failure={issue.failure} />
        <IssuedList process={process} shown={shown} onShow={({ page }) => setShown(page.digest)} />
        <BlankForms caseId={caseId} process={process} />
      </Box>
      {current && <IssuedView caseId={caseId} issued={current} />}
    </Box>
  );
}

interface DueProps {
  dossier: Dossier;
  process: ProcessView;
  pending: boolean;
  onGive: (due: Due) => void;
}

function DueList({ dossier, process, pending, onGive }: DueProps) {
  const { documentsDue } = process;
  if (documentsDue.length === 0) return null;
  const barred = whyNot(process);
  return (
    <Paper variant="outlined" component="section" aria-label="要出具的文书" sx={{ p: 2 }}>
      <Typography variant="h3" component="h2">
        要出具的文书
      </Typography>
      {barred && <Typography color="textSecondary">{barred}</Typography>}
      {documentsDue.map((due) => {
        const title = documentTitles[due.document];
        return (
          <Line
            key={`${due.document} ${due.about}`}
            title={title}
            below={aboutWords(dossier.events, due.about)}
          >
            <Button
              variant="contained"
              onClick={() => onGive(due)}
              disabled={pending || barred !== null}
              aria-label={`出具${title}`}
            >
              {pending ? '正在出具…' : '出具'}
            </Button>
          </Line>
        );
      })}
    </Paper>
  );
}

/** Why this person may give out none of them now; null when nothing stands against it. */
function whyNot({ actions }: ProcessView): string | null {
  const action = actions.find(({ command }) => command === 'issueDocument');
  if (!action) return '文书由镇街或者区里的工作人员出具。';
  const failure = parseFailure(action.blocked);
  if (!failure) return action.blocked ? '现在还不能出具。' : null;
  const { title, doNow } = failureText(failure);
  return `${title}${doNow}`;
}

interface IssuedProps {
  process: ProcessView;
  shown: string | null;
  onShow: (issued: Issued) => void;
}

function IssuedList({ process: { issued }, shown, onShow }: IssuedProps) {
  return (
    <Paper variant="outlined" component="section" aria-label="已出具的文书" sx={{ p: 2 }}>
      <Typography variant="h3" component="h2">
        已出具的文书
      </Typography>
      {issued.length === 0 && (
        <Typography color="textSecondary">
          还没有。出具以后编上文号存进档案，在这里随时可以打开、打印。
        </Typography>
      )}
      {[...issued].reverse().map(({ issued: paper, on, byName }) => {
        const title = documentTitles[paper.document];
        const open = paper.page.digest === shown;
        return (
          <Line
            key={paper.page.digest}
            title={title}
            below={`文号 ${paper.number}，${formatChinese(on)}${byName ? `，${byName}` : ''}`}
          >
            <Button
              variant={open ? 'contained' : 'outlined'}
              startIcon={<DescriptionOutlined />}
              onClick={() => onShow(paper)}
              aria-pressed={open}
              aria-label={`打开${title}，文号 ${paper.number}`}
            >
              打开
            </Button>
          </Line>
        );
      })}
    </Paper>
  );
}

interface LineProps {
  title: string;
  below: string | null;
  children: React.ReactNode;
}

function Line({ title, below, children }: LineProps) {
  return (
    <Box
      sx={{
        ...{ display: 'flex', gap: 2, alignItems: 'center', py: 1 },
        '&:not(:last-child)': { borderBottom: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
        {below && <Typography color="textSecondary">{below}</Typography>}
      </Box>
      <Box sx={{ ml: 'auto', flexShrink: 0 }}>{children}</Box>
    </Box>
  );
}

function BlankForms({ caseId, process: { step } }: { caseId: string; process: ProcessView }) {
  const forms = blankForms(step);
  if (forms.length === 0) return null;
  return (
    <Paper variant="outlined" component="section" aria-label="空白表格" sx={{ p: 2 }}>
      <Typography variant="h3" component="h2">
        空白表格
      </Typography>
      <Typography color="textSecondary">打印带走，手写填好，回来再登记。不编文号，不存档案。</Typography>
      {forms.map((document) => (
        <BlankFormButton key={document} caseId={caseId} document={document} />
      ))}
    </Paper>
  );
}
