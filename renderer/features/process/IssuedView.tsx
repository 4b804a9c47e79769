import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { IssuedDocument } from '../../../domain/case/process-data.ts';
import { useCoreCommand } from '../../core-query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { documentTitles } from '../../words/process-words.ts';
import { CheckedMark } from '../dossier/PageViewer.tsx';
import { PdfView } from '../dossier/PdfView.tsx';
import { useOpenedPages } from '../dossier/read-page.ts';
import { saveFile } from '../dossier/save-file.ts';

/** One paper as it was given out, from the archive with its digest checked; printed or saved as it is. */
export function IssuedView({ caseId, issued }: { caseId: string; issued: IssuedDocument }) {
  const { digest } = issued.page;
  const title = documentTitles[issued.document];
  const toast = useToast();
  const print = useCoreCommand('case.printDocument');
  const page = useOpenedPages(caseId, [digest]).get(digest);
  const printNow = async (): Promise<void> => {
    const answer = await print.run({ caseId, digest });
    if (answer) toast({ text: `${title}已送到打印机 ${answer.output.printer}` });
  };
  return (
    <Box component="section" aria-label={`${title}预览`} sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Button
          variant="contained"
          startIcon={<PrintOutlined />}
          onClick={() => void printNow()}
          disabled={print.pending}
        >
          {print.pending ? '正在打印…' : '打印'}
        </Button>
        {page?.ok && (
          <>
            <Button
              variant="outlined"
              startIcon={<DownloadOutlined />}
              // The number of the paper names the file: no name, no ID number.
              onClick={() => saveFile(page.bytes, page.mime, `${issued.number}.pdf`)}
            >
              保存 PDF
            </Button>
            <CheckedMark digest={digest} />
          </>
        )}
      </Box>
      <ErrorNotice failure={print.failure} />
      {!page && <Waiting words="正在打开并校验…" />}
      {page && !page.ok && <ErrorNotice failure={page.failure} />}
      {page?.ok && <PdfView bytes={page.bytes} label={`${title}，文号 ${issued.number}`} width={600} />}
    </Box>
  );
}
