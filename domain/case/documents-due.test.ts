import { describe, expect, it } from 'vitest';
import { AssistanceKind } from '../application/application.ts';
import { shippedRuleSets } from '../rules/shipped.ts';
import { districtReviewer, villager } from '../testing/process-actors.ts';
import { homeVisit, replyTo, samplePage } from '../testing/process-samples.ts';
import { caseWalk, days, go, postNotice, propose, refusal, type Walk } from '../testing/process-walk.ts';
import { clerk, reviewer } from '../testing/sample-application.ts';
import type { CaseCommand } from './case-commands.ts';
import { documentsDue } from './documents-due.ts';

const due = ({ state }: Walk) => documentsDue(state, shippedRuleSets[0]!.processes[state.kind]!);
const names = (walk: Walk): string[] => due(walk).map(({ document }) => document);
const issue = (document: 'acceptanceNotice' | 'refusalNotice', about: number): CaseCommand => ({
  type: 'issueDocument',
  issued: { document, about, number: '虚构〔2025〕1号', page: samplePage(1, days.accepted) },
});

describe('papers that steps lead to', () => {
  it('in the order of the steps, each about its own', () => {
    expect(due(caseWalk('dibao', 'REGISTERED'))).toEqual([
      { document: 'acceptanceNotice', about: 2 },
      { document: 'surveyHomeForm', about: 3 },
      { document: 'publicNotice', about: 9 },
      { document: 'confirmationNotice', about: 12 },
      { document: 'publication', about: 13 },
    ]);
  });

  it.each([
    ['SUPPLEMENT', 'supplementNotice'],
    ['ABANDONED', 'abandonNotice'],
    ['NOT_ELIGIBLE', 'surveyResultNotice'],
    ['REFUSED', 'refusalNotice'],
    ['WITHDRAWN', 'withdrawalNotice'],
    ['TERMINATED', 'terminationNotice'],
    ['ENDED', 'adjustmentNotice'],
  ] as const)('at %s the last one is the %s', (step, document) => {
    expect(names(caseWalk('dibao', step)).at(-1)).toBe(document);
  });

  it('none before anything was decided, and for 临时救助 no notice', () => {
    for (const kind of AssistanceKind.options) expect(names(caseWalk(kind, 'SUBMITTED'))).toEqual([]);
    expect(names(caseWalk('linshi', 'GRANTED'))).toEqual(['confirmationNotice']);
    expect(names(caseWalk('linshi', 'REGISTERED'))).not.toContain('publicNotice');
  });

  it('a second posting has its own form, every reply one', () => {
    const seen = go(caseWalk('dibao', 'RESURVEY'), villager, days.resurveyed, {
      type: 'recordSurvey',
      record: homeVisit(9, days.resurveyed),
    });
    const replied = go(go(seen, reviewer, days.resurveyed, replyTo(1)), reviewer, days.resurveyed, propose);
    const posted = go(replied, villager, days.resurveyed, postNotice);
    expect(names(posted).slice(2)).toEqual(['publicNotice', 'objectionReply', 'renewedNotice']);
  });

  it('is issued once, and only where a step led to it', () => {
    const open = caseWalk('dibao', 'ACCEPTED');
    expect(refusal(open, clerk, days.accepted, issue('acceptanceNotice', 1))).toBe('document.notDue');
    expect(refusal(open, clerk, days.accepted, issue('refusalNotice', 2))).toBe('document.notDue');
    const issued = go(open, clerk, days.accepted, issue('acceptanceNotice', 2));
    expect(issued.state.issued).toMatchObject([{ issued: { document: 'acceptanceNotice', about: 2 } }]);
    expect(issued.state.trail).toEqual(open.state.trail);
    expect(names(issued)).toEqual([]);
    expect(refusal(issued, clerk, days.accepted, issue('acceptanceNotice', 2))).toBe('document.notDue');
    expect(
      refusal(caseWalk('dibao', 'REFUSED'), districtReviewer, days.confirmed, issue('refusalNotice', 12)),
    ).toBe('ok');
  });
});
