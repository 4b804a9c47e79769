import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { callOrThrow, failureOf, useCoreCommand } from '../../core-query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { PdfView } from './PdfView.tsx';
import { saveFile } from './save-file.ts';

/** Prints or saves the receipt and shows it as it will come out. */
export function ReceiptPanel({ caseId, children }: { caseId: string; children?: ReactNode }) {
  const toast = useToast();
  const print = useCoreCommand('case.printReceipt');
  const receipt = useQuery({
    queryKey: ['case.receipt', caseId],
    queryFn: () => callOrThrow('case.receipt', { caseId }),
    gcTime: 60_000,
  });
  const pdf = receipt.data?.binary;
  const printNow = async (): Promise<void> => {
    const answer = await print.run({ caseId });
    if (answer) toast({ text: `回执已送到打印机 ${answer.output.printer}` });
  };
  const save = (): void => {
    if (!pdf || !receipt.data) return;
    // The core names the file by the code alone: no name, no ID number.
    saveFile(pdf, 'application/pdf', receipt.data.output.fileName);
    toast({ text: `已保存 ${receipt.data.output.fileName}` });
  };
  return (
    <Box component="section" aria-label="回执">
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mb: 2 }}>
        <Button
          variant="contained"
          startIcon={<PrintOutlined />}
          onClick={() => void printNow()}
          disabled={print.pending}
        >
          {print.pending ? '正在打印…' : '打印回执'}
        </Button>
        <Button variant="outlined" startIcon={<DownloadOutlined />} onClick={save} disabled={!pdf}>
          保存回执 PDF
        </Button>
        {children}
      </Box>
      <Box sx={{ mb: print.failure ? 2 : 0 }}>
        <ErrorNotice failure={print.failure} />
      </Box>
      <ErrorNotice failure={failureOf(receipt.error)} onRetry={() => void receipt.refetch()} />
      {receipt.isPending && <Waiting words="正在生成回执…" />}
      {pdf && <PdfView bytes={pdf} label="回执预览" width={560} />}
    </Box>
  );
}
