import type { EventEnvelope, Role } from '../../domain/log/event-envelope.ts';

const words: Partial<Record<Role, string>> = { system: '区级服务器', portal: '网上申请' };

/** What to call the accounts that are nobody's, by the role they have acted in in this stream. */
export const serverNames = (events: readonly Pick<EventEnvelope, 'actor'>[]): Map<string, string> =>
  new Map(
    events.flatMap(({ actor: { accountId, role } }) => {
      const name = words[role];
      return name ? [[accountId, name] as const] : [];
    }),
  );
