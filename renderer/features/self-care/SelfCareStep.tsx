import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { SelfCareForm } from '../../../domain/application/kind-forms.ts';
import {
  selfCareFailed,
  selfCareItems,
  selfCareLevel,
  selfCareNames,
} from '../../../domain/eligibility/self-care.ts';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { useDraft } from '../application/draft-context.tsx';
import { StepPage } from '../application/StepPage.tsx';

/** 特困: six things of every day; what cannot be done alone decides the care standard. */
export function SelfCareStep() {
  const { draft, edit } = useDraft();
  const { selfCare, identity } = draft.sections;
  const save = (value: SelfCareForm): void => edit({ section: 'selfCare', value });
  const allAble = (): void => {
    save(Object.fromEntries(selfCareItems.map(({ code }) => [code, selfCare[code] ?? true])));
    document.querySelector<HTMLElement>('[data-next]')?.focus();
  };
  useShortcut('F4', allAble);
  const level = selfCareLevel(selfCare);
  return (
    <StepPage
      path="self-care"
      title="生活自理"
      why={`看${identity?.name || '申请人'}平时能不能自己做这六件事，上门时还会再看。`}
      actions={
        <Button variant="outlined" onClick={allAble} autoFocus aria-keyshortcuts="F4">
          其余都能做（F4）
        </Button>
      }
    >
      <Box sx={{ display: 'grid', gap: 1 }}>
        {selfCareItems.map(({ code, label }) => (
          <Paper key={code} variant="outlined" sx={{ px: 2, py: 1 }}>
            <BigChoice
              inline
              label={label}
              choices={[
                { value: 'yes', label: '能' },
                { value: 'no', label: '不能' },
              ]}
              value={selfCare[code] === undefined ? null : selfCare[code] ? 'yes' : 'no'}
              onChange={(value) => save({ ...selfCare, [code]: value === 'yes' })}
            />
          </Paper>
        ))}
      </Box>
      <Typography role="status" sx={{ mt: 2, fontWeight: 600 }}>
        {level
          ? `6 项里 ${selfCareFailed(selfCare)} 项做不到：${selfCareNames[level]}。`
          : '六件事都答完，这里告诉您是哪一级。'}
      </Typography>
    </StepPage>
  );
}
