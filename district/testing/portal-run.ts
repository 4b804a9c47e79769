import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AssistanceKind } from '../../domain/application/application.ts';
import { portalKeyHeader } from '../portal/portal-key.ts';
import { PortalProgress, PortalTerms, type PortalApplication } from '../portal/portal-schema.ts';
import { portalApplication } from './portal-applications.ts';

/** What was sent, what had to come back and what did; `as` is a case number or a failure's code. */
export interface PortalStep {
  what: string;
  expected: string;
  status: number;
  as: string;
  asExpected: boolean;
}

const Answer = z.object({ caseNo: z.string() }).or(z.object({ code: z.string() }));
const kinds = AssistanceKind.options;

/**
 * Plays the portal against a district server: `count` fictional applications over the kinds and towns, then everything a bad
 * portal might send. Each step is told as soon as it is answered. Throws when the server cannot be spoken to at all.
 */
export async function* playPortal(url: string, key: string, count: number): AsyncGenerator<PortalStep> {
  const call = async (path: string, init: RequestInit = {}, withKey = key) => {
    const headers = { 'content-type': 'application/json', [portalKeyHeader]: withKey };
    const response = await fetch(new URL(path, url), { ...init, headers });
    return { status: response.status, json: (await response.json()) as unknown };
  };
  const step = async (what: string, expected: string, body: unknown, withKey = key): Promise<PortalStep> => {
    const init = { method: 'POST', body: JSON.stringify(body) };
    const { status, json } = await call('/v1/portal/applications', init, withKey);
    const answer = Answer.parse(json);
    const as = 'caseNo' in answer ? answer.caseNo : answer.code;
    const got = 'code' in answer ? answer.code : status === 201 ? 'opened' : 'again';
    return { what, expected, status, as, asExpected: got === expected };
  };
  const terms = await call('/v1/portal/terms');
  if (terms.status !== 200) throw new Error(`${url} answers ${terms.status} to this key`);
  const { towns, verifiable, serverTime } = PortalTerms.parse(terms.json);
  const fresh = (i: number): PortalApplication => {
    const kind = kinds[i % kinds.length] ?? 'dibao';
    const town = towns[i % towns.length];
    return portalApplication({ kind, ...(town ? { town } : {}), verifiable, submittedAt: serverTime });
  };
  let last = fresh(0);
  for (let i = 0; i < count; i += 1) {
    last = fresh(i);
    yield await step(`application ${last.application.kind}`, 'opened', last);
  }
  const first = fresh(0);
  yield await step('application to be sent twice', 'opened', first);
  yield await step('twice the same', 'again', first);
  yield await step('the same number with other content', 'portal.idReused', {
    ...first,
    consent: { ...first.consent, id: randomUUID() },
  });
  yield await step('another key', 'portal.wrongKey', fresh(0), `${key}x`);
  yield await step(
    'a program instead of a picture',
    'page.notAnImage',
    withPage(fresh(0), 'TVqQAAMAAAAEAAAA'),
  );
  yield await step('no signature', 'submit.signatureMissing', { ...fresh(0), signatures: [] });
  yield await step('no papers', 'submit.materialMissing', { ...fresh(0), documents: [] });
  yield await step('no application at all', 'call.malformed', { portalId: randomUUID() });
  const { status, json } = await call(`/v1/portal/applications/${last.portalId}`);
  const told = PortalProgress.safeParse(json);
  const as = told.success ? told.data.step : 'none';
  const expected = count > 0 ? 'SUBMITTED' : 'none';
  yield { what: 'progress of the last application', expected, status, as, asExpected: as === expected };
}

const withPage = (body: PortalApplication, content: string): PortalApplication => ({
  ...body,
  documents: body.documents.map((d) => ({ ...d, pages: [{ mime: 'image/png', content }] })),
});
