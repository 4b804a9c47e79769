import { EntitySchema } from 'typeorm';

/** An application from the portal and the case it became; the application itself is in the events. */
export interface PortalApplicationRow {
  portalId: string;
  /** Of what was sent, so that the same number with other content is told apart. */
  bodyDigest: string;
  caseId: string;
  townCode: string;
  submittedAt: string;
  receivedAt: string;
}
/** Each time a town looked for applications from the portal, also when none was waiting. */
export interface PickUpRunRow {
  id: string;
  townCode: string;
  accountId: string;
  deviceId: string;
  at: string;
  waiting: number;
}

export const PortalApplicationEntity = new EntitySchema<PortalApplicationRow>({
  name: 'portal_applications',
  tableName: 'portal_applications',
  columns: {
    portalId: { type: 'text', primary: true },
    bodyDigest: { type: 'text' },
    caseId: { type: 'text' },
    townCode: { type: 'text' },
    submittedAt: { type: 'text' },
    receivedAt: { type: 'text' },
  },
});

export const PickUpRunEntity = new EntitySchema<PickUpRunRow>({
  name: 'pick_up_runs',
  tableName: 'pick_up_runs',
  columns: {
    id: { type: 'text', primary: true },
    townCode: { type: 'text' },
    accountId: { type: 'text' },
    deviceId: { type: 'text' },
    at: { type: 'text' },
    waiting: { type: 'integer' },
  },
});

export const portalEntities = [PortalApplicationEntity, PickUpRunEntity];
