import { describe, expect, it } from 'vitest';
import { Application, AssistanceKind } from '../application/application.ts';
import { demoAmounts } from '../rules/shipped.ts';
import {
  clerk,
  sampleEvidence,
  sampleSections,
  sampleSectionsOf,
  sampleSubmit,
  sampleSubmitOf,
  testContext,
  testId,
} from '../testing/sample-application.ts';
import { decideSubmit } from './decide-submit.ts';

type Submit = ReturnType<typeof sampleSubmitOf>;
const outcome = (command: Submit, amounts = [demoAmounts]): string => {
  const decision = decideSubmit(command, { ...testContext(clerk), amounts });
  return decision.ok ? 'ok' : decision.failure.code;
};
const failed = (command: Submit) => {
  const decision = decideSubmit(command, testContext(clerk));
  return decision.ok ? null : decision.failure;
};
const stating = (kind: AssistanceKind, change: Partial<Application>): Submit => {
  const command = sampleSubmitOf(kind);
  return { ...command, application: { ...command.application, ...change } };
};

describe.each(AssistanceKind.options)('the submission of %s', (kind) => {
  it('is decided with what was found, and carries only what the kind asks', () => {
    const command = sampleSubmitOf(kind);
    expect(outcome(command)).toBe('ok');
    expect(command.application.result).toMatchObject({ kind, amountsId: 'amounts-demo', outcome: 'open' });
    expect(Application.parse(command.application)).toEqual(command.application);
  });

  it('recomputes the result by the amounts in force', () => {
    const { result } = sampleSubmitOf(kind).application;
    expect(outcome(stating(kind, { result: { ...result!, outcome: 'met' } }))).toBe(
      'submit.arithmeticDiffers',
    );
    expect(outcome(stating(kind, { result: { ...result!, firstGrantFen: 1 } }))).toBe(
      'submit.arithmeticDiffers',
    );
    const other = kind === 'dibao' ? 'tekun' : 'dibao';
    expect(outcome(stating(kind, { result: { ...result!, kind: other } }))).toBe('submit.arithmeticDiffers');
  });

  it('may lack the result only where there was none yet: 低保', () => {
    const { result, ...before } = sampleSubmitOf(kind).application;
    expect(result).toBeDefined();
    const command = { ...sampleSubmitOf(kind), application: before };
    expect(outcome(command)).toBe(kind === 'dibao' ? 'ok' : 'submit.arithmeticDiffers');
  });

  it('needs each answer that only this kind asks', () => {
    const parts: Record<AssistanceKind, (keyof Application)[]> = {
      dibao: [],
      dibaoMargin: [],
      rigidExpenditure: ['expenses'],
      tekun: ['supporters', 'selfCare', 'account'],
      linshi: ['emergency', 'account'],
    };
    for (const part of parts[kind]) {
      const without = stating(kind, { [part]: undefined });
      expect(failed(without), part).toEqual({ code: 'submit.materialMissing', data: { slots: [part] } });
    }
  });
});

describe('what each kind hangs on', () => {
  it('临时救助 needs neither income nor property, and the applicant’s signature alone', () => {
    expect(sampleSubmitOf('linshi').application).toMatchObject({ income: { none: false, entries: [] } });
    const sections = { ...sampleSectionsOf('linshi'), ...pick(sampleSections([{}])) };
    const command = sampleSubmit(
      sections,
      sampleEvidence(sections, '2025-01-24', 'linshi'),
      '2025-01-24',
      demoAmounts,
      'linshi',
    );
    expect(command.signatures.map(({ memberId }) => memberId)).toEqual([testId(1)]);
    expect(outcome(command)).toBe('ok');
    expect(failed({ ...command, signatures: [] })).toEqual({
      ...{ code: 'submit.signatureMissing', data: { memberIds: [testId(1)] } },
    });
  });

  it('the other kinds need both', () => {
    const { income } = sampleSubmitOf('tekun').application;
    const nothing = { ...income, none: false, entries: [] };
    for (const kind of ['dibao', 'dibaoMargin', 'tekun', 'rigidExpenditure'] as const) {
      const slots = { property: {}, income: nothing };
      expect(failed(stating(kind, slots))?.data, kind).toEqual({ slots: ['income', 'property'] });
    }
  });

  it('a supporter who agreed must have signed on paper', () => {
    const sections = sampleSectionsOf('tekun');
    const one = {
      ...{ id: testId(70), name: '李虚构', relation: '儿子' },
      monthIncomeFen: null,
      able: false,
    };
    const with1 = (consent: boolean) => ({
      ...sections,
      supporters: { none: false, people: [{ ...one, consent }] },
    });
    const submit = (consent: boolean) =>
      sampleSubmit(
        with1(consent),
        sampleEvidence(with1(consent), '2025-01-24', 'tekun'),
        '2025-01-24',
        demoAmounts,
        'tekun',
      );
    const agreed = submit(true);
    expect(agreed.documents.map(({ slot, memberId }) => [slot, memberId])).toContainEqual([
      'authorization',
      testId(70),
    ]);
    expect(outcome(agreed)).toBe('ok');
    const papers = agreed.documents.filter(({ memberId }) => memberId !== testId(70));
    expect(failed({ ...agreed, documents: papers })).toEqual({
      ...{ code: 'submit.materialMissing', data: { slots: ['authorization'] } },
    });
    expect(submit(false).documents.map(({ slot }) => slot)).not.toContain('authorization');
    expect(outcome(submit(false))).toBe('ok');
  });

  it.each([
    ['fire', ['incidentRecord']],
    ['traffic', ['incidentRecord']],
    ['accident', ['incidentRecord']],
    ['illness', ['expenseReceipts']],
    ['education', ['expenseReceipts']],
    ['disaster', []],
    ['other', []],
  ] as const)('after %s it asks for %j', (kind, more) => {
    const sections = sampleSectionsOf('linshi');
    const changed = { ...sections, emergency: { ...sections.emergency, kind } };
    const { documents } = sampleSubmit(
      changed,
      sampleEvidence(changed, '2025-01-24', 'linshi'),
      '2025-01-24',
      demoAmounts,
      'linshi',
    );
    expect(documents.map(({ slot }) => slot)).toEqual(['idCard', 'account', ...more]);
  });

  it('where the household is registered is carried when it was said', () => {
    const away = { where: 'otherDistrict' as const, place: '虚构县' };
    const sections = { ...sampleSections(), registeredElsewhere: away };
    const command = sampleSubmit(sections);
    expect(command.application.registeredElsewhere).toEqual(away);
    expect(outcome(command)).toBe('ok');
    expect(sampleSubmit().application).not.toHaveProperty('registeredElsewhere');
  });
});

const pick = ({ members, livesAlone }: ReturnType<typeof sampleSections>) => ({ members, livesAlone });
