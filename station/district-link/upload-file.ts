import { DefaultHttpStack, DetailedError, Upload } from 'tus-js-client';
import type { FailureCode } from '../../contract/failures.ts';
import { fail, ok, type Result } from '../../domain/values/result.ts';
import { refusalOf } from './read-answer.ts';
import { failureOf, type Transport } from './transport.ts';

export interface OutgoingFile {
  digest: string;
  mime: string;
  bytes: Uint8Array;
  uploadUrl: string | null;
}
export type Progress = (state: { uploadUrl: string; sentBytes: number }) => void;

const path = '/v1/files/upload';
const passes: readonly FailureCode[] = ['session.none', 'page.damaged', 'page.tooLarge', 'storage.full'];

/** Sends what the server lacks of a file, from where an earlier try has stopped; starts anew when the server forgot it. */
export function uploadFile(
  transport: Transport,
  token: string,
  file: OutgoingFile,
  progress: Progress,
): Promise<Result<void>> {
  const { base, agent, timeoutMs } = transport;
  const { digest, mime } = file;
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  return new Promise((resolve) => {
    const idle = setTimeout(() => {
      resolve(fail('district.unreachable'));
      void upload.abort();
    }, timeoutMs);
    const finish = (result: Result<void>): void => {
      clearTimeout(idle);
      resolve(result);
    };
    const tell = (sentBytes: number): void => {
      idle.refresh();
      if (upload.url) progress({ uploadUrl: upload.url, sentBytes });
    };
    const upload = new Upload(bytes, {
      endpoint: `${base}${path}`,
      uploadUrl: knownUpload(base, file.uploadUrl),
      metadata: { digest, bytes: String(bytes.length), mime },
      headers: { authorization: `Bearer ${token}` },
      httpStack: new DefaultHttpStack({ agent }),
      // The outbox decides when to try again.
      retryDelays: null,
      storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => tell(0),
      onProgress: tell,
      onSuccess: () => finish(ok(undefined)),
      onError: (error) => finish(whyNot(error)),
    });
    upload.start();
  });
}

/** The same upload under today's address: the token goes to no other server than the configured one. */
function knownUpload(base: string, uploadUrl: string | null): string | null {
  const id = /\/v1\/files\/upload\/([0-9a-f]{32})$/.exec(uploadUrl ?? '')?.[1];
  return id ? `${base}${path}/${id}` : null;
}

function whyNot(error: Error | DetailedError): Result<never> {
  if (!(error instanceof DetailedError)) return failureOf(error);
  const answer = error.originalResponse;
  return answer ? refusalOf(answer.getStatus(), answer.getBody(), passes) : failureOf(error.causingError);
}
