import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../contract/views.ts';
import { blankForms } from './blank-forms.ts';
import { aboutWords } from './documents-trail.ts';

const events = [
  ['case.opened', '2026-03-02'],
  ['application.submitted', '2026-03-02'],
  ['case.claimed', '2026-03-03'],
  ['application.accepted', '2026-03-04'],
].map(([type, on], index): Dossier['events'][number] => ({
  ...{ version: index + 1, type: type ?? '', at: `${on ?? ''}T01:00:00.000Z`, actorName: '' },
  ...{ role: 'townReviewer', digest: '0'.repeat(64) },
}));

describe('what a paper is about', () => {
  it('is counted without desk work, as the record counts it', () => {
    expect(aboutWords(events, 3)).toBe('受理，2026年3月4日 周三');
    expect(aboutWords(events, 4)).toBeNull();
  });
});

describe('forms to take along', () => {
  it('are those of the step', () => {
    expect(blankForms('SUBMITTED')).toEqual([]);
    expect(blankForms('SURVEY')).toContain('surveyHomeForm');
    expect(blankForms('REGISTERED')).toEqual(['visitRecord']);
    expect(blankForms('REASSESSMENT')).toContain('hearingRecord');
  });
});
