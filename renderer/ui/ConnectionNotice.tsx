import Alert from '@mui/material/Alert';
import { useEffect, useState } from 'react';
import { theClient } from '../client.ts';

/** A short loss at start or wake-up is not worth a message, ms. */
const graceMs = 700;

export function useConnected(): boolean {
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = theClient().onConnection((up) => {
      clearTimeout(timer);
      if (up) setConnected(true);
      else timer = setTimeout(() => setConnected(false), graceMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return connected;
}

export function ConnectionNotice() {
  if (useConnected()) return null;
  return (
    <Alert severity="warning" role="alert" sx={{ borderRadius: 0 }}>
      连接断开，正在重连。已填的内容都在；一分钟还没好，请关闭暖窗再打开。
    </Alert>
  );
}
