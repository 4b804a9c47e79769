import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../contract/views.ts';
import { clockSteps } from './clock-steps.ts';

type Told = Parameters<typeof clockSteps>[0];
type Entry = readonly [type: string, on: string];

const none = { accept: null, survey: null, review: null, noticeEnds: null, district: null, wholeCase: null };

/** Nine in the morning in Shanghai of each day. */
const told = (
  step: string,
  entries: readonly Entry[] = [],
  due: Partial<Told['due']> = {},
  over: Partial<Told> = {},
): Told => ({
  summary: { step, submittedOn: '2025-01-17', due: null } as Dossier['summary'],
  supplements: [],
  events: entries.map(([type, on], index) => ({
    ...{ version: index + 1, type, at: `${on}T01:00:00.000Z`, actorName: '' },
    ...{ role: 'townReviewer' as const, digest: '0'.repeat(64) },
  })),
  due: { ...none, ...due },
  ...over,
});
const shape = (steps: ReturnType<typeof clockSteps>) => steps.map(({ name, state }) => `${name} ${state}`);
const labels = (steps: ReturnType<typeof clockSteps>) => steps.map(({ label }) => label).join(' ');

const accepted: Entry = ['application.accepted', '2025-01-20'];
const surveyed: Entry = ['survey.started', '2025-01-21'];
const proposed: Entry = ['review.proposed', '2025-02-06'];
const posted: Entry = ['notice.posted', '2025-02-07'];
const reported: Entry = ['case.reported', '2025-02-15'];
const confirmed: Entry = ['case.confirmed', '2025-02-18'];

