import { join } from 'node:path';
import type { DocumentRenderer } from '../core/ports/devices.ts';
import type { Log } from '../core/ports/ports.ts';
import { loadTemplates } from '../devices/official-documents/load-templates.ts';
import { createDocumentRenderer } from '../devices/official-documents/render-document.ts';

/**
 * Official documents by the shipped templates and, over them, those the office edited in `<dataDir>/document-templates`. One that
 * does not pass is logged as `template.refused` and the shipped one is used.
 */
export function officialDocuments(
  resourcesDir: string,
  dataDir: string,
  log: Pick<Log, 'info' | 'error'>,
): DocumentRenderer {
  const fontsDir = join(resourcesDir, 'fonts');
  const shippedDir = join(resourcesDir, 'document-templates');
  const overrideDir = join(dataDir, 'document-templates');
  const { templates, overridden, refused } = loadTemplates({ shippedDir, overrideDir, fontsDir });
  for (const kind of overridden) log.info('template.overridden', { kind });
  for (const { file, problems } of refused)
    log.error('template.refused', { file, problems: problems.join('\n') });
  return createDocumentRenderer(fontsDir, templates);
}
