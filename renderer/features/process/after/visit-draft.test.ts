import { describe, expect, it } from 'vitest';
import { Visit } from '../../../../domain/case/process-data.ts';
import { samplePage, signedName } from '../../../../domain/testing/process-samples.ts';
import { testId } from '../../../../domain/testing/sample-application.ts';
import { visitProblem } from '../../../../domain/visits/visit-rules.ts';
import { emptyVisit, visitLacking, visitOf, type VisitDraft } from './visit-draft.ts';

const today = '2026-03-10';
const filled = (part: Partial<VisitDraft> = {}): VisitDraft => ({
  ...emptyVisit(today, '王示例', 'home'),
  ...{ found: '虚构：生活正常', changed: false, photos: [samplePage(1, today)] },
  ...part,
});

describe('a visit', () => {
  it('has its only way chosen, and asks where there are several', () => {
    expect(emptyVisit(today, '王示例', 'home').mode).toBe('home');
    expect(visitLacking(emptyVisit(today, '王示例', 'outside'), today)).toContain('怎么探访的');
  });
  it('that lacks nothing is taken by the rules', () => {
    expect(visitLacking(filled(), today)).toEqual([]);
    expect(visitProblem(Visit.parse(visitOf(filled(), testId(1))), 'home', today)).toBeNull();
  });
  it('at home needs a photo, by phone none', () => {
    expect(visitLacking(filled({ photos: [] }), today)).toEqual(['照片']);
    expect(visitLacking(filled({ photos: [], mode: 'phone' }), today)).toEqual([]);
  });
  it('leaves behind the signature of a visitor who was struck out', () => {
    const signatures = [signedName('赵虚构', 'visitor', today), signedName('张示例', 'household', today)];
    expect(visitOf(filled({ signatures }), testId(1)).signatures.map(({ name }) => name)).toEqual(['张示例']);
  });
});
