import { expect, it } from 'vitest';
import type { PersonForm } from '../../domain/application/person.ts';
import { idCheckDigit } from '../../domain/values/id-number.ts';
import { CoreFixture } from '../testing/core-fixture.ts';
import { fillDraft } from '../testing/demo-household.ts';

const numbered = (first17: string): string => first17 + idCheckDigit(first17);

it.each<[string, Partial<PersonForm>]>([
  ['a residence permit of 香港', { idKind: 'hkMoTwPermit', idNumber: numbered('81000019800101003') }],
  ['a residence permit of 澳门', { idKind: 'hkMoTwPermit', idNumber: numbered('82000019800101003') }],
  ['a residence permit of 台湾', { idKind: 'hkMoTwPermit', idNumber: numbered('83000019800101003') }],
  ['a number of a dissolved region', { idNumber: numbered('51020219800101003') }],
  ['䶮 in the name', { name: '王䶮示' }],
  ['𬭸 in the name', { name: '王𬭸示' }],
  ['a dot in the name', { name: '示例·买买提' }],
])(
  '%s: from the first field to the dossier, found by name and number, with a receipt',
  async (_, unusual) => {
    const fixture = await CoreFixture.open();
    try {
      await fixture.login('clerk');
      const must: CoreFixture['must'] = (...values) => fixture.must(...values);
      const draftId = await fillDraft(
        (name, input, binary) => must('clerk', name, input, binary),
        '2026-03-10',
        1,
        unusual,
      );
      const { caseId } = await must('clerk', 'application.submit', { draftId });
      const { dossier } = await must('clerk', 'case.dossier', { caseId, purpose: 'handling' });
      const [applicant] = dossier.application.members;
      expect(applicant).toMatchObject(unusual);
      for (const search of [applicant!.name, applicant!.name.slice(-2), applicant!.idNumber]) {
        const { cases } = await must('clerk', 'case.list', { step: null, search });
        expect(
          cases.map(({ id }) => id),
          search,
        ).toEqual([caseId]);
      }
      const receipt = await fixture.call('clerk', 'case.receipt', { caseId });
      expect(receipt).toMatchObject({ ok: true });
    } finally {
      await fixture.close();
    }
  },
);
