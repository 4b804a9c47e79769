import { describe, expect, it } from 'vitest';
import type { DraftPage } from '../../../domain/application/evidence.ts';
import { DraftSections } from '../../../domain/application/forms.ts';
import { PersonForm } from '../../../domain/application/person.ts';
import type { Slot } from '../../../domain/materials/slots.ts';
import { materialRows, rowName, rowStateWords } from './material-rows.ts';

const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const person = (n: number, more: object) =>
  PersonForm.parse({ id: id(n), name: '张示例', birth: '1960-01-01', ...more });
const page = (
  n: number,
  slot: string,
  memberId: string | null,
  order: number,
  warnings: DraftPage['warnings'] = [],
): DraftPage => ({
  ...{
    id: id(n),
    digest: 'a'.repeat(64),
    mime: 'image/jpeg',
    bytes: 10,
    width: 1,
    height: 1,
    source: 'camera',
  },
  ...{ capturedAt: '2026-03-10T01:00:00.000Z', warnings, slot, memberId, order },
});
const rows = (pages: DraftPage[], members: PersonForm[] = [], verifiable: Slot[] = []) =>
  materialRows(
    {
      kind: 'dibao',
      sections: DraftSections.parse({ identity: person(1, {}), members }),
      evidence: { pages, signatures: [], consent: null, certification: null, faceAttempts: [] },
      verifiable,
    },
    '2026-03-10',
  );

describe('materialRows', () => {
  it('asks one person for card and household book, nothing electronic', () => {
    expect(rows([]).map(rowName)).toEqual(['身份证 · 张示例', '户口簿']);
    expect(rows([]).map(rowStateWords)).toEqual(['缺', '缺']);
  });
  it('asks each member for what only that member has', () => {
    const ill = person(2, { name: '李示例', health: 'seriousIllness', relation: 'spouse' });
    expect(rows([], [ill]).map(rowName)).toEqual([
      '身份证 · 张示例',
      '身份证 · 李示例',
      '户口簿',
      '疾病诊断证明 · 李示例',
    ]);
  });
  it('asks for nothing that the checking mechanism of this station verifies', () => {
    const ill = person(2, { name: '李示例', disability: { kind: 4, grade: 1 }, relation: 'spouse' });
    const titles = (verifiable: Slot[]) => rows([], [ill], verifiable).map(({ slot }) => slot);
    expect(titles([])).toContain('disabilityCard');
    expect(titles(['disabilityCard'])).not.toContain('disabilityCard');
  });
  it('counts pages in their order and points at those with warnings', () => {
    const pages = [
      page(11, 'idCard', id(1), 1),
      page(10, 'idCard', id(1), 0),
      page(12, 'householdBook', null, 0, ['dark']),
    ];
    const [card, book] = rows(pages);
    expect(card?.pages.map((p) => p.id)).toEqual([id(10), id(11)]);
    expect([card, book].map((row) => row && rowStateWords(row))).toEqual(['已有 2 页', '1 页，需注意']);
  });
  it('never hides a page: of a member who left, of something not asked any more', () => {
    const all = rows([page(10, 'idCard', id(9), 0), page(11, 'diagnosis', id(1), 0)]);
    expect(all.flatMap((row) => row.pages)).toHaveLength(2);
    expect(all.map(rowName)).toContain('身份证 · 已不在家庭成员里');
    expect(all.map(rowName)).toContain('疾病诊断证明 · 张示例');
  });
});
