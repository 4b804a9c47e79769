import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Dossier } from '../../../contract/views.ts';
import type { ProcessView } from '../../../contract/views/process.ts';
import type { SurveyNeed } from '../../../domain/process/process.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ChecksTable } from './survey/ChecksTable.tsx';
import { ComparisonTable } from './survey/ComparisonTable.tsx';
import { SurveyRecordCard } from './survey/SurveyRecordCard.tsx';

const needWords: Record<SurveyNeed, string> = {
  check: '联网核对都有答复',
  homeVisit: '入户调查',
  selfCare: '生活自理评估',
};

/** 调查核实: what departments answered beside what was declared, and every record of a visit or letter. */
export function SurveySection({ dossier, process }: { dossier: Dossier; process: ProcessView }) {
  const { checks, surveys, surveyNeeds, surveyLacks } = process;
  if (checks.length === 0 && surveys.length === 0)
    return <EmptyState title="还没有开始调查" how="受理以后启动调查；核对、入户、邻里访问的记录都在这里。" />;
  const done = surveyNeeds.filter((need) => !surveyLacks.includes(need));
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Alert severity={surveyLacks.length > 0 ? 'warning' : 'success'} variant="outlined">
        {surveyLacks.length > 0 && `还差：${surveyLacks.map((need) => needWords[need]).join('、')}。`}
        {done.length > 0 && `已有：${done.map((need) => needWords[need]).join('、')}。`}
      </Alert>
      {checks.length > 0 && (
        <>
          <Typography variant="h2">申报的和查到的</Typography>
          <ComparisonTable dossier={dossier} process={process} />
          <Typography variant="h2">部门答复</Typography>
          {checks.map((check) => (
            <ChecksTable key={check.request.requestId} check={check} dossier={dossier} />
          ))}
        </>
      )}
      {surveys.length > 0 && <Typography variant="h2">调查记录</Typography>}
      {surveys.map((survey) => (
        <SurveyRecordCard key={survey.record.surveyId} dossier={dossier} survey={survey} />
      ))}
    </Box>
  );
}
