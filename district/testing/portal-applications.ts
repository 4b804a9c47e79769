import { randomInt, randomUUID } from 'node:crypto';
import { authorizationFor, wholeText } from '../../domain/application/authorization-text.ts';
import type { AssistanceKind } from '../../domain/application/application.ts';
import { checkPerson } from '../../domain/application/check-person.ts';
import { materialsToBring } from '../../domain/application/facts.ts';
import { kindPartsOf } from '../../domain/application/kind-facts.ts';
import type { Slot } from '../../domain/materials/slots.ts';
import { sampleSectionsOf, testIdNumber } from '../../domain/testing/sample-application.ts';
import { addDays, shanghaiDate } from '../../domain/values/iso-date.ts';
import type { PortalApplication } from '../portal/portal-schema.ts';
import { randomPng } from './portal-pictures.ts';

export interface PortalHousehold {
  kind?: AssistanceKind;
  town?: { code: string; name: string };
  verifiable?: readonly Slot[];
  submittedAt?: string;
}

const serials = '甲乙丙丁戊己庚辛壬癸';

/** A whole application of a fictional person living alone who looks it, different in every call. */
export function portalApplication({
  kind = 'dibao',
  town = { code: '500107001', name: '杨家坪街道' },
  verifiable = [],
  submittedAt = new Date().toISOString(),
}: PortalHousehold = {}): PortalApplication {
  const today = shanghaiDate(submittedAt);
  const sections = sampleSectionsOf(kind);
  if (!sections.identity) throw new Error('the sample has an applicant');
  const birth = addDays('1948-01-01', randomInt(3000));
  const name = `张示例${serials[randomInt(serials.length)] ?? ''}`;
  const own = { name, idNumber: testIdNumber(birth, 100 + randomInt(800)), sex: null, birth: '' };
  const applicant = { ...sections.identity, ...own };
  const { person, problems } = checkPerson(applicant, today);
  if (!person) throw new Error(JSON.stringify(problems));
  const { kinship, income, property, agent } = sections;
  const villageCode = `${town.code}001`;
  const { emergency } = sections;
  const facts = { ...sections, ...(emergency ? { emergency: { ...emergency, happenedOn: today } } : {}) };
  const application = {
    ...{ kind, townCode: town.code, villageCode, members: [person] },
    ...{ kinship, income, property, agent, ...kindPartsOf(kind, facts) },
  };
  const signed = { ...facts, identity: applicant, villageCode };
  const bring = materialsToBring(kind, [person], false, verifiable, today, application);
  return {
    portalId: randomUUID(),
    application,
    consent: {
      id: randomUUID(),
      decision: 'declined',
      text: '是否同意用人脸核对身份？您可以不同意，不影响申请。',
      textVersion: 'portal-demo-1',
      at: submittedAt,
    },
    certification: {
      personId: person.id,
      provider: '虚构门户实名认证',
      reference: `DEMO-${randomInt(1_000_000)}`,
      checkedAt: submittedAt,
    },
    signatures: [
      {
        memberId: person.id,
        signerId: person.id,
        role: 'self',
        text: wholeText(authorizationFor({ kind, sections: signed }, applicant, applicant, town.name)),
        textVersion: 'portal-demo-1',
        strokes: [
          [
            { x: 0.1, y: 0.2, t: 0, p: 0.5 },
            { x: 0.7, y: 0.6, t: 60, p: 0.5 },
          ],
        ],
        at: submittedAt,
        image: randomPng().toString('base64'),
      },
    ],
    documents: bring.map(({ slot, memberId }) => ({
      slot,
      memberId: memberId ?? null,
      pages: [{ mime: 'image/png', content: randomPng().toString('base64') }],
    })),
    submittedAt,
  };
}
