import Alert from '@mui/material/Alert';

const tolerated = 10;

/** A clock that is wrong puts wrong days on record; the district takes no step dated after its own day. */
export function ClockNotice({ aheadMinutes }: { aheadMinutes: number | null }) {
  if (aheadMinutes === null || Math.abs(aheadMinutes) <= tolerated) return null;
  const way = aheadMinutes > 0 ? '快' : '慢';
  return (
    <Alert severity="warning" role="alert" sx={{ borderRadius: 0 }}>
      这台电脑的时间比区里{way} {inWords(Math.abs(aheadMinutes))}。请校准电脑的时间，再办理。
    </Alert>
  );
}

const inWords = (minutes: number): string =>
  minutes < 120
    ? `${minutes} 分钟`
    : minutes < 2880
      ? `${Math.round(minutes / 60)} 小时`
      : `${Math.round(minutes / 1440)} 天`;
