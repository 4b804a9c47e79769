import CheckCircle from '@mui/icons-material/CheckCircle';
import DrawOutlined from '@mui/icons-material/DrawOutlined';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { maskIdNumber } from '../../../domain/privacy/mask.ts';
import { relationNames } from '../../words/person-names.ts';
import { SignaturePicture } from './SignaturePicture.tsx';
import type { SignerLine } from './signers.ts';

interface Props {
  line: SignerLine;
  /** What was signed is no longer what the form says. */
  changed: boolean;
  signerName: string | null;
  onSign: () => void;
  onClear: () => void;
}

/** One member: 待签, 已签, 监护人代签, and what to do. */
export function SignerRow({ line, changed, signerName, onSign, onClear }: Props) {
  const { member, guardian, candidates, signature } = line;
  const name = member.name.trim() || '未填姓名';
  const words = stateWords(line, changed, signerName);
  return (
    <Box
      component="li"
      aria-label={`${name}，${words}`}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        flexWrap: 'wrap',
        py: 1.5,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ minWidth: 220, flex: 1 }}>
        <Typography variant="h3" component="p">
          {name}
        </Typography>
        <Typography color="text.secondary">
          {relationNames[member.relation]} · {maskIdNumber(member.idNumber) || '未填身份证号'}
        </Typography>
      </Box>
      <Box sx={{ flex: 1, minWidth: 220, display: 'flex', alignItems: 'center', gap: 1 }}>
        <StateIcon signed={signature !== null} changed={changed} />
        <span>{words}</span>
      </Box>
      <Box sx={{ width: 180, height: 64 }}>
        {signature && <SignaturePicture strokes={signature.strokes} name={signerName ?? name} />}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, minWidth: 230, justifyContent: 'flex-end' }}>
        {signature && (
          <Button variant="text" onClick={onClear} aria-label={`清除${name}的签字`}>
            清除
          </Button>
        )}
        <Button
          variant={signature ? 'outlined' : 'contained'}
          startIcon={<DrawOutlined />}
          disabled={candidates.length === 0}
          onClick={onSign}
          aria-label={`${name}${signature ? '重新签字' : guardian ? '由监护人签字' : '签字'}`}
        >
          {signature ? '重新签字' : guardian ? '监护人签字' : '签字'}
        </Button>
      </Box>
    </Box>
  );
}

function stateWords(
  { guardian, candidates, signature }: SignerLine,
  changed: boolean,
  signerName: string | null,
): string {
  if (signature && changed) return '签字后内容有改动，请重新签';
  if (signature) return guardian ? `监护人${signerName ?? ''}已代签` : '已签';
  if (candidates.length === 0) return '需要监护人代签，请先在“家庭成员”里加上监护人';
  return guardian ? '待签，由监护人代签' : '待签';
}

function StateIcon({ signed, changed }: { signed: boolean; changed: boolean }) {
  if (signed && changed) return <ErrorOutlined fontSize="small" sx={{ color: 'warning.main' }} />;
  if (signed) return <CheckCircle fontSize="small" sx={{ color: 'success.main' }} />;
  return <RadioButtonUnchecked fontSize="small" sx={{ color: 'text.secondary' }} />;
}