describe('the case clock of a dossier', () => {
  it('waits for acceptance after submitting, the whole way ahead', () => {
    const steps = clockSteps(told('SUBMITTED', [], { accept: '2025-01-21' }));
    expect(labels(steps)).toBe('提交 受理 调查 初审 公示 上报 确认 公布 登记');
    expect(shape(steps).slice(0, 3)).toEqual(['submitted done', 'accepted current', 'survey ahead']);
    expect(steps[1]?.due).toBe('2025-01-21');
  });

  const supplements = [{ items: [], limit: '2025-01-27', issuedOn: '2025-01-20' }];
  it('stands at the supplement until it is provided; then acceptance runs anew', () => {
    const issued: Entry = ['supplement.issued', '2025-01-20'];
    const open = clockSteps(told('SUPPLEMENT', [issued], {}, { supplements }));
    expect(shape(open).slice(0, 3)).toEqual(['submitted done', 'supplement current', 'accepted ahead']);
    expect(open[1]?.due).toBe('2025-01-27');
    const back = clockSteps(
      told('SUBMITTED', [issued, ['supplement.provided', '2025-01-21']], {}, { supplements }),
    );
    expect(shape(back).slice(0, 3)).toEqual(['submitted done', 'supplement done', 'accepted current']);
    expect(back[1]?.on).toBe('2025-01-21');
  });

  it('is not given up any more once the papers came in time', () => {
    const entries: Entry[] = [
      ['supplement.issued', '2025-01-20'],
      ['application.abandoned', '2025-01-28'],
    ];
    expect(shape(clockSteps(told('ABANDONED', entries, {}, { supplements })))).toEqual([
      ...['submitted done', 'supplement done', 'ended done'],
    ]);
    const undone = clockSteps(
      told('SUBMITTED', [...entries, ['supplement.provided', '2025-01-28']], {}, { supplements }),
    );
    expect(shape(undone).slice(0, 3)).toEqual(['submitted done', 'supplement done', 'accepted current']);
  });

  it('was accepted on the day it was in Shanghai', () => {
    const late = told('ACCEPTED', [accepted]);
    // 23:30 UTC on the 19th is the 20th in Shanghai.
    late.events[0] = { ...late.events[0]!, at: '2025-01-19T23:30:00.000Z' };
    expect(clockSteps(late).find(({ name }) => name === 'accepted')?.on).toBe('2025-01-20');
  });

  it('shows a survey under way, and the review by when', () => {
    const steps = clockSteps(told('SURVEY', [accepted, surveyed], { review: '2025-02-08' }));
    expect(shape(steps).slice(1, 4)).toEqual(['accepted done', 'survey current', 'preliminary ahead']);
    expect(steps[2]).toMatchObject({ due: '2025-02-08', words: '2025年1月21日 周二起' });
  });

  it('shows since when a notice hangs and its last day', () => {
    const entries = [accepted, surveyed, proposed, posted];
    const steps = clockSteps(told('NOTICE', entries, { noticeEnds: '2025-02-14' }));
    expect(steps.filter(({ name }) => name === 'notice')).toEqual([
      expect.objectContaining({
        ...{ state: 'current', due: '2025-02-14' },
        words: '2025年2月7日 周五贴出，到 2025年2月14日 周五',
      }),
    ]);
  });

  it('goes round again after an objection, each round on record', () => {
    const objected: Entry[] = [
      ...[accepted, surveyed, proposed, posted],
      ['objection.registered', '2025-02-10'],
    ];
    expect(labels(clockSteps(told('OBJECTION', objected)))).toBe(
      '提交 受理 调查 初审 公示 异议 初审 公示 上报 确认 公布 登记',
    );
    const again: Entry[] = [
      ...objected,
      ['resurvey.started', '2025-02-11'],
      ['review.proposed', '2025-02-17'],
      ['notice.posted', '2025-02-18'],
    ];
    const steps = clockSteps(told('NOTICE', again, { noticeEnds: '2025-02-25' }));
    expect(labels(steps)).toBe('提交 受理 调查 初审 公示 异议 重新核实 再次初审 公示 上报 确认 公布 登记');
    expect(steps.find(({ state }) => state === 'current')).toMatchObject({
      ...{ name: 'notice', due: '2025-02-25' },
    });
  });

  it('shows not eligible, the recheck, and what was returned by the district', () => {
    const entries: Entry[] = [accepted, surveyed, ['survey.notEligible', '2025-02-03']];
    expect(shape(clockSteps(told('NOT_ELIGIBLE', entries))).slice(2, 5)).toEqual([
      ...['survey done', 'notEligible current', 'preliminary ahead'],
    ]);
    const recheck: Entry[] = [...entries, ['recheck.requested', '2025-02-05']];
    expect(shape(clockSteps(told('RECHECK', recheck))).slice(3, 5)).toEqual([
      ...['notEligible done', 'recheck current'],
    ]);
    const back: Entry[] = [
      ...[accepted, surveyed, proposed, posted, reported],
      ['case.returned', '2025-02-17'],
    ];
    expect(shape(clockSteps(told('RESURVEY', back))).slice(5, 9)).toEqual([
      ...['reported done', 'returned done', 'resurvey current', 'preliminary ahead'],
    ]);
  });

  it('takes up the survey anew when the household has changed', () => {
    const steps = clockSteps(told('SURVEY', [accepted, surveyed, proposed]));
    expect(shape(steps).slice(2, 6)).toEqual([
      ...['survey done', 'preliminary done', 'survey current', 'preliminary ahead'],
    ]);
  });

  it('ends with what the district decided', () => {
    const way = [accepted, surveyed, proposed, posted, reported];
    const asked = clockSteps(told('REPORTED', way, { district: '2025-02-20', wholeCase: '2025-02-14' }));
    expect(asked.find(({ state }) => state === 'current')).toMatchObject({
      ...{ name: 'confirmation', due: '2025-02-20' },
    });
    const refused = clockSteps(told('REFUSED', [...way, ['case.refused', '2025-02-18']]));
    expect(refused.at(-1)).toMatchObject({ label: '不予确认', state: 'done', on: '2025-02-18' });
    expect(refused.every(({ state }) => state === 'done')).toBe(true);
    const registered: Entry[] = [
      ...[...way, confirmed],
      ['case.published', '2025-02-19'],
      ['case.registered', '2025-02-20'],
    ];
    const visits = told('REGISTERED', registered);
    visits.summary = { ...visits.summary, due: '2026-02-20' };
    expect(clockSteps(visits).slice(-2)).toEqual([
      expect.objectContaining({ name: 'registration', state: 'done', on: '2025-02-20' }),
      expect.objectContaining({ name: 'visit', state: 'current', due: '2026-02-20' }),
    ]);
  });

  it('ends with the registration when no visit follows', () => {
    const given: Entry[] = [accepted, confirmed, ['case.registered', '2025-02-20']];
    expect(shape(clockSteps(told('REGISTERED', given), false))).toEqual([
      ...['submitted done', 'accepted done', 'confirmation done', 'registration done'],
    ]);
  });

  it('of what is not posted leaves the notice out', () => {
    const proposedOnly = told('PRELIMINARY', [accepted, surveyed, proposed]);
    expect(labels(clockSteps(proposedOnly, false))).toBe('提交 受理 调查 初审 上报 确认 公布 登记');
    expect(clockSteps(proposedOnly, true).find(({ state }) => state === 'current')?.name).toBe('notice');
  });

  it('of help granted first asks for the explanation, then goes to publication', () => {
    const granted: Entry[] = [accepted, ['grant.madeFirst', '2025-01-20']];
    expect(shape(clockSteps(told('GRANTED', granted), false))).toEqual([
      ...['submitted done', 'accepted done', 'granted done', 'explained current'],
      ...['publication ahead', 'registration ahead'],
    ]);
  });

  it('a withdrawn case has an end and nothing ahead', () => {
    const gone = told('WITHDRAWN', [['application.withdrawn', '2025-01-21']]);
    expect(shape(clockSteps(gone))).toEqual(['submitted done', 'ended done']);
    expect(labels(clockSteps(gone))).toBe('提交 已撤回');
  });
});
