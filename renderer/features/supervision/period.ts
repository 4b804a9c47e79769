import { addDays, type IsoDate } from '../../../domain/values/iso-date.ts';

export interface Period {
  label: string;
  from: IsoDate;
  to: IsoDate;
}

/** Periods asked for most, all up to today; the first one is shown to begin with. */
export function usualPeriods(today: IsoDate): readonly [Period, ...Period[]] {
  const [year = '', month = ''] = today.split('-');
  const quarterStart = String(Number(month) - ((Number(month) - 1) % 3)).padStart(2, '0');
  return [
    { label: '本季度', from: `${year}-${quarterStart}-01`, to: today },
    { label: '本月', from: `${year}-${month}-01`, to: today },
    { label: '今年', from: `${year}-01-01`, to: today },
    { label: '近一年', from: addDays(today, -364), to: today },
  ];
}
