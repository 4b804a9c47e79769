import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useCoreCommand } from '../../core-query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';

interface Props {
  draftId: string;
  /** A certification by face goes with the consent it rests on. */
  byFace: boolean;
  onWithdrawn: () => void;
}

/** Two clicks: 撤回同意, then 确认撤回. */
export function WithdrawConsent({ draftId, byFace, onWithdrawn }: Props) {
  const [asking, setAsking] = useState(false);
  const command = useCoreCommand('consent.withdraw');
  const withdraw = async (): Promise<void> => {
    if (await command.run({ draftId })) onWithdrawn();
  };
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <ErrorNotice failure={command.failure} />
      {asking ? (
        <>
          <span role="alert">撤回后，人脸数据马上从这台电脑删除{byFace ? '，需要改由人工核验' : ''}。</span>
          <Button variant="outlined" onClick={() => setAsking(false)}>
            不撤回
          </Button>
          <Button variant="contained" autoFocus disabled={command.pending} onClick={() => void withdraw()}>
            确认撤回
          </Button>
        </>
      ) : (
        <Button variant="text" onClick={() => setAsking(true)}>
          撤回同意
        </Button>
      )}
    </Box>
  );
}
