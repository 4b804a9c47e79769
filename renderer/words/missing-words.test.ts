import { describe, expect, it } from 'vitest';
import { AssistanceKind } from '../../domain/application/application.ts';
import { reviewDraft } from '../../domain/application/completeness.ts';
import { taskNames, tasksOf } from '../../domain/application/kind-tasks.ts';
import { DraftSections } from '../../domain/application/forms.ts';
import type { Slot } from '../../domain/materials/slots.ts';
import { demoAmounts } from '../../domain/rules/shipped.ts';
import { blankPerson } from '../features/identity/person-edit.ts';
import { reviewContext } from '../features/application/review-context.ts';
import { steps, stepsOf } from '../features/application/steps.ts';
import { missingWords } from './missing-words.ts';

const evidence = { pages: [], signatures: [], consent: null, certification: null, faceAttempts: [] };
const terms = {
  kind: 'dibao',
  townCode: '500107001',
  amounts: demoAmounts,
  verifiable: [] as Slot[],
} as const;
const missingOf = (sections: DraftSections, kind: AssistanceKind = 'dibao') =>
  reviewDraft(sections, evidence, reviewContext({ ...terms, kind }, '示例街道', '2026-03-10')).missing;

describe('what is missing, in words', () => {
  it('has a sentence of its own for everything a draft can lack', () => {
    const identity = blankPerson({ name: '张示例', idNumber: '123', health: 'severeDisability' });
    const member = blankPerson({ name: '1', phone: 'abc', idKind: 'other', idNumber: 'P1' });
    const sections = DraftSections.parse({ identity, members: [member], agent: { has: true } });
    const half = DraftSections.parse({
      ...{ identity, account: { holder: '张示例', bank: '', number: '12a' } },
      supporters: {
        people: [
          { ...{ id: identity.id, name: '', relation: '' }, monthIncomeFen: null, able: null, consent: null },
        ],
      },
      expenses: { entries: [{ id: identity.id, memberId: identity.id, kind: 'medical', amountFen: 0 }] },
      emergency: { kind: 'fire' },
    });
    const byKind = AssistanceKind.options.flatMap((kind) => [
      ...missingOf(DraftSections.parse({}), kind),
      ...missingOf(half, kind),
    ]);
    const all = [...byKind, ...missingOf(sections)];
    expect(new Set(all.map(({ code }) => code)).size).toBeGreaterThan(24);
    for (const missing of all) {
      const words = missingWords(missing, [identity, member]);
      expect(words, JSON.stringify(missing)).not.toContain('请检查这一项');
      expect(words, JSON.stringify(missing)).not.toMatch(/^还没有填$|undefined|[a-z]{3,}/i);
    }
  });
  it('names whose it is', () => {
    const identity = blankPerson({ name: '张示例', idNumber: '123' });
    const words = missingOf(DraftSections.parse({ identity })).map((m) => missingWords(m, [identity]));
    expect(words).toContain('张示例：身份证号要有 18 位');
    expect(words).toContain('张示例：还没有签字');
  });
  it('says that a signed text has changed', () => {
    const identity = blankPerson({ name: '张示例' });
    const missing = { task: 'authorization' as const, code: 'signature.textChanged', memberId: identity.id };
    expect(missingWords(missing, [identity])).toBe('张示例：签字后内容有改动，请重新签');
  });
  it('every task of the review has its step, and every kind only its own', () => {
    expect(steps.map(({ task }) => task)).toEqual([...taskNames, null]);
    for (const kind of AssistanceKind.options)
      expect(stepsOf(kind).map(({ task }) => task)).toEqual([...tasksOf(kind), null]);
  });
});
