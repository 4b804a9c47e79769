import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Snackbar from '@mui/material/Snackbar';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';

export interface ToastMessage {
  text: string;
  severity?: 'success' | 'info' | 'warning' | 'error';
  /** Undo, for example. */
  action?: { label: string; run: () => void };
}

const Toasts = createContext<((message: ToastMessage) => void) | null>(null);

/**
 * Shows one short message over the top bar, where no button of a step lies; the next takes its place. A dialog opened
 * meanwhile lies over it: its title is never covered.
 */
export function useToast(): (message: ToastMessage) => void {
  const show = useContext(Toasts);
  if (!show) throw new Error('ToastProvider is missing');
  return show;
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [current, setCurrent] = useState<(ToastMessage & { key: number }) | null>(null);
  const show = useMemo(
    () => (message: ToastMessage) => setCurrent((last) => ({ ...message, key: (last?.key ?? 0) + 1 })),
    [],
  );
  const close = (): void => setCurrent(null);
  const action = current?.action;
  return (
    <Toasts value={show}>
      {children}
      <Snackbar
        key={current?.key}
        open={current !== null}
        autoHideDuration={action ? 10_000 : 6_000}
        onClose={(_, reason) => reason === 'timeout' && close()}
        anchorOrigin={{ vertical: 'top', horizontal: 'center' }}
        sx={({ zIndex }) => ({ top: { xs: 4, sm: 4 }, zIndex: zIndex.modal - 1 })}
      >
        <Alert
          severity={current?.severity ?? 'success'}
          role="status"
          variant="outlined"
          onClose={close}
          slotProps={{ closeButton: { 'aria-label': '关闭提示' } }}
          action={
            action && (
              <Button
                onClick={() => {
                  action.run();
                  close();
                }}
              >
                {action.label}
              </Button>
            )
          }
          sx={{ bgcolor: 'background.paper', boxShadow: 4 }}
        >
          {current?.text}
        </Alert>
      </Snackbar>
    </Toasts>
  );
}
