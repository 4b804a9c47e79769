import { describe, expect, it } from 'vitest';
import { decideSubmit } from '../case/decide-submit.ts';
import { clerk, sampleSubmitOf, testContext } from '../testing/sample-application.ts';
import { AssistanceKind } from './application.ts';

describe.each(AssistanceKind.options)('an application for %s', (kind) => {
  it('is decided a case when nothing is missing', () => {
    const decision = decideSubmit(sampleSubmitOf(kind), testContext(clerk));
    expect(decision).toMatchObject({ ok: true });
  });
});
