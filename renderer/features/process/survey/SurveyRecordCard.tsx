import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { Dossier } from '../../../../contract/views.ts';
import type { ProcessView } from '../../../../contract/views/process.ts';
import { selfCareItems, selfCareLevel, selfCareNames } from '../../../../domain/eligibility/self-care.ts';
import type { SignedName, SurveyRecord } from '../../../../domain/survey/survey.ts';
import { formatChinese } from '../../../../domain/values/iso-date.ts';
import { conclusionWords, surveyMethodWords } from '../../../words/process-answers.ts';
import { AnswerList } from '../../review/AnswerList.tsx';
import { answer, type Answer } from '../../review/answer.ts';
import { CasePicture } from '../CasePicture.tsx';
import { PhotoStrip } from '../PhotoStrip.tsx';
import { situationNames } from './HomeFields.tsx';

type Survey = ProcessView['surveys'][number];

/** One survey record as it was filled in, with its photos and signatures. */
export function SurveyRecordCard({ dossier, survey }: { dossier: Dossier; survey: Survey }) {
  const { record, district, reply } = survey;
  const { id } = dossier.summary;
  const title = `${formatChinese(record.on)} ${district ? '区级' : ''}${surveyMethodWords[record.method]}`;
  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ p: 2, display: 'grid', gap: 1 }}>
      <Typography variant="h3">{title}</Typography>
      <AnswerList answers={surveyAnswers(survey, dossier)} columns={1} />
      {record.method !== 'letter' && (
        <>
          <PhotoStrip caseId={id} label="现场照片" pages={record.photos} />
          <Signatures caseId={id} signatures={record.signatures} />
        </>
      )}
      {reply && <PhotoStrip caseId={id} label="回信" pages={reply.pages} />}
    </Paper>
  );
}

export function Signatures({ caseId, signatures }: { caseId: string; signatures: readonly SignedName[] }) {
  return (
    <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap' }}>
      {signatures.map(({ name, as, imageDigest }) => (
        <Box key={`${as} ${name}`} component="figure" sx={{ m: 0 }}>
          <CasePicture
            caseId={caseId}
            page={{ digest: imageDigest, mime: 'image/png' }}
            alt={`${name}的签字`}
            height={48}
          />
          <figcaption>
            {signedAs[as]} {name}
          </figcaption>
        </Box>
      ))}
    </Box>
  );
}

const signedAs: Record<SignedName['as'], string> = {
  surveyor: '调查人',
  household: '家里人',
  neighbour: '邻居',
  witness: '见证人',
  visitor: '探访人',
};

function surveyAnswers({ record, reply, byName }: Survey, { application }: Dossier): Answer[] {
  const entered = answer('谁录入', byName);
  if (record.method === 'letter')
    return [
      answer('写给谁', record.to),
      answer('问什么', record.about),
      answer('请在哪天前回信', record.replyBy && formatChinese(record.replyBy)),
      answer('回信', reply ? `${formatChinese(reply.repliedOn)}：${reply.content}` : '还没有回信'),
      entered,
    ];
  const name = (id: string): string => application.members.find((one) => one.id === id)?.name ?? '家里人';
  return [
    answer('调查人', record.surveyors.map((one) => one.name).join('、')),
    ...ownAnswers(record, name),
    answer('结论', conclusionWords[record.conclusion]),
    answer('补充说明', record.remarks),
    entered,
  ];
}

function ownAnswers(record: Exclude<SurveyRecord, { method: 'letter' }>, name: (id: string) => string) {
  if (record.method === 'neighbour')
    return record.neighbours.map((one) =>
      answer([one.name || '没有留姓名', one.relation].filter(Boolean).join('，'), one.said),
    );
  if (record.method === 'selfCare') {
    const level = selfCareLevel(record.answers);
    const unable = selfCareItems.filter(({ code }) => record.answers[code] === false);
    return [
      answer('评估谁', name(record.personId)),
      answer('做不到的', unable.map(({ label }) => label).join('、') || '都能做到'),
      answer('评估结果', level && selfCareNames[level]),
    ];
  }
  const { situation, present, notSignedBecause } = record;
  return [
    answer('谁在场', present.map((one) => one.name).join('、')),
    answer(situationNames.housing, situation.housing),
    answer(situationNames.health, situation.health),
    answer(situationNames.work, situation.work),
    answer(situationNames.living, situation.living),
    ...(notSignedBecause ? [answer('没有人签字的原因', notSignedBecause)] : []),
  ];
}
