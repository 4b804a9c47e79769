import type { DraftPage } from '../../domain/application/evidence.ts';
import type { StoreReader } from '../ports/store.ts';

/** Pages archived for a coming step of the procedure stand beside those for a supplement notice. */
export const processSlot = 'process';

/** What is archived for the open supplement notice and not handed in yet. */
export async function noticePages(reader: StoreReader, caseId: string): Promise<DraftPage[]> {
  const rows = await reader.supplementPages(caseId);
  return rows.map(({ page }) => page).filter(({ slot }) => slot !== processSlot);
}
