import PersonOutlined from '@mui/icons-material/PersonOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { personColour } from './person-colour.ts';

interface Props {
  /** Decides the colour: when the person changes, the colour changes. */
  personId: string;
  name: string;
  maskedId: string;
  householdSize: number;
  /** Empty while it is a draft. */
  caseCode?: string;
  /** Right side: the save mark, for example. */
  children?: ReactNode;
}

/** Whose data is open: always on screen while it is. */
export function ResidentBanner({ personId, name, maskedId, householdSize, caseCode, children }: Props) {
  return (
    <Box
      component="section"
      aria-label="正在办理的居民"
      sx={{
        bgcolor: personColour(personId),
        color: '#fff',
        px: 3,
        py: 1,
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        flexWrap: 'wrap',
      }}
    >
      <PersonOutlined aria-hidden />
      <Typography component="h1" variant="h2" sx={{ color: 'inherit' }}>
        {name || '还没有姓名'}
      </Typography>
      <Item label="身份证">{maskedId || '还没有填'}</Item>
      <Item label="家庭">{householdSize} 人</Item>
      <Item label="编号">{caseCode || '草稿，未编号'}</Item>
      <Box sx={{ ml: 'auto', display: 'flex', alignItems: 'center', gap: 2 }}>{children}</Box>
    </Box>
  );
}

function Item({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Typography component="span" sx={{ color: 'inherit' }}>
      {label} <strong>{children}</strong>
    </Typography>
  );
}
