import type { FastifyInstance } from 'fastify';
import type { Role } from '../../domain/log/event-envelope.ts';
import { callerOf } from '../accounts/tokens.ts';
import type { DistrictContext } from '../context.ts';
import { Refusal } from '../http/refusal.ts';
import { pickUp, reportPickUps } from './pick-ups.ts';
import { PickUpQuery, PickUpReply, PickUpReportReply } from '../../contract/sync/pick-ups.ts';
import { isDistrictTown } from './towns.ts';

const pickingUp: readonly Role[] = ['windowClerk', 'townReviewer', 'townHead'];
const reading: readonly Role[] = [...pickingUp, 'districtReviewer', 'districtHead'];

/** Towns pick up applications from the portal; heads see who did not. */
export function pickUpRoutes(app: FastifyInstance, context: DistrictContext): void {
  const { database, log, now } = context;

  app.post('/v1/pick-ups', async (request) => {
    const caller = await callerOf(database, request.headers.authorization, now());
    const { role, areaCode } = caller.account;
    if (!pickingUp.includes(role) || !isDistrictTown(areaCode)) throw new Refusal(403, 'session.notAllowed');
    const reply = PickUpReply.parse(await pickUp(context, caller));
    log.info('pickUp.done', { townCode: areaCode, waiting: reply.waiting.length });
    return reply;
  });

  app.get('/v1/pick-ups/report', async (request) => {
    const { account } = await callerOf(database, request.headers.authorization, now());
    if (!reading.includes(account.role)) throw new Refusal(403, 'session.notAllowed');
    const query = PickUpQuery.parse(request.query);
    return PickUpReportReply.parse(await reportPickUps(context, query, account.areaCode));
  });
}
