import type { IncomingMessage } from 'node:http';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Server, type Upload } from '@tus/server';
import type { Caller } from '../accounts/tokens.ts';
import type { DistrictConfig } from '../config.ts';
import type { DistrictContext } from '../context.ts';
import { finishUpload, metaOf, removeStaged } from './finish-upload.ts';
import { createLimit } from './limit.ts';
import { StagingStore } from './staging-store.ts';
import { tusError, type TusError } from './tus-error.ts';

export const uploadPath = '/v1/files/upload';
/** An upload nobody has gone on with for so long starts anew. */
const EXPIRES_MS = 7 * 86_400_000;

/** Each is held in memory whole while it is checked and encrypted. */
const FINISHING_AT_ONCE = 4;

export interface UploadServer {
  tus: Server;
  /** Who speaks in a request that is handed over; set before `tus.handle`. */
  callers: WeakMap<IncomingMessage, Caller>;
  /** Removes uploads that nobody has gone on with. */
  sweep(): Promise<void>;
}

type TusRequest = Parameters<NonNullable<Server['options']['onIncomingRequest']>>[0];

/** The tus end of file transfer: resumable, encrypted on its way, acknowledged after check and sync. */
export async function createUploadServer(
  context: DistrictContext,
  stagingKey: Buffer,
): Promise<UploadServer> {
  const callers: UploadServer['callers'] = new WeakMap();
  const folder = join(context.config.dataDir, 'staging');
  // The store makes it too, but without waiting and for everybody to read.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const staging = new StagingStore(folder, stagingKey, EXPIRES_MS);
  const sweep = async (): Promise<void> => {
    const removed = await staging.deleteExpired();
    if (removed > 0) context.log.info('file.expired', { removed });
  };
  await sweep();
  const inTurn = createLimit(FINISHING_AT_ONCE);
  const finish = oncePerUpload((upload) => inTurn(() => finishUpload(context, staging, upload)));
  const callerOf = (request: TusRequest): Caller => {
    const raw = request.runtime?.node?.req;
    const caller = raw && callers.get(raw as IncomingMessage);
    if (!caller) throw tusError(401, 'session.none');
    return caller;
  };
  const tus = new Server({
    path: uploadPath,
    datastore: staging,
    relativeLocation: true,
    maxSize: context.config.maxFileBytes,
    allowedOrigins: [],
    onUploadCreate: async (request, upload) => {
      const meta = metaOf(upload);
      if (!meta) throw tusError(400, 'call.malformed', { issues: ['metadata:invalid'] });
      const { account } = callerOf(request);
      const metadata = { ...upload.metadata, account: account.id, area: account.areaCode };
      return { metadata };
    },
    onIncomingRequest: async (request, id) => {
      const { account } = callerOf(request);
      if (request.method === 'POST') return;
      const upload = await staging.getUpload(id);
      if (upload.metadata?.['area'] !== account.areaCode)
        throw tusError(403, 'session.wrongArea', { areaCode: '' });
      // The process ended between the last byte and the check: a resumed upload is finished now, then told complete.
      if (request.method === 'HEAD' && upload.offset === upload.size) await finish(upload);
    },
    onUploadFinish: async (_request, upload) => {
      await finish(upload);
      await removeStaged(staging, upload.id);
      return {};
    },
    onResponseError: (_request, error) => {
      if (error instanceof Error) context.log.error('file.failed', {}, error);
      return error instanceof Error
        ? tusError(500, 'internal', { errorId: '' })
        : inOurWords(error, context.config);
    },
  });
  return { tus, callers, sweep };
}

/** Two requests that complete one upload wait for the same check. */
function oncePerUpload(work: (upload: Upload) => Promise<void>): (upload: Upload) => Promise<void> {
  const running = new Map<string, Promise<void>>();
  return (upload) => {
    const known = running.get(upload.id);
    if (known) return known;
    const run = work(upload).finally(() => running.delete(upload.id));
    running.set(upload.id, run);
    return run;
  };
}

/** What the library answers in plain text, as `{code, data}`. */
function inOurWords(error: TusError, { maxFileBytes }: DistrictConfig): TusError {
  const { status_code: status, body } = error;
  if (body.startsWith('{')) return error;
  if (status === 413) return tusError(status, 'page.tooLarge', { maxBytes: maxFileBytes });
  if (status === 404 || status === 410) return tusError(status, 'page.notFound');
  return status >= 500
    ? tusError(status, 'internal', { errorId: '' })
    : tusError(status, 'call.malformed', { issues: [] });
}
