import { nowIso } from '../context.ts';
import { readStored } from '../documents/read-stored.ts';
import type { OutboxRow } from '../ports/store.ts';
import { notBefore } from './backoff.ts';
import { endOf, refusedForGood, type StepEnd, type SyncRun } from './sync-run.ts';

const batch = 20;
const inFlight = 3;
/** Progress is written down every so many bytes, so that a resumed upload does not start from the front. */
const progressStep = 1_000_000;

type FileRow = OutboxRow & { file: NonNullable<OutboxRow['file']> };

/** Uploads waiting files; those the district has already are acknowledged without sending. */
export async function sendFiles(run: SyncRun, dueAt: string): Promise<StepEnd> {
  const tried = new Set<string>();
  for (let due = dueAt; ; due = nowIso(run.ports)) {
    const rows = (await run.store.read.outboxDue('file', due, batch))
      .filter((row) => !tried.has(row.id))
      .filter(isFile);
    if (rows.length === 0) return 'done';
    for (const row of rows) tried.add(row.id);
    const digests = [...new Set(rows.map((row) => row.file.digest))];
    const have = await run.ports.district.filesHave(run.access.token, digests);
    if (!have.ok) return endOf(have.failure) ?? 'later';
    const there = new Set(have.value);
    const end = await inParallel(run, rows, (row) =>
      there.has(row.file.digest) ? acknowledge(run, row) : upload(run, row),
    );
    if (end !== 'done') return end;
  }
}

const isFile = (row: OutboxRow): row is FileRow => row.file !== null;

/** Stops taking further rows when one finds the link gone. */
async function inParallel(
  run: SyncRun,
  rows: readonly FileRow[],
  send: (row: FileRow) => Promise<StepEnd>,
): Promise<StepEnd> {
  const queue = [...rows];
  let end: StepEnd = 'done';
  const lane = async () => {
    for (let row = queue.shift(); row && end === 'done'; row = queue.shift()) {
      if (run.stopping()) return void (end = 'later');
      const ended = await send(row);
      if (ended !== 'done') end = ended;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return end;
}

async function upload(run: SyncRun, row: FileRow): Promise<StepEnd> {
  const bytes = await readStored(run.files, row.file.digest);
  if (!bytes) return save(run, { ...row, state: 'attention', failure: 'page.damaged' });
  const progress = new ProgressNotes(run, { ...row, state: 'sending' });
  await save(run, progress.row);
  const { digest, mime, uploadUrl } = row.file;
  const sent = await run.ports.district.upload(
    run.access.token,
    { digest, mime, bytes, uploadUrl },
    (state) => progress.note(state),
  );
  await progress.written();
  if (sent.ok) return acknowledge(run, progress.row);
  const end = endOf(sent.failure);
  if (end) {
    await save(run, { ...progress.row, state: 'local' });
    return end;
  }
  const attempts = row.attempts + 1;
  // An upload that the server does not know any more, or that does not match, begins anew at the next try.
  const fresh = { ...progress.row, attempts, file: { ...row.file, uploadUrl: null, sentBytes: 0 } };
  if (refusedForGood(sent.failure) && row.file.uploadUrl === null) {
    return save(run, { ...fresh, state: 'attention', failure: sent.failure.code });
  }
  const when = notBefore(run.ports.now(), attempts, run.ports.randomBytes(1)[0] ?? 0);
  return save(run, { ...fresh, state: 'local', notBefore: when });
}

async function save(run: SyncRun, row: OutboxRow): Promise<'done'> {
  await run.store.write((tx) => tx.saveOutbox(row));
  run.moved = true;
  return 'done';
}

async function acknowledge(run: SyncRun, row: FileRow): Promise<'done'> {
  run.changedStreams.add(row.caseId);
  const file = { ...row.file, sentBytes: row.file.bytes };
  return save(run, { ...row, file, state: 'acknowledged', attempts: row.attempts + 1, failure: null });
}

/** Writes progress down one after the other while the upload goes on. */
class ProgressNotes {
  row: FileRow;
  readonly #run: SyncRun;
  #noted = 0;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(run: SyncRun, row: FileRow) {
    this.#run = run;
    this.row = row;
  }

  note({ uploadUrl, sentBytes }: { uploadUrl: string; sentBytes: number }): void {
    const isNew = uploadUrl !== this.row.file.uploadUrl;
    this.row = { ...this.row, file: { ...this.row.file, uploadUrl, sentBytes } };
    if (!isNew && sentBytes - this.#noted < progressStep) return;
    this.#noted = sentBytes;
    const { row } = this;
    this.#tail = this.#tail
      .then(() => this.#run.store.write((tx) => tx.saveOutbox(row)))
      .catch((error: unknown) => {
        this.#run.ports.log.error('sync.progressNotWritten', { outboxId: row.id }, error);
      });
  }

  async written(): Promise<void> {
    await this.#tail;
  }
}
