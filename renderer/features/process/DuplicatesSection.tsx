import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { Dossier } from '../../../contract/views.ts';
import type { CaseAction, ProcessView } from '../../../contract/views/process.ts';
import { parseFailure } from '../../../contract/failures.ts';
import { maskIdNumber } from '../../../domain/privacy/mask.ts';
import { formatChinese } from '../../../domain/values/iso-date.ts';
import { useCoreQuery } from '../../core-query.ts';
import { failureText } from '../../failure-text.ts';
import { useAccount } from '../../session/status.ts';
import { assistanceNames } from '../../words/statement-names.ts';
import { stepNames } from '../../words/step-names.ts';
import { Facts } from '../records/Facts.tsx';
import { duplicatePairs, type DuplicatePair } from './duplicate-pairs.ts';
import { resolutionWords, ResolveDuplicate } from './ResolveDuplicate.tsx';

interface Props {
  dossier: Dossier;
  process: ProcessView;
  onChanged: () => void;
}

export const hasDuplicates = ({ duplicates, sameHere }: ProcessView): boolean =>
  duplicates.length + sameHere.length > 0;

/** 重复申请: this case and the other one side by side, and which of them goes on. */
export function DuplicatesSection({ dossier, process, onChanged }: Props) {
  const [open, setOpen] = useState<DuplicatePair | null>(null);
  const action = process.actions.find(({ command }) => command === 'resolveDuplicate') ?? null;
  const close = (changed: boolean): void => {
    setOpen(null);
    if (changed) onChanged();
  };
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {duplicatePairs(process).map((pair) => (
        <Pair
          key={`${pair.personId} ${pair.caseId}`}
          dossier={dossier}
          pair={pair}
          action={action}
          onResolve={() => setOpen(pair)}
        />
      ))}
      {open && action && (
        <ResolveDuplicate dossier={dossier} pair={open} source={action.source} onClose={close} />
      )}
    </Box>
  );
}

interface PairProps {
  dossier: Dossier;
  pair: DuplicatePair;
  action: CaseAction | null;
  onResolve: () => void;
}

function Pair({ dossier, pair, action, onResolve }: PairProps) {
  const { areaCode } = useAccount();
  const towns = useCoreQuery('places.list', {}, { staleTime: Infinity }).data?.towns ?? [];
  const townName = (code: string): string => towns.find((town) => town.code === code)?.name ?? '别的镇街';
  const { summary, application, townCode } = dossier;
  const member = application.members.find(({ id }) => id === pair.personId);
  const person = member ? `${member.name}，${maskIdNumber(member.idNumber)}` : '已经不在这一户';
  const { here } = pair;
  return (
    <Paper variant="outlined" component="section" aria-label={`和 ${pair.caseCode} 重复`} sx={{ p: 2 }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap', mb: 1 }}>
        <Typography variant="h3" component="h2">
          同一个人有两件：{person}
        </Typography>
        <StateChip pair={pair} />
      </Box>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: '1fr 1fr' }}>
        <Side title="这一件">
          <Facts
            facts={[
              ['申请', assistanceNames[summary.kind]],
              ['办到哪一步', stepNames[summary.step] ?? summary.step],
              ['在哪里办', townName(townCode)],
              ['编号', summary.caseCode],
            ]}
          />
        </Side>
        <Side title="另一件">
          <Facts
            facts={[
              ['申请', here ? assistanceNames[here.kind] : '这台电脑上没有这件，请问对方镇街'],
              ['办到哪一步', here ? (stepNames[here.step] ?? here.step) : null],
              ['在哪里办', townName(pair.townCode)],
              [
                '编号',
                here && pair.townCode.startsWith(areaCode) ? (
                  <Link component={RouterLink} to={`/cases/${pair.caseId}`}>
                    {pair.caseCode}
                  </Link>
                ) : (
                  pair.caseCode
                ),
              ],
            ]}
          />
        </Side>
      </Box>
      <Outcome pair={pair} action={action} onResolve={onResolve} />
    </Paper>
  );
}

function Side({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Box sx={{ borderLeft: 4, borderColor: 'divider', pl: 2 }}>
      <Typography sx={{ fontWeight: 600, mb: 1 }}>{title}</Typography>
      {children}
    </Box>
  );
}

function StateChip({ pair: { noted } }: { pair: DuplicatePair }) {
  if (noted?.resolution)
    return <Chip icon={<CheckCircleOutlined />} color="success" variant="outlined" label="已处理" />;
  const label = noted ? '等处理' : '这台电脑发现的';
  return <Chip icon={<WarningAmberOutlined />} color="warning" variant="outlined" label={label} />;
}

/** How it was resolved, or what to do now, or why nothing can be done yet. */
function Outcome({ pair: { noted }, action, onResolve }: Omit<PairProps, 'dossier'>) {
  if (!noted)
    return (
      <Typography color="textSecondary" sx={{ mt: 2 }}>
        联网上传以后由区里登记，登记了才能处理。没有处理之前照常办，但是不能确认。
      </Typography>
    );
  if (noted.resolution)
    return (
      <Typography sx={{ mt: 2 }}>
        {formatChinese(noted.on)} {noted.byName}：{resolutionWords[noted.resolution]}。{noted.reason}
      </Typography>
    );
  const failure = parseFailure(action?.blocked);
  const barred = failure ? failureText(failure) : null;
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', mt: 2 }}>
      <Button variant="contained" onClick={onResolve} disabled={!action || action.blocked !== null}>
        处理
      </Button>
      <Typography color="textSecondary">
        {!action && '由镇街审核或者区里处理。没有处理之前不能确认。'}
        {barred && `${barred.title}${barred.doNow}`}
      </Typography>
    </Box>
  );
}
