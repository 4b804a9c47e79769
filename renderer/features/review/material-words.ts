import { Slot, slotInfo } from '../../../domain/materials/slots.ts';

/** Papers that no application asks for and a later step brings. */
const duringProcess: Readonly<Record<string, string>> = { recheckProof: '申请复查的证明' };

export const slotTitle = (slot: string): string => {
  const known = Slot.safeParse(slot);
  return known.success ? slotInfo[known.data].title : (duringProcess[slot] ?? slot);
};

/** 张示例的身份证; a paper of the whole household stands alone. */
export function materialTitle(
  slot: string,
  memberId: string | null | undefined,
  people: readonly { id: string; name: string }[],
): string {
  const owner = people.find(({ id }) => id === memberId);
  return owner ? `${owner.name || '还没写姓名的人'}的${slotTitle(slot)}` : slotTitle(slot);
}
