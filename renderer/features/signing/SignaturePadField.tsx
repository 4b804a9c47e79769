import Backspace from '@mui/icons-material/BackspaceOutlined';
import Undo from '@mui/icons-material/Undo';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import SignaturePad from 'signature_pad';
import { useEffect, useRef, useState } from 'react';
import type { Strokes } from '../../../domain/application/evidence.ts';
import { isTooLittle, strokesOf } from './strokes.ts';

interface Props {
  /** Who signs; part of the pad's name for screen readers. */
  name: string;
  busy: boolean;
  onSign: (strokes: Strokes, png: Uint8Array) => void;
}

/** A large pad with clear and undo. Drawing needs a pen, finger or mouse; the buttons work by keyboard. */
export function SignaturePadField({ name, busy, onSign }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  const [count, setCount] = useState(0);
  const [tooLittle, setTooLittle] = useState(false);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const made = new SignaturePad(element, {
      ...{ backgroundColor: '#ffffff', penColor: '#111111', minWidth: 1.5, maxWidth: 4.5 },
    });
    pad.current = made;
    const drawn = (): void => {
      setTooLittle(false);
      setCount(made.toData().length);
    };
    made.addEventListener('endStroke', drawn);
    // what is drawn stays when the window changes; the first call comes at once and sizes the pad
    const sizes = new ResizeObserver(() => {
      fit(element);
      made.fromData(made.toData());
    });
    sizes.observe(element);
    return () => {
      sizes.disconnect();
      made.off();
      pad.current = null;
    };
  }, []);

  const undo = (): void => {
    const data = pad.current?.toData().slice(0, -1) ?? [];
    pad.current?.fromData(data);
    setCount(data.length);
  };
  const clear = (): void => {
    pad.current?.clear();
    setCount(0);
  };
  const confirm = async (): Promise<void> => {
    const [made, element] = [pad.current, canvas.current];
    if (!made || !element) return;
    const strokes = strokesOf(made.toData(), { width: element.clientWidth, height: element.clientHeight });
    if (isTooLittle(strokes)) return setTooLittle(true);
    const blob = await new Promise<Blob | null>((resolve) => element.toBlob(resolve, 'image/png'));
    if (blob) onSign(strokes, new Uint8Array(await blob.arrayBuffer()));
  };
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1, height: '100%' }}>
      <Box sx={{ position: 'relative', flex: 1, minHeight: 240 }}>
        <Box
          component="canvas"
          ref={canvas}
          tabIndex={0}
          role="img"
          aria-label={`${name}的签字板，${count === 0 ? '还没有字' : `已写 ${count} 笔`}`}
          sx={{
            position: 'absolute',
            inset: 0,
            width: '100%',
            height: '100%',
            border: '2px solid',
            borderColor: 'text.secondary',
            borderRadius: 1,
            touchAction: 'none',
            cursor: 'crosshair',
            bgcolor: '#fff',
          }}
        />
        {count === 0 && (
          <Box
            aria-hidden
            sx={{
              position: 'absolute',
              inset: 0,
              display: 'grid',
              placeItems: 'center',
              pointerEvents: 'none',
              color: 'text.secondary',
              fontSize: '1.5rem',
            }}
          >
            请{name}在这里写名字
          </Box>
        )}
      </Box>
      <Box role="alert" sx={{ minHeight: 28, color: 'error.main', fontWeight: 600 }}>
        {tooLittle && '还没有签上名字。请写好全名，再点“确认签字”。'}
      </Box>
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button
          variant="outlined"
          startIcon={<Backspace />}
          sx={{ minHeight: 56 }}
          disabled={count === 0 || busy}
          onClick={clear}
        >
          清除
        </Button>
        <Button
          variant="outlined"
          startIcon={<Undo />}
          sx={{ minHeight: 56 }}
          disabled={count === 0 || busy}
          onClick={undo}
        >
          撤销一笔
        </Button>
        <Button
          variant="contained"
          sx={{ minHeight: 56, flex: 1, fontSize: '1.125rem' }}
          disabled={busy}
          onClick={() => void confirm()}
        >
          {busy ? '正在保存…' : '确认签字'}
        </Button>
      </Box>
    </Box>
  );
}

/** As many pixels as the screen has, so that the strokes are fine. */
function fit(element: HTMLCanvasElement): void {
  const ratio = Math.max(window.devicePixelRatio, 1);
  element.width = element.clientWidth * ratio;
  element.height = element.clientHeight * ratio;
  element.getContext('2d')?.scale(ratio, ratio);
}
