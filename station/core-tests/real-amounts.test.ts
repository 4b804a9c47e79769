import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { demoAmounts } from '../../domain/rules/shipped.ts';
import { createDistrictLink } from '../district-link/create-district-link.ts';
import { CoreFixture } from '../testing/core-fixture.ts';
import { fillDraft } from '../testing/demo-household.ts';
import { startRealDistrict } from '../testing/real-district.ts';

const first = {
  ...demoAmounts,
  ...{ id: 'example-2026', title: '示例标准', source: '示例文件', fictional: false, standardFen: 20_000 },
};
const second = { ...first, id: 'example-later', effectiveFrom: '2026-03-11', standardFen: 40_000 };

/** The station's core against the server as its own process, configured as its operator would. */
describe('a district with amounts of its own', () => {
  let folder: string;
  let district: Awaited<ReturnType<typeof startRealDistrict>>;
  let fixture: CoreFixture;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nuanchuang-amounts-'));
    const file = join(folder, 'amounts.json');
    await writeFile(file, JSON.stringify([first, second]));
    district = await startRealDistrict({ DISTRICT_AMOUNTS: file, DISTRICT_VERIFIABLE: 'disabilityCard' });
    const link = createDistrictLink({ baseUrl: district.url });
    const named = {
      ...link,
      login: (...[name, word, id]: Parameters<typeof link.login>) => link.login(name, word, id, '测试设备'),
    };
    fixture = await CoreFixture.open((ports) => ({ ...ports, district: named }));
    fixture.core.start();
  });
  afterAll(async () => {
    await fixture.close();
    await district.close();
    await rm(folder, { recursive: true, force: true });
  });

  const submit = async (order: number) => {
    const draftId = await fillDraft(
      (name, input, binary) => fixture.must('clerk', name, input, binary),
      '2026-03-10',
      order,
    );
    return (at: string) => {
      fixture.clock.now = new Date(at);
      return fixture.must('clerk', 'application.submit', { draftId });
    };
  };
  const onRecord = async (caseId: string) => {
    const { dossier } = await fixture.must('clerk', 'case.dossier', { caseId, purpose: 'handling' });
    return { sync: dossier.summary.sync, caseNo: dossier.summary.caseNo, ...dossier.arithmetic };
  };

  it('takes what a station submits on both sides of the midnight at which they change', async () => {
    const { accounts } = await fixture.must('setup', 'setup.loadDemo', {});
    const { username, password } = accounts.find((one) => one.username === 'demo.clerk1')!;
    await fixture.must('clerk', 'session.login', { username, password });
    const [before, after] = [await submit(1), await submit(2)];
    const cases = [await before('2026-03-10T15:59:59.999Z'), await after('2026-03-10T16:00:00.000Z')];
    await vi.waitFor(
      async () => {
        const taken = await Promise.all(cases.map(({ caseId }) => onRecord(caseId)));
        expect(taken).toMatchObject([
          { sync: 'acknowledged', amountsId: 'example-2026', standardFen: 20_000, belowStandard: false },
          { sync: 'acknowledged', amountsId: 'example-later', standardFen: 40_000, belowStandard: true },
        ]);
        for (const { caseNo } of taken) expect(caseNo).toMatch(/^九/);
      },
      { timeout: 20_000, interval: 50 },
    );
    expect(await fixture.store.read.outbox('attention')).toEqual([]);
  });
});
