import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import type { Dossier } from '../../../contract/views.ts';
import type { ProcessView } from '../../../contract/views/process.ts';
import type { IsoDate } from '../../../domain/values/iso-date.ts';
import { formatChinese } from '../../../domain/values/iso-date.ts';
import { assistanceNames } from '../../words/statement-names.ts';
import { AfterSection } from '../process/AfterSection.tsx';
import { DocumentsIssued, hasDocuments } from '../process/DocumentsIssued.tsx';
import { DuplicatesSection, hasDuplicates } from '../process/DuplicatesSection.tsx';
import { ReviewSection } from '../process/ReviewSection.tsx';
import { SurveySection } from '../process/SurveySection.tsx';
import { answer } from '../review/answer.ts';
import { AnswerList } from '../review/AnswerList.tsx';
import { RecordedArithmetic } from '../review/ArithmeticLines.tsx';
import { KindAnswerGroups } from '../review/KindAnswerGroups.tsx';
import { personAnswers } from '../review/person-answers.ts';
import { agentAnswers, incomeAnswers, kinshipAnswers, propertyAnswers } from '../review/statement-answers.ts';
import { useVillageName } from '../review/use-village-name.ts';
import { CertificationSection } from './CertificationSection.tsx';
import { DocumentsSection } from './DocumentsSection.tsx';
import { ReceiptPanel } from './ReceiptPanel.tsx';
import { RecordSection } from './RecordSection.tsx';
import { SignaturesSection } from './SignaturesSection.tsx';
import { SupplementsSection } from './SupplementsSection.tsx';

const tabTitles = {
  application: '申请内容',
  members: '家庭成员',
  money: '收入与财产',
  documents: '材料',
  signatures: '授权签字',
  certification: '人脸/人工核验',
  duplicates: '重复申请',
  supplements: '补正通知',
  survey: '调查核对',
  review: '初审与公示',
  papers: '文书',
  after: '救助与探访',
  record: '过程记录',
  receipt: '回执',
} as const;
type TabName = keyof typeof tabTitles;
const tabNames = Object.keys(tabTitles) as TabName[];

interface Props {
  dossier: Dossier;
  /** Null until it is there. */
  process: ProcessView | null;
  today: IsoDate;
  onChanged: () => void;
}

/** Whether there is anything in a section; the bar stays short. */
function hasContent(name: TabName, { supplements }: Dossier, process: ProcessView | null): boolean {
  switch (name) {
    case 'supplements':
      return supplements.length > 0;
    case 'survey':
      return process !== null && process.checks.length + process.surveys.length > 0;
    case 'review':
      return (
        process !== null &&
        (process.proposals.length + process.notices.length + process.objections.length > 0 ||
          process.extension !== null)
      );
    case 'papers':
      return process !== null && hasDocuments(process);
    case 'after':
      return (
        process !== null && (process.grant !== null || process.changes.length > 0 || process.ending !== null)
      );
    case 'duplicates':
      return process !== null && hasDuplicates(process);
    case 'application':
    case 'members':
    case 'money':
    case 'documents':
    case 'signatures':
    case 'certification':
    case 'record':
    case 'receipt':
      return true;
  }
}

