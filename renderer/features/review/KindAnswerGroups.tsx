import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Application } from '../../../domain/application/application.ts';
import { conditionNames } from '../../../domain/application/draft-changes.ts';
import { selfCareNames } from '../../../domain/eligibility/self-care.ts';
import { formatYuanWithUnit } from '../../../domain/values/fen.ts';
import { answer, type Answer } from './answer.ts';
import { AnswerList } from './AnswerList.tsx';
import { kindAnswerGroups } from './kind-answers.ts';
import { amountWords } from './KindResult.tsx';

/** In the dossier: what only some kinds ask, and what the arithmetic of the kind found on the day of submission. */
export function KindAnswerGroups({ application }: { application: Application }) {
  const groups = kindAnswerGroups(application, [...application.members]);
  const found = application.result ? resultAnswers(application) : [];
  return (
    <>
      {[...groups, ...(found.length > 0 ? [{ title: '提交当天怎么算', answers: found }] : [])].map(
        ({ title, answers }) => (
          <Box key={title} component="section" aria-label={title} sx={{ mt: 2 }}>
            <Typography variant="h3" component="h2">
              {title}
            </Typography>
            <AnswerList answers={answers} />
          </Box>
        ),
      )}
    </>
  );
}

const states = { met: '符合', notMet: '看来不符合', open: '还要核实' } as const;

function resultAnswers({ result, members }: Application): Answer[] {
  if (!result) return [];
  const { conditions, amount, selfCare, firstGrantFen, singlePersonIds, amountsId } = result;
  const single = members.filter(({ id }) => singlePersonIds.includes(id)).map(({ name }) => name);
  return [
    ...conditions.map(({ code, state }) => answer(conditionNames[code] ?? code, states[state])),
    ...(amount ? [answer('如果都符合', amountWords(amount))] : []),
    ...(selfCare ? [answer('生活自理能力', selfCareNames[selfCare])] : []),
    ...(firstGrantFen === null ? [] : [answer('可以先行救助', formatYuanWithUnit(firstGrantFen))]),
    ...(single.length > 0 ? [answer('可以按单人户纳入低保', single.join('、'))] : []),
    answer('按哪个标准', amountsId),
  ];
}
