import AttachFileOutlined from '@mui/icons-material/AttachFileOutlined';
import CheckCircle from '@mui/icons-material/CheckCircle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import type { SupplementItem } from '../../../domain/case/case-events.ts';
import { useCoreCommand } from '../../core-query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { FILE_PROBLEMS, judgeFile } from '../../capture/accept-file.ts';
import { pictureSize } from '../../capture/picture-size.ts';
import { materialTitle } from '../review/material-words.ts';

interface Props {
  caseId: string;
  item: SupplementItem;
  members: readonly { id: string; name: string }[];
  /** Pages archived for it already. */
  added: number;
  onAdded: () => void;
}

/** One thing asked for, with the way to choose its files. */
export function SupplementItemRow({ caseId, item, members, added, onAdded }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  const archive = useCoreCommand('case.addSupplementPage');
  const [problem, setProblem] = useState<string | null>(null);
  const title = materialTitle(item.slot, item.memberId, members);
  const takeAll = async (files: readonly File[]): Promise<void> => {
    setProblem(null);
    for (const file of files) {
      const verdict = await judgeFile(file);
      if (!verdict.ok) return setProblem(FILE_PROBLEMS[verdict.problem]);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const size = pictureSize(bytes) ?? { width: 0, height: 0 };
      const { slot, memberId } = item;
      const input = { caseId, slot, memberId, mime: verdict.mime, source: 'file' as const, ...size };
      if (!(await archive.run(input, bytes))) return;
      onAdded();
    }
  };
  return (
    <Box sx={{ borderBottom: 1, borderColor: 'divider', py: 1 }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <Box sx={{ flex: 1, minWidth: 240 }}>
          <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
          <Typography color="textSecondary">{item.note}</Typography>
        </Box>
        {added > 0 && (
          <Box
            role="status"
            sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', color: 'success.main' }}
          >
            <CheckCircle fontSize="small" />
            <span>已存 {added} 页</span>
          </Box>
        )}
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={`${title}的文件`}
          accept="image/jpeg,image/png,application/pdf"
          multiple
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            void takeAll(files);
          }}
        />
        <Button
          variant="outlined"
          startIcon={<AttachFileOutlined />}
          onClick={() => picker.current?.click()}
          disabled={archive.pending}
          aria-label={`为${title}选择文件`}
        >
          {archive.pending ? '正在存…' : '选择文件'}
        </Button>
      </Box>
      {problem && (
        <Typography color="error" role="alert">
          {problem}
        </Typography>
      )}
      <ErrorNotice failure={archive.failure} />
    </Box>
  );
}
