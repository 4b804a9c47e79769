import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { BigChoice } from '../../../ui/BigChoice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FieldGrid } from '../../../ui/FieldGrid.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { optionsOf } from '../../../words/options-of.ts';
import { conclusionWords } from '../../../words/process-answers.ts';
import { PhotoField } from '../PhotoField.tsx';
import { SignatureField } from '../SignatureField.tsx';
import { signatureOf, signersOf } from './survey-draft.ts';
import type { SurveyPart } from './survey-part.ts';

/** The day and who went; colleagues are offered, anybody else is typed. */
export function SurveyorFields({ draft, known, today, onChange }: SurveyPart) {
  const { surveyors, on } = draft;
  const free = known.filter(({ name }) => name !== '' && !surveyors.includes(name));
  const set = (at: number, name: string): void =>
    onChange({ surveyors: surveyors.map((old, index) => (index === at ? name : old)) });
  const put = (name: string): void => {
    const empty = surveyors.findIndex((one) => one.trim() === '');
    if (empty >= 0) set(empty, name);
    else onChange({ surveyors: [...surveyors, name] });
  };
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <FieldGrid>
        <DateField
          label="哪天调查的"
          value={on}
          onChange={(day) => onChange({ on: day })}
          error={on > today ? '还没到这一天，请核对' : null}
        />
        {surveyors.map((name, at) => (
          <TextInput
            key={at}
            label={`调查人 ${at + 1}`}
            value={name}
            onChange={(next) => set(at, next)}
            maxLength={60}
          />
        ))}
      </FieldGrid>
      {surveyors.length < 6 && (
        <Box role="group" aria-label="加上同事" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          {free.map(({ accountId, name }) => (
            <Button key={accountId} onClick={() => put(name)}>
              ＋ {name}
            </Button>
          ))}
          <Button onClick={() => onChange({ surveyors: [...surveyors, ''] })}>再加一名调查人</Button>
        </Box>
      )}
    </Box>
  );
}

export function ConclusionFields({ caseId, draft, onChange }: SurveyPart) {
  return (
    <>
      <PhotoField
        caseId={caseId}
        label="现场照片"
        hint={draft.method === 'home' ? '至少一张' : '可以没有'}
        pages={draft.photos}
        onChange={(photos) => onChange({ photos })}
      />
      <BigChoice
        label="结论"
        choices={optionsOf(conclusionWords)}
        value={draft.conclusion}
        onChange={(conclusion) => onChange({ conclusion })}
      />
      <TextInput
        label="补充说明"
        hint="哪里和申报的不一样，还看到了什么"
        value={draft.remarks}
        onChange={(remarks) => onChange({ remarks })}
        maxLength={1000}
        multiline
      />
    </>
  );
}

/** Everybody whose name stands on the form, in its order. */
export function SignatureFields({ caseId, draft, members, onChange }: SurveyPart) {
  const signers = signersOf(draft, members);
  const others = draft.signatures;
  const signed = signers.some((s) => s.as === 'household' && signatureOf(draft, s) !== null);
  return (
    <Box role="group" aria-label="签字" sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h3">签字</Typography>
      {signers.length === 0 && <Typography color="textSecondary">先写调查人，再签字。</Typography>}
      {signers.map((signer) => (
        <SignatureField
          key={`${signer.as} ${signer.name}`}
          caseId={caseId}
          name={signer.name}
          as={signer.as}
          value={signatureOf(draft, signer)}
          onChange={(value) => {
            const rest = others.filter(({ name, as }) => name !== signer.name || as !== signer.as);
            onChange({ signatures: value ? [...rest, value] : rest });
          }}
        />
      ))}
      {draft.method === 'home' && !signed && (
        <TextInput
          label="家里没有人签字的原因"
          hint="有家里人签字就不用填"
          value={draft.notSigned}
          onChange={(notSigned) => onChange({ notSigned })}
          maxLength={300}
        />
      )}
    </Box>
  );
}
