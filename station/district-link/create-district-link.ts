import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { DemoReply, LoginReply, ServerStatus } from '../../contract/sync/accounts.ts';
import { FilesStatus, PullReply, PushReply } from '../../contract/sync/push.ts';
import { PickUpReply, PickUpReportReply } from '../../contract/sync/pick-ups.ts';
import { SignedCalendar } from '../../domain/calendar/signed-calendar.ts';
import type { FailureCode } from '../../contract/failures.ts';
import type { DistrictLink } from '../../core/ports/district.ts';
import { fail, ok, type Result } from '../../domain/values/result.ts';
import { refusalOf, valueOf } from './read-answer.ts';
import { createTransport, send, type Call, type LinkOptions } from './transport.ts';
import { uploadFile } from './upload-file.ts';

/**
 * The district server over HTTPS (plain HTTP to this machine only), after `core/ports/district.ts`. Failures:
 * `district.unreachable` (down, cut, idle), `district.certificate` (not the server we trust, or not protected at all),
 * `district.answeredBadly {status}`; by call also `session.wrongPassword`, `session.lockedOut`, `session.none` (token ran
 * out), `setup.done`, `page.notFound`, `page.damaged` (our bytes do not fit their digest), `page.tooLarge`, `storage.full`.
 */
export function createDistrictLink(options: LinkOptions): DistrictLink {
  const transport = createTransport(options);
  const ask = async <S extends z.ZodType>(
    call: Call,
    schema: S,
    passes: readonly FailureCode[],
  ): Promise<Result<z.infer<S>>> => {
    const answer = await send(transport, call);
    return answer.ok ? valueOf(answer.value, schema, passes) : answer;
  };
  const filesHave: DistrictLink['filesHave'] = async (token, digests) => {
    const call: Call = { method: 'POST', path: '/v1/files/have', token, json: { digests } };
    const status = await ask(call, FilesStatus, ['session.none']);
    return status.ok ? ok(status.value.have) : status;
  };
  return {
    filesHave,
    status: () => ask({ method: 'GET', path: '/v1/status' }, ServerStatus, []),
    loadDemo: () =>
      ask({ method: 'POST', path: '/v1/setup/demo', json: {}, once: true }, DemoReply, ['setup.done']),
    login: (username, password, deviceId, deviceName) => {
      const json = { username, password, deviceId, deviceName };
      const passes = ['session.wrongPassword', 'session.lockedOut', 'session.roleExpired'] as const;
      return ask({ method: 'POST', path: '/v1/accounts/login', json }, LoginReply, passes);
    },
    push: (token, deviceId, items) => {
      const call: Call = { method: 'POST', path: '/v1/sync/push', token, json: { deviceId, items } };
      return ask(call, PushReply, ['session.none', 'session.notAllowed', 'call.tooLarge']);
    },
    pull: (token, after, confidential = false) => {
      const path = `/v1/sync/pull?after=${after}${confidential ? '&confidential=1' : ''}`;
      return ask({ method: 'GET', path, token }, PullReply, ['session.none']);
    },
    pickUp: (token) =>
      ask({ method: 'POST', path: '/v1/pick-ups', token, json: {} }, PickUpReply, [
        'session.none',
        'session.notAllowed',
      ]),
    pickUpReport: (token, from, to) =>
      ask({ method: 'GET', path: `/v1/pick-ups/report?from=${from}&to=${to}`, token }, PickUpReportReply, [
        'session.none',
        'session.notAllowed',
      ]),
    calendar: () => ask({ method: 'GET', path: '/v1/calendar' }, SignedCalendar, []),
    upload: async (token, file, progress) => {
      if (transport.barred) return transport.barred;
      const before = await filesHave(token, [file.digest]);
      if (!before.ok || before.value.includes(file.digest)) return before.ok ? ok(undefined) : before;
      const sent = await uploadFile(transport, token, file, progress);
      if (!sent.ok) return sent;
      const after = await filesHave(token, [file.digest]);
      if (!after.ok) return after;
      return after.value.includes(file.digest)
        ? ok(undefined)
        : fail('district.answeredBadly', { status: 204 });
    },
    download: async (token, digest) => {
      const answer = await send(transport, { method: 'GET', path: `/v1/files/${digest}`, token });
      if (!answer.ok) return answer;
      const { status, body } = answer.value;
      if (status !== 200) return refusalOf(status, body.toString('utf8'), ['session.none', 'page.notFound']);
      const fits = createHash('sha256').update(body).digest('hex') === digest;
      return fits ? ok(new Uint8Array(body)) : fail('district.answeredBadly', { status });
    },
  };
}
