import { randomBytes, randomInt } from 'node:crypto';
import type { Application } from '../../domain/application/application.ts';
import type { Certification, Page, Signature } from '../../domain/application/evidence.ts';
import { assessForm } from '../../domain/application/facts.ts';
import { kindResultOf } from '../../domain/application/kind-facts.ts';
import type { CaseCommand } from '../../domain/case/case-commands.ts';
import { amountsOn } from '../../domain/rules/amounts-list.ts';
import { shanghaiDate } from '../../domain/values/iso-date.ts';
import { makeUuid } from '../../domain/values/uuid.ts';
import type { DistrictContext } from '../context.ts';
import { Refusal } from '../http/refusal.ts';
import { checkFile, type CheckedFile } from './check-file.ts';
import type { PortalApplication } from './portal-schema.ts';

type Submit = Extract<CaseCommand, { type: 'submit' }>;

/** The command everybody's applications come by, and the files it refers to. Throws a refusal for a file that is none. */
export function asSubmit(
  context: DistrictContext,
  given: PortalApplication,
): { command: Submit; files: CheckedFile[] } {
  const now = context.now();
  const newId = (): string => makeUuid(now.getTime(), randomBytes(10));
  const files: CheckedFile[] = [];
  const keep = (file: CheckedFile): CheckedFile => {
    files.push(file);
    return file;
  };
  const signatures = given.signatures.map(({ image, ...signature }, i): Signature => {
    const file = keep(checkFile(image, 'image/png', `signatures.${i}.image`));
    return { ...signature, imageDigest: file.digest, imageBytes: file.bytes.length };
  });
  const documents = given.documents.map(({ slot, memberId, pages }, i) => ({
    documentId: newId(),
    slot,
    memberId,
    pages: pages.map(({ mime, content }, j): Page => {
      const file = keep(checkFile(content, mime, `documents.${i}.pages.${j}.content`));
      const { digest, width, height } = file;
      const bytes = file.bytes.length;
      const capturedAt = given.submittedAt;
      return { id: newId(), digest, mime, bytes, width, height, source: 'file', capturedAt, warnings: [] };
    }),
  }));
  const command: Submit = {
    type: 'submit',
    caseCode: caseCode(given.application.townCode, shanghaiDate(now.toISOString())),
    draftId: given.portalId,
    application: reckoned(context, given.application),
    consent: given.consent,
    certification: certified(context, given.certification),
    signatures,
    documents,
  };
  return { command, files };
}

/** The portal states, the district reckons: by its own amounts of the day. */
function reckoned({ config, now }: DistrictContext, stated: PortalApplication['application']): Application {
  const today = shanghaiDate(now().toISOString());
  const amounts = amountsOn(config.amounts, today);
  if (!amounts) throw new Refusal(422, 'amounts.noneInForce', { day: today });
  const assessed = assessForm(stated.income, stated.members.length, amounts);
  if (!assessed.ok) throw new Refusal(422, assessed.failure.code, assessed.failure.data);
  const { amountsId, members, countableFen, perCapitaFen, standardFen, belowStandard } = assessed.value;
  const arithmetic = { amountsId, members, countableFen, perCapitaFen, standardFen, belowStandard };
  const result = kindResultOf(stated.kind, stated, today, amounts);
  return { ...stated, arithmetic, ...(result ? { result } : {}) };
}

function certified(
  { identity }: DistrictContext,
  { personId, provider, reference, checkedAt }: PortalApplication['certification'],
): Certification {
  return {
    personId,
    method: 'portal',
    accepted: true,
    consentId: null,
    attempts: [],
    manualReason: null,
    note: `${provider}：${reference}`,
    decidedBy: identity.portalAccountId,
    at: checkedAt,
  };
}

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** JLP-001-20260310-NUK7QM4: like a station's, but no station's code has a U. */
function caseCode(townCode: string, day: string): string {
  const tail = Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `JLP-${townCode.slice(-3)}-${day.replaceAll('-', '')}-NU${tail}`;
}
