import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CaseRun } from './case-run.ts';
import { staff } from './staff.ts';

/** An official document of a case as it lies in the district's archive. */
export interface WalkDocument {
  document: string;
  /** 文号. */
  number: string;
  /** Name of the PDF beside process.json. */
  file: string;
}
export interface KeptDocument extends WalkDocument {
  bytes: Uint8Array;
}

/** Every document of the case, read at the district's station; what a step led to and nobody has issued yet is issued first. */
export async function documentsOf(run: CaseRun, caseNo: string): Promise<KeptDocument[]> {
  await issueWhatIsDue(run);
  await run.quiet();
  const station = await run.world.station('district');
  const kept: KeptDocument[] = [];
  for (const { issued } of (await run.state('district')).issued) {
    const { document, number, about, page } = issued;
    const asked = { caseId: run.id, digest: page.digest };
    const answer = await station.call('districtReviewer', 'case.readPage', asked);
    if (!answer.ok) throw new Error(`${document}: ${JSON.stringify(answer.failure)}`);
    if (new TextDecoder().decode(answer.binary.slice(0, 5)) !== '%PDF-')
      throw new Error(`${document}: no PDF`);
    const file = `${caseNo.replace(/[〔〕]/g, '-')}-${String(about).padStart(2, '0')}-${document}.pdf`;
    kept.push({ document, number, file, bytes: answer.binary });
  }
  return kept;
}

/** What the server did of itself leads to paper too, which the town then gives out. */
async function issueWhatIsDue(run: CaseRun): Promise<void> {
  const who = run.home === 'otherTown' ? 'otherReviewer' : 'reviewer';
  await run.together();
  const station = await run.world.station(staff[who].at);
  for (const due of (await run.view(who)).documentsDue)
    await station.must(who, 'case.issueDocument', { caseId: run.id, ...due });
}

export async function keepAll(outDir: string, documents: readonly KeptDocument[]): Promise<WalkDocument[]> {
  for (const { file, bytes } of documents) await writeFile(path.join(outDir, file), bytes);
  return documents.map(({ document, number, file }) => ({ document, number, file }));
}
