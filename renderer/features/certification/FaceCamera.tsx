import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import { chosenCamera, chooseCamera } from '../../capture/camera-choice.ts';
import { listCameras } from '../../face/camera.ts';

/** Which camera looks at the face; shown only where there are several. */
export function FaceCamera({ onChange }: { onChange: () => void }) {
  const [cameras, setCameras] = useState<{ deviceId: string; label: string }[]>([]);
  useEffect(() => {
    const list = (): void => void listCameras().then(setCameras, () => undefined);
    list();
    navigator.mediaDevices.addEventListener('devicechange', list);
    return () => navigator.mediaDevices.removeEventListener('devicechange', list);
  }, []);
  if (cameras.length < 2) return null;
  const chosen = chosenCamera('face');
  return (
    <TextField
      select
      label="拍脸的摄像头"
      value={cameras.some(({ deviceId }) => deviceId === chosen) ? chosen : (cameras[0]?.deviceId ?? '')}
      onChange={(event) => {
        chooseCamera('face', event.target.value);
        onChange();
      }}
      sx={{ minWidth: 240 }}
    >
      {cameras.map(({ deviceId, label }, i) => (
        <MenuItem key={deviceId || i} value={deviceId}>
          {label || `第 ${i + 1} 个摄像头`}
        </MenuItem>
      ))}
    </TextField>
  );
}
