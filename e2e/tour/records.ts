import { usernameOf } from '../walk/process/staff.ts';
import type { StationWindow } from './station-window.ts';

const village = '500107001001';
const unnamed = { name: null, phone: null };

/** An alert of the grid, and one that came to the town by phone. */
export async function raiseByGrid({ must }: StationWindow): Promise<void> {
  const { today: seenOn } = await must('system.status', {});
  for (const [seen, address] of [
    ['虚构：独居老人三天没有出门', '虚构路7号'],
    ['虚构：一家人都没有上班，孩子没有交学费', '虚构路12号'],
  ] as const)
    await must('alert.act', {
      alertId: null,
      command: {
        ...{ type: 'raise', source: 'grid', seen, placeCode: village, seenOn },
        person: { ...unnamed, name: '马示例', address },
      },
    });
}

/** A call for help, and a confidential complaint. */
export async function raiseByTown({ must }: StationWindow): Promise<void> {
  const { today: receivedOn, account } = await must('system.status', {});
  if (!account) throw new Error(`${usernameOf('head')} is not signed in`);
  const owner = { accountId: account.id, role: account.role, areaCode: account.areaCode };
  for (const [kind, what, confidential] of [
    ['hotline', '虚构：问临时救助什么时候能到账', false],
    ['complaint', '虚构：反映有人冒领救助金', true],
  ] as const)
    await must('ticket.act', {
      ticketId: null,
      command: {
        ...{ type: 'open', kind, channel: 'phone', receivedOn, what, confidential, owner },
        ...{ person: { ...unnamed, address: null }, placeCode: village, about: null, limit: null },
      },
    });
}
