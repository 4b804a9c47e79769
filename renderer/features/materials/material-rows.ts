import type { DraftView } from '../../../contract/views.ts';
import { peopleOf } from '../../../domain/application/forms.ts';
import type { DraftPage } from '../../../domain/application/evidence.ts';
import { materialsToBring } from '../../../domain/application/facts.ts';
import { Slot, slotInfo } from '../../../domain/materials/slots.ts';

/** One line of the list: a kind of material and whose it is, with the pages there are. */
export interface MaterialRow {
  readonly key: string;
  readonly slot: string;
  readonly memberId: string | null;
  readonly title: string;
  /** Whose it is; null for the whole household. */
  readonly owner: string | null;
  /** Why it is asked, in plain words, and the rule. */
  readonly reason: string;
  readonly source: string;
  readonly pages: readonly DraftPage[];
  readonly state: 'missing' | 'attention' | 'done';
}

type Place = Pick<DraftPage, 'slot' | 'memberId'>;
export const rowKey = ({ slot, memberId }: Place): string => `${slot}:${memberId ?? ''}`;

const inOrder = (pages: readonly DraftPage[]): DraftPage[] => [...pages].sort((a, b) => a.order - b.order);

function stateOf(pages: readonly DraftPage[]): MaterialRow['state'] {
  if (pages.length === 0) return 'missing';
  return pages.some((page) => page.warnings.length > 0) ? 'attention' : 'done';
}

/** Title and rule of a slot; pages of an unknown one still show. */
function wordsOf(slot: string): { title: string; source: string } {
  const known = Slot.safeParse(slot);
  return known.success ? slotInfo[known.data] : { title: '其他材料', source: '' };
}

/**
 * What this household must bring, in the order of the list, then places that hold pages though nothing asks for them any
 * more (an answer was changed): nothing taken is ever out of sight.
 */
export function materialRows(
  draft: Pick<DraftView, 'kind' | 'sections' | 'evidence' | 'verifiable'>,
  today: string,
): MaterialRow[] {
  const people = peopleOf(draft.sections);
  const { agent, supporters } = draft.sections;
  const named = [...people, ...supporters.people];
  const asked = materialsToBring(
    draft.kind,
    people,
    agent.has === true && agent.kind === 'person',
    draft.verifiable,
    today,
    draft.sections,
  ).map((material) => ({ ...material, memberId: material.memberId ?? null }));
  const known = new Set(asked.map(rowKey));
  const leftOver = draft.evidence.pages
    .filter((page) => !known.has(rowKey(page)))
    .filter((page, i, all) => all.findIndex((other) => rowKey(other) === rowKey(page)) === i)
    .map(({ slot, memberId }) => ({ slot, memberId, reason: '现在不需要这一项，可以移走或删除' }));
  return [...asked, ...leftOver].map((place) => {
    const pages = inOrder(draft.evidence.pages.filter((page) => rowKey(page) === rowKey(place)));
    const owner = place.memberId
      ? (named.find((person) => person.id === place.memberId)?.name.trim() ?? '已不在家庭成员里') ||
        '未填姓名'
      : null;
    const { slot, memberId, reason } = place;
    return {
      key: rowKey(place),
      slot,
      memberId,
      owner,
      reason,
      ...wordsOf(slot),
      pages,
      state: stateOf(pages),
    };
  });
}

/** 身份证 · 张示例 */
export const rowName = ({ title, owner }: Pick<MaterialRow, 'title' | 'owner'>): string =>
  owner ? `${title} · ${owner}` : title;

export const rowStateWords = ({ state, pages }: Pick<MaterialRow, 'state' | 'pages'>): string => {
  if (state === 'missing') return '缺';
  return state === 'attention' ? `${pages.length} 页，需注意` : `已有 ${pages.length} 页`;
};
