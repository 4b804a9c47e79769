import type { AssistanceKind } from '../../domain/application/application.ts';
import { slotInfo, Slot } from '../../domain/materials/slots.ts';
import { maskIdNumber } from '../../domain/privacy/mask.ts';
import { nowIso } from '../context.ts';
import type { ReceiptData } from '../ports/devices.ts';
import type { Ports } from '../ports/ports.ts';
import type { Session } from '../session/sessions.ts';
import { dueDates } from './case-due.ts';
import type { SeenCase } from './find-case.ts';

export const kindTitles: Record<AssistanceKind, string> = {
  dibao: '最低生活保障',
  tekun: '特困人员救助供养',
  linshi: '临时救助',
  dibaoMargin: '低保边缘家庭认定',
  rigidExpenditure: '刚性支出困难家庭认定',
};

/** What the receipt of a case says. A date that no calendar gives yet is left out, never guessed. */
export function receiptData({ row, folded }: SeenCase, session: Session, ports: Ports): ReceiptData {
  const { state, events } = folded;
  const { accept } = dueDates(state, events[0]?.ruleSetId ?? '', ports);
  return {
    townName: ports.places.find((place) => place.code === row.townCode)?.name ?? row.townCode,
    caseCode: row.caseCode,
    caseNo: row.caseNo,
    kindTitle: kindTitles[row.kind],
    applicantName: row.applicantName,
    maskedId: maskIdNumber(row.applicantIdNumber),
    householdSize: row.householdSize,
    submittedOn: row.submittedOn,
    acceptBy: accept === 'calendar.unpublished' ? null : accept,
    clerkName: session.account.displayName,
    documents: state.documents.map(({ slot, memberId, pages }) => ({
      title: titleOf(slot, memberId, state.application?.members ?? []),
      pages: pages.length,
    })),
    issuedAt: nowIso(ports),
  };
}

/** 身份证（张示例）: the household can tell whose card was taken; a paper of all of them stands alone. */
function titleOf(
  slot: string,
  memberId: string | null,
  members: readonly { id: string; name: string }[],
): string {
  const known = Slot.safeParse(slot);
  const title = known.success ? slotInfo[known.data].title : slot;
  const owner = members.find(({ id }) => id === memberId);
  return owner ? `${title}（${owner.name}）` : title;
}
