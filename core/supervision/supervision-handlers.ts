import { done, type HandlersOf } from '../handler.ts';
import { askSupervision } from './ask-supervision.ts';
import { reportTables } from './report-tables.ts';
import { tableAsCsv, tablesAsXlsx } from './write-tables.ts';

export const supervisionHandlers: HandlersOf<'supervision.report' | 'supervision.export'> = {
  async 'supervision.report'({ input, session }, core) {
    const asked = await askSupervision(core, session, input);
    return asked.ok ? done(asked.output) : asked;
  },

  async 'supervision.export'({ input: { format, ...input }, session }, core) {
    const asked = await askSupervision(core, session, input);
    if (!asked.ok) return asked;
    const { report } = asked.output;
    const tables = reportTables(report);
    const [first] = tables;
    if (!first) throw new Error('a report has a summary');
    const bytes = format === 'xlsx' ? await tablesAsXlsx(tables) : tableAsCsv(first);
    // Place and days only: file names end up in lists that anybody sees.
    return done(
      { fileName: `supervision-${report.total.code}-${report.from}-${report.to}.${format}` },
      bytes,
    );
  },
};
