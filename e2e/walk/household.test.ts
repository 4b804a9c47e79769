import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultHousehold, readHousehold } from './household.ts';

const applicant = { name: '张示例', idNumber: '500107197903129818', address: '示例路1号（虚构）' };
const child = { name: '张样例', idNumber: '500107201609019844', relation: 'daughter', guardian: '张示例' };

async function read(household: unknown): Promise<string | 'taken'> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'household-')), 'h.json');
  await writeFile(file, typeof household === 'string' ? household : JSON.stringify(household));
  return readHousehold(file).then(
    () => 'taken',
    (error: unknown) => (error as Error).message,
  );
}

describe('a household file', () => {
  it('takes one person, and a family with a guardian', async () => {
    expect(await read({ applicant })).toBe('taken');
    expect(await read({ applicant, members: [child], incomes: [{ kind: 'wage', yuan: '1,200.50' }] })).toBe(
      'taken',
    );
    expect(await read(defaultHousehold)).toBe('taken');
  });

  it.each([
    [
      { applicant: { ...applicant, idNumber: '500107197903129817' } },
      'applicant.idNumber: idNumber.checkDigit',
    ],
    [{ applicant: { ...applicant, sex: 'female' } }, 'applicant.sex: idNumber.sexMismatch'],
    [{ applicant: { ...applicant, birth: '1979-03-13' } }, 'applicant.birth: idNumber.birthMismatch'],
    [{ applicant: { ...applicant, name: '张3' } }, 'applicant.name: personName.characters'],
    [{ applicant: { ...applicant, phone: '123' } }, 'applicant.phone: phone.format'],
    [{ applicant, incomes: [{ kind: 'wage', yuan: '-5' }] }, 'incomes.0.yuan: money.negative'],
    [{ applicant, incomes: [{ kind: 'wage', yuan: -5 }] }, 'incomes.0.yuan: money.negative'],
    [{ applicant, incomes: [{ kind: 'wage', yuan: '1.234' }] }, 'incomes.0.yuan: money.fraction'],
    [{ applicant, incomes: [{ of: '李四', kind: 'wage', yuan: '1' }] }, 'incomes.0.of: '],
    [{ applicant, members: [{ ...child, relation: 'cousin' }] }, 'members.0.relation: '],
    [{ applicant, members: [{ ...child, guardian: undefined }] }, 'members.0.guardian: '],
    [{ applicant, villageCode: '500107999001' }, 'villageCode: '],
    [{ applicant, pets: 1 }, 'pets: '],
    [{ applicant, agent: { kind: 'person', name: '王演示' } }, 'agent.phone: '],
    ['{', 'not a readable JSON file'],
  ])('names the field that is wrong: %#', async (household, said) => {
    expect(await read(household)).toContain(said);
  });
});
