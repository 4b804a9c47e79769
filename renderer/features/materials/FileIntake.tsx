import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import Button from '@mui/material/Button';
import { useRef, useState } from 'react';
import { FILE_PROBLEMS, judgeFile, type FileProblem } from '../../capture/accept-file.ts';
import type { FinishedPage } from '../../capture/page-protocol.ts';
import { rowName, type MaterialRow } from './material-rows.ts';
import { PictureDialog } from './PictureDialog.tsx';
import type { Pages } from './use-pages.ts';

interface Props {
  row: MaterialRow;
  pages: Pages;
  /** A plain sentence per file that was not taken; empty clears. */
  onRefused: (sentences: string[]) => void;
}

/** Files one after the other: a PDF is taken whole, a picture is looked at first. */
export function FileIntake({ row, pages, onRefused }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [queue, setQueue] = useState<File[]>([]);

  const choose = async (files: File[]): Promise<void> => {
    const refused: string[] = [];
    const pictures: File[] = [];
    for (const file of files) {
      const verdict = await judgeFile(file).catch(() => ({
        ok: false as const,
        problem: 'unreadable' as FileProblem,
      }));
      if (!verdict.ok) refused.push(`${file.name}：${FILE_PROBLEMS[verdict.problem]}`);
      else if (verdict.mime === 'application/pdf') {
        const facts = { mime: verdict.mime, width: 0, height: 0, source: 'file' as const, warnings: [] };
        await pages.add(row, { ...facts, content: file });
      } else pictures.push(file);
    }
    onRefused(refused);
    setQueue(pictures);
  };
  const use = async (page: FinishedPage): Promise<boolean> => {
    const { jpeg, width, height, warnings } = page;
    const facts = { mime: 'image/jpeg' as const, width, height, source: 'file' as const };
    return (await pages.add(row, { ...facts, warnings: [...warnings], content: jpeg })) !== null;
  };
  const [first] = queue;
  return (
    <>
      <Button variant="outlined" startIcon={<UploadFileOutlined />} onClick={() => input.current?.click()}>
        选文件
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label="选择材料文件"
        accept=".jpg,.jpeg,.png,.pdf,image/jpeg,image/png,application/pdf"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          void choose(files);
        }}
      />
      {first && (
        <PictureDialog
          key={`${first.name} ${queue.length}`}
          title={`文件：${rowName(row)}${queue.length > 1 ? `（还有 ${queue.length - 1} 个）` : ''}`}
          picture={first}
          backLabel="不用这个文件"
          failure={pages.failure}
          onUse={use}
          onClose={() => setQueue(([, ...rest]) => rest)}
        />
      )}
    </>
  );
}
