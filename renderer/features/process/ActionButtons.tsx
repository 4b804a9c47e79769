import BlockOutlined from '@mui/icons-material/BlockOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { parseFailure } from '../../../contract/failures.ts';
import type { CaseAction } from '../../../contract/views/process.ts';
import type { CaseCommand } from '../../../domain/case/case-commands.ts';
import { failureText } from '../../failure-text.ts';
import { actionWords } from '../../words/process-words.ts';
import { actionForms } from './action-forms.ts';
import { simpleForms } from './simple-forms.ts';

interface Props {
  actions: readonly CaseAction[];
  /** Said when there is nothing that this person may do. */
  otherwise: string;
  onOpen: (action: CaseAction) => void;
}

/** What has a dialog of its own beside the forms, or another place on the page. */
const elsewhere: readonly string[] = [
  ...['issueDocument', 'resolveDuplicate', 'provideSupplement'],
  ...['claim', 'release', 'takeOver', 'handOver'],
];
const ownDialogs: readonly string[] = ['accept', 'issueSupplement'];

const shown = ({ command }: CaseAction): boolean => {
  const type = command as CaseCommand['type'];
  if (elsewhere.includes(command)) return false;
  return ownDialogs.includes(command) || type in simpleForms || type in actionForms;
};

/** Steps on first, the rest behind 更多; what is barred stays visible with the reason, so that nobody has to guess. */
export function ActionButtons({ actions, otherwise, onOpen }: Props) {
  const [more, setMore] = useState(false);
  const listed = actions.filter(shown);
  const ahead = listed.filter(
    ({ to, command }) => (to !== null || stepWork.includes(command)) && !endings.includes(command),
  );
  const main = [
    ...ahead.filter(({ command }) => !setbacks.includes(command)),
    ...ahead.filter(({ command }) => setbacks.includes(command)),
  ];
  const others = listed.filter((action) => !main.includes(action));
  if (listed.length === 0) return <Typography color="textSecondary">{otherwise}</Typography>;
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Row actions={main} onOpen={onOpen} first />
      {others.length > 0 && (
        <Box>
          <Button onClick={() => setMore(!more)} aria-expanded={more}>
            {more ? '收起' : `更多（${others.length}）`}
          </Button>
        </Box>
      )}
      {more && <Row actions={others} onOpen={onOpen} first={false} />}
    </Box>
  );
}

/** Possible, but never the button that stands out. */
const setbacks: readonly string[] = [
  ...['returnToTown', 'refuse', 'concludeNotEligible', 'registerObjection'],
  ...['recordDistrictVisit', 'endAssistance', 'reportChange'],
];

/** Leaves the case where it is, and yet is what this step is for. */
const stepWork: readonly string[] = [
  ...['requestCheck', 'recordSurvey', 'takeDownNotice', 'replyObjection'],
  ...['recordDistrictVisit', 'recordVisit', 'recordHearing'],
];

/** Ways out of the procedure never stand beside the way on. */
const endings: readonly string[] = ['withdraw', 'terminate', 'abandon', 'amend'];

function Row({ actions, onOpen, first }: Omit<Props, 'otherwise'> & { first: boolean }) {
  const open = actions.filter(({ blocked }) => blocked === null);
  const barred = actions.filter(({ blocked }) => blocked !== null);
  return (
    <>
      {open.length > 0 && (
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          {open.map((action, index) => (
            <Button
              key={action.command}
              variant={first && index === 0 ? 'contained' : 'outlined'}
              onClick={() => onOpen(action)}
            >
              {wordsOf(action)}
            </Button>
          ))}
        </Box>
      )}
      {[...Map.groupBy(barred, reasonOf)].map(([reason, group]) => (
        <Barred key={reason} reason={reason} actions={group} />
      ))}
    </>
  );
}

function reasonOf({ blocked }: CaseAction): string {
  const failure = parseFailure(blocked);
  if (!failure) return '现在还不能办。';
  const { title, doNow } = failureText(failure);
  return `${title}${doNow}`;
}

/** What cannot be done for one and the same reason, said once. */
function Barred({ reason, actions }: { reason: string; actions: readonly CaseAction[] }) {
  const id = useId();
  return (
    <Box sx={{ display: 'flex', columnGap: 1.5, rowGap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      {actions.map((action) => (
        <Button
          key={action.command}
          variant="outlined"
          disabled
          aria-describedby={id}
          startIcon={<BlockOutlined />}
        >
          {wordsOf(action)}
        </Button>
      ))}
      <Typography id={id} color="textSecondary">
        {reason}
      </Typography>
    </Box>
  );
}

const wordsOf = ({ command }: CaseAction): string =>
  (actionWords as Record<string, string>)[command] ?? command;
