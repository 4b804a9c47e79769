import CheckOutlined from '@mui/icons-material/CheckOutlined';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import HelpOutlined from '@mui/icons-material/HelpOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import Chip from '@mui/material/Chip';
import type { DueDate } from '../../contract/views.ts';
import type { IsoDate } from '../../domain/values/iso-date.ts';
import { useCalendar } from '../session/status.ts';
import { dueWords } from './due-words.ts';

const looks = {
  none: { icon: <CheckOutlined />, color: 'default' },
  unknown: { icon: <HelpOutlined />, color: 'default' },
  later: { icon: <ScheduleOutlined />, color: 'default' },
  soon: { icon: <ScheduleOutlined />, color: 'warning' },
  overdue: { icon: <ErrorOutlined />, color: 'error' },
} as const;

/** 剩 2 个工作日: icon, colour and word together. `today` from system.status. */
export function DueChip({ due, today }: { due: DueDate; today: IsoDate }) {
  const { urgency, words } = dueWords(due, today, useCalendar());
  const look = looks[urgency];
  return <Chip icon={look.icon} label={words} color={look.color} variant="outlined" />;
}
