import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { InputOf } from '../../../../contract/commands.ts';
import { useCoreCommand } from '../../../core-query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { documentTitles } from '../../../words/process-words.ts';
import { saveFile } from '../../dossier/save-file.ts';

interface Props {
  caseId: string;
  document: InputOf<'case.blankForm'>['document'];
}

/** The form on paper, to be taken along and filled in by hand; nothing of it is filed. */
export function BlankFormButton({ caseId, document }: Props) {
  const { run, pending, failure } = useCoreCommand('case.blankForm');
  const make = async (): Promise<void> => {
    const made = await run({ caseId, document });
    if (made?.binary) saveFile(made.binary, 'application/pdf', made.output.fileName);
  };
  return (
    <Box>
      <Button startIcon={<PrintOutlined />} disabled={pending} onClick={() => void make()}>
        {pending ? '正在做…' : `空白${documentTitles[document]}（PDF，可以打印带走）`}
      </Button>
      <ErrorNotice failure={failure} />
    </Box>
  );
}
