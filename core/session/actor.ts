import type { Actor } from '../../domain/log/event-envelope.ts';
import type { Session } from './sessions.ts';

export const actorOf = ({ account }: Session): Actor => ({
  accountId: account.id,
  role: account.role,
  areaCode: account.areaCode,
  ...(account.roleUntil === undefined ? {} : { until: account.roleUntil }),
});
