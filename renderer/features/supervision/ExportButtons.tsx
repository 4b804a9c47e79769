import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import Button from '@mui/material/Button';
import type { InputOf } from '../../../contract/commands.ts';
import { useCoreCommand } from '../../core-query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { saveFile } from '../dossier/save-file.ts';

const formats = {
  xlsx: { label: '导出 Excel', mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  csv: { label: '导出 CSV', mime: 'text/csv' },
} as const;

/** The figures on screen as a file. */
export function ExportButtons({ input }: { input: InputOf<'supervision.report'> }) {
  const command = useCoreCommand('supervision.export');
  const save = async (format: keyof typeof formats): Promise<void> => {
    const answer = await command.run({ ...input, format });
    if (answer?.binary) saveFile(answer.binary, formats[format].mime, answer.output.fileName);
  };
  return (
    <>
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button
          key={format}
          variant="outlined"
          startIcon={<DownloadOutlined />}
          disabled={command.pending}
          onClick={() => void save(format)}
        >
          {formats[format].label}
        </Button>
      ))}
      <ErrorNotice failure={command.failure} />
    </>
  );
}
