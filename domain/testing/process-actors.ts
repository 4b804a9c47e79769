import type { Actor } from '../log/event-envelope.ts';
import { clerk, reviewer, testId, testTown } from './sample-application.ts';

/** Everybody of the procedure, beside `clerk` (windowClerk) and `reviewer` (townReviewer) of the sample application. */
export const head: Actor = { accountId: testId(903), role: 'townHead', areaCode: testTown };
export const villager: Actor = { accountId: testId(904), role: 'village', areaCode: `${testTown}001` };
export const districtReviewer: Actor = {
  accountId: testId(905),
  role: 'districtReviewer',
  areaCode: '500107',
};
export const districtHead: Actor = { accountId: testId(906), role: 'districtHead', areaCode: '500107' };
export const system: Actor = { accountId: testId(907), role: 'system', areaCode: '500107' };
/** As the district's own intake writes: for the town the application is for. */
export const portal: Actor = { accountId: testId(908), role: 'portal', areaCode: testTown };
export const gridWorker: Actor = { accountId: testId(909), role: 'grid', areaCode: `${testTown}001` };
export const admin: Actor = { accountId: testId(910), role: 'admin', areaCode: '500107' };

export const everybody: readonly Actor[] = [
  clerk,
  reviewer,
  head,
  villager,
  gridWorker,
  districtReviewer,
  districtHead,
  system,
  portal,
  admin,
];
