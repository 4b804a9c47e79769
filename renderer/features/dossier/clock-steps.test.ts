import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../contract/views.ts';
import { clockSteps } from './clock-steps.ts';

type Told = Parameters<typeof clockSteps>[0];
const event = (type: string, at: string): Dossier['events'][number] => ({
  version: 1,
  type,
  at,
  actorName: '',
  role: 'townReviewer',
  digest: '0'.repeat(64),
});
const told = (step: string, over: Partial<Told> = {}): Told => ({
  summary: { step, submittedOn: '2025-01-17' } as Dossier['summary'],
  supplements: [],
  events: [],
  due: {
    accept: '2025-01-21',
    survey: null,
    review: null,
    noticeEnds: null,
    district: null,
    wholeCase: null,
  },
  ...over,
});
const shape = (steps: ReturnType<typeof clockSteps>) => steps.map(({ name, state }) => `${name} ${state}`);
const accepted = told('ACCEPTED', {
  // 23:30 UTC on the 19th is the 20th in Shanghai.
  events: [event('application.accepted', '2025-01-19T23:30:00.000Z')],
  due: {
    accept: '2025-01-21',
    survey: '2025-01-22',
    review: '2025-02-08',
    noticeEnds: null,
    district: null,
    wholeCase: '2025-02-14',
  },
});

describe('the case clock of a dossier', () => {
  it('waits for acceptance after submitting', () => {
    expect(shape(clockSteps(told('SUBMITTED'))).slice(0, 3)).toEqual([
      'submitted done',
      'accepted current',
      'survey ahead',
    ]);
  });

  it('stands at the supplement until it is provided; then acceptance runs anew', () => {
    const supplements = [{ items: [], limit: '2025-01-27', issuedOn: '2025-01-20' }];
    const open = clockSteps(told('SUPPLEMENT', { supplements }));
    expect(shape(open).slice(0, 3)).toEqual(['submitted done', 'supplement current', 'accepted ahead']);
    expect(open[1]?.due).toBe('2025-01-27');
    const events = [event('supplement.provided', '2025-01-21T02:00:00.000Z')];
    const provided = clockSteps(told('SUBMITTED', { supplements, events }));
    expect(shape(provided).slice(0, 3)).toEqual(['submitted done', 'supplement done', 'accepted current']);
    expect(provided[1]?.on).toBe('2025-01-21');
  });

  it('was accepted on the day it was in Shanghai', () => {
    expect(clockSteps(accepted).find(({ name }) => name === 'accepted')?.on).toBe('2025-01-20');
  });

  it('a withdrawn case has an end and nothing ahead', () => {
    const gone = told('WITHDRAWN', { events: [event('application.withdrawn', '2025-01-21T02:00:00.000Z')] });
    expect(shape(clockSteps(gone))).toEqual(['submitted done', 'ended done']);
  });
});
