import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { TextInput } from '../../ui/TextInput.tsx';
import type { NoticeLine } from './notice-draft.ts';

interface Props {
  line: NoticeLine;
  onChange: (line: NoticeLine) => void;
}

/** One material: ticked when it is missing, with a note of what exactly. */
export function NoticeLineRow({ line, onChange }: Props) {
  const there = line.pages > 0 ? `已交 ${line.pages} 页` : '没有交';
  return (
    <Box sx={{ borderBottom: 1, borderColor: 'divider', pb: 1 }}>
      <FormControlLabel
        control={
          <Checkbox
            checked={line.ticked}
            onChange={(event) => onChange({ ...line, ticked: event.target.checked })}
          />
        }
        label={`${line.title}（${there}）`}
      />
      {line.ticked && (
        <Box sx={{ pl: 4 }}>
          <TextInput
            label={`${line.title}缺什么`}
            value={line.note}
            onChange={(note) => onChange({ ...line, note })}
            maxLength={300}
            hint={`不写就通知“${line.pages > 0 ? '请重新交' : '请补交'}${line.title}”`}
          />
        </Box>
      )}
    </Box>
  );
}
