import AddAPhotoOutlined from '@mui/icons-material/AddAPhotoOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormHelperText from '@mui/material/FormHelperText';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useId, useRef } from 'react';
import type { Page } from '../../../domain/application/evidence.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { CasePicture } from './CasePicture.tsx';
import { useAddPage } from './use-add-page.ts';

interface Props {
  caseId: string;
  label: string;
  hint?: string;
  pages: readonly Page[];
  onChange: (pages: Page[]) => void;
  /** Papers too, not only pictures. */
  papers?: boolean;
}

/** Photos for a step, taken with a telephone or camera beforehand and chosen as files. */
export function PhotoField({ caseId, label, hint, pages, onChange, papers = false }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { addFile, pending, failure, refused } = useAddPage(caseId);
  const take = async (files: File[]): Promise<void> => {
    const added: Page[] = [];
    for (const file of files) {
      const page = await addFile(file, 'file');
      if (page) added.push(page);
    }
    if (added.length > 0) onChange([...pages, ...added]);
  };
  return (
    <Box role="group" aria-labelledby={id} sx={{ display: 'grid', gap: 1 }}>
      <Typography id={id}>
        {label}（{pages.length} 张）
      </Typography>
      {pages.length > 0 && (
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          {pages.map((page, index) => (
            <Box key={page.id} sx={{ position: 'relative' }}>
              <CasePicture caseId={caseId} page={page} alt={`${label}第 ${index + 1} 张`} />
              <IconButton
                aria-label={`去掉${label}第 ${index + 1} 张`}
                onClick={() => onChange(pages.filter((other) => other !== page))}
                sx={{ position: 'absolute', top: 0, right: 0, bgcolor: 'background.paper' }}
              >
                <DeleteOutlined />
              </IconButton>
            </Box>
          ))}
        </Box>
      )}
      <Box>
        <Button
          variant="outlined"
          startIcon={<AddAPhotoOutlined />}
          disabled={pending}
          onClick={() => input.current?.click()}
        >
          {pending ? '正在存入…' : papers ? '选照片或文件' : '选照片'}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          aria-label={`选择${label}`}
          accept={papers ? 'image/jpeg,image/png,application/pdf' : 'image/jpeg,image/png'}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            void take(files);
          }}
        />
      </Box>
      {(refused ?? hint) && <FormHelperText error={refused !== null}>{refused ?? hint}</FormHelperText>}
      <ErrorNotice failure={failure} />
    </Box>
  );
}