/** The sections of a dossier; only the open one asks for pages. */
export function DossierTabs(props: Props) {
  const [chosen, setOpen] = useState<TabName>('application');
  const shown = tabNames.filter((name) => hasContent(name, props.dossier, props.process));
  const open = shown.includes(chosen) ? chosen : 'application';
  const bar = useRef<HTMLDivElement>(null);
  const choose = (name: TabName): void => {
    setOpen(name);
    bar.current?.scrollIntoView({ block: 'start' });
  };
  return (
    // The banner of the resident stays on top.
    <Box ref={bar} sx={{ scrollMarginTop: 64, minHeight: 'calc(100vh - 80px)' }}>
      <Tabs
        value={open}
        onChange={(_, name: TabName) => choose(name)}
        aria-label="档案内容"
        variant="scrollable"
        scrollButtons="auto"
        sx={{ borderBottom: 1, borderColor: 'divider', mb: 2 }}
      >
        {shown.map((name) => (
          <Tab
            key={name}
            value={name}
            label={tabTitles[name]}
            id={`tab-${name}`}
            aria-controls={`panel-${name}`}
            sx={{ fontSize: '1rem', minHeight: 48, minWidth: 0, color: 'text.primary', px: 1.75 }}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`panel-${open}`} aria-labelledby={`tab-${open}`}>
        <Section name={open} {...props} />
      </Box>
    </Box>
  );
}

function Section({ name, dossier, process, today, onChanged }: Props & { name: TabName }) {
  switch (name) {
    case 'application':
      return <ApplicationSection dossier={dossier} today={today} />;
    case 'members':
      return <MembersSection dossier={dossier} today={today} />;
    case 'money':
      return <MoneySection dossier={dossier} />;
    case 'documents':
      return <DocumentsSection dossier={dossier} />;
    case 'signatures':
      return <SignaturesSection dossier={dossier} />;
    case 'certification':
      return <CertificationSection dossier={dossier} />;
    case 'supplements':
      return <SupplementsSection dossier={dossier} />;
    case 'record':
      return <RecordSection dossier={dossier} />;
    case 'receipt':
      return <ReceiptPanel caseId={dossier.summary.id} />;
    case 'survey':
      return process && <SurveySection dossier={dossier} process={process} />;
    case 'review':
      return process && <ReviewSection dossier={dossier} process={process} />;
    case 'after':
      return process && <AfterSection dossier={dossier} process={process} />;
    case 'papers':
      return process && <DocumentsIssued dossier={dossier} process={process} onChanged={onChanged} />;
    case 'duplicates':
      return process && <DuplicatesSection dossier={dossier} process={process} onChanged={onChanged} />;
  }
}

function MembersSection({ dossier: { application }, today }: Pick<Props, 'dossier' | 'today'>) {
  const others = application.members.slice(1);
  if (others.length === 0) return <Typography>一个人住，没有其他家庭成员。</Typography>;
  return others.map((member) => (
    <Box key={member.id} component="section" aria-label={member.name} sx={{ mb: 2 }}>
      <Typography variant="h3" component="h2">
        {member.name}
      </Typography>
      <AnswerList answers={personAnswers(member, application.members, today)} />
    </Box>
  ));
}

function MoneySection({ dossier: { application, arithmetic } }: Pick<Props, 'dossier'>) {
  return (
    <>
      <Typography variant="h3" component="h2">
        收入
      </Typography>
      <AnswerList answers={incomeAnswers(application.income, application.members)} />
      {application.kind !== 'linshi' && (
        <RecordedArithmetic income={application.income} recorded={arithmetic} />
      )}
      <Typography variant="h3" component="h2" sx={{ mt: 3 }}>
        财产
      </Typography>
      <AnswerList answers={propertyAnswers(application.property, application.members)} />
    </>
  );
}

function ApplicationSection({ dossier, today }: { dossier: Dossier; today: IsoDate }) {
  const { application, summary, enteredByName } = dossier;
  const village = useVillageName(dossier.villageCode);
  const [applicant] = application.members;
  return (
    <>
      <AnswerList
        answers={[
          answer('申请什么', assistanceNames[application.kind]),
          answer('哪天提交', formatChinese(summary.submittedOn)),
          answer('村（社区）', village),
          answer('谁录入的', enteredByName || '其他站点的工作人员'),
        ]}
      />
      <Typography variant="h3" component="h2" sx={{ mt: 2 }}>
        申请人
      </Typography>
      {applicant && <AnswerList answers={personAnswers(applicant, application.members, today)} />}
      <Typography variant="h3" component="h2" sx={{ mt: 2 }}>
        亲属申报和代办人
      </Typography>
      <AnswerList
        answers={[
          ...kinshipAnswers(application.kinship, application.members),
          ...agentAnswers(application.agent),
        ]}
      />
      <KindAnswerGroups application={application} />
    </>
  );
}
