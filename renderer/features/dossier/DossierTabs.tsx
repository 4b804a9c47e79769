import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Dossier } from '../../../contract/views.ts';
import type { IsoDate } from '../../../domain/values/iso-date.ts';
import { formatChinese } from '../../../domain/values/iso-date.ts';
import { assistanceNames } from '../../words/statement-names.ts';
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

const tabs = [
  ['application', '申请内容'],
  ['members', '家庭成员'],
  ['money', '收入与财产'],
  ['documents', '材料'],
  ['signatures', '授权签字'],
  ['certification', '人脸/人工核验'],
  ['supplements', '补正通知'],
  ['record', '过程记录'],
  ['receipt', '回执'],
] as const;
type TabName = (typeof tabs)[number][0];

/** The sections of a dossier; only the open one asks for pages. */
export function DossierTabs({ dossier, today }: { dossier: Dossier; today: IsoDate }) {
  const [open, setOpen] = useState<TabName>('application');
  return (
    <Box>
      <Tabs
        value={open}
        onChange={(_, name: TabName) => setOpen(name)}
        aria-label="档案内容"
        variant="scrollable"
        scrollButtons="auto"
        sx={{ borderBottom: 1, borderColor: 'divider', mb: 2 }}
      >
        {tabs.map(([name, title]) => (
          <Tab
            key={name}
            value={name}
            label={title}
            id={`tab-${name}`}
            aria-controls={`panel-${name}`}
            sx={{ fontSize: '1rem', minHeight: 48, color: 'text.primary', px: 2 }}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`panel-${open}`} aria-labelledby={`tab-${open}`}>
        <Section name={open} dossier={dossier} today={today} />
      </Box>
    </Box>
  );
}

function Section({ name, dossier, today }: { name: TabName; dossier: Dossier; today: IsoDate }) {
  const { application } = dossier;
  switch (name) {
    case 'application':
      return <ApplicationSection dossier={dossier} today={today} />;
    case 'members':
      return application.members.slice(1).length === 0 ? (
        <Typography>一个人住，没有其他家庭成员。</Typography>
      ) : (
        application.members.slice(1).map((member) => (
          <Box key={member.id} component="section" aria-label={member.name} sx={{ mb: 2 }}>
            <Typography variant="h3" component="h2">
              {member.name}
            </Typography>
            <AnswerList answers={personAnswers(member, application.members, today)} />
          </Box>
        ))
      );
    case 'money':
      return (
        <>
          <Typography variant="h3" component="h2">
            收入
          </Typography>
          <AnswerList answers={incomeAnswers(application.income, application.members)} />
          {application.kind !== 'linshi' && (
            <RecordedArithmetic income={application.income} recorded={dossier.arithmetic} />
          )}
          <Typography variant="h3" component="h2" sx={{ mt: 3 }}>
            财产
          </Typography>
          <AnswerList answers={propertyAnswers(application.property, application.members)} />
        </>
      );
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
  }
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
