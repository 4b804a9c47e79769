import type { AssistanceKind } from '../../domain/application/application.ts';
import type { DemoPerson } from '../../district/testing/demo-people.ts';
import { portalApplication } from '../../district/testing/portal-applications.ts';
import { addDays } from '../../domain/values/iso-date.ts';
import { demoSections } from '../../station/testing/demo-household.ts';
import type { CaseRun } from '../walk/process/case-run.ts';
import { takeIn, withRelatives, type Intake } from '../walk/process/intake.ts';
import {
  accept,
  check,
  lastDay,
  object,
  post,
  propose,
  report,
  takeDown,
  toTheEnd,
  visitHome,
} from '../walk/process/steps.ts';
import type { WalkWorld } from '../walk/process/walk-world.ts';

/** The cases that the pictures show, by where they stand. */
export interface TownLife {
  registered: CaseRun;
  changed: CaseRun;
  reported: CaseRun;
  notice: CaseRun;
  supplement: CaseRun;
  surveyed: CaseRun;
  proposed: CaseRun;
  emergency: CaseRun;
}

/** Which fictional household departments know more about than it says; `surveyed` is taken in as this one. */
const known = 40;
export const departmentsKnow = (): DemoPerson[] => {
  const { identity: applicant } = demoSections(known);
  const asOf = '2026-10-31';
  const wage = { topic: 'income', kind: 'wage', amountFen: 120_000, periodMonths: 1 } as const;
  const home = { topic: 'property', kind: 'housing', amountFen: null } as const;
  const facts: DemoPerson['facts'] = {
    humanResources: [{ ...wage, label: '工资', text: '虚构物业服务部', asOf }],
    housing: [{ ...home, label: '住宅', text: '虚构路2号，62 平方米', asOf }],
  };
  return [{ name: '何示例', idNumber: applicant?.idNumber ?? '', facts }];
};

/** The household of `name`, so that a list shows different people; all fictional. */
const named =
  (name: string, further?: Intake['change']): NonNullable<Intake['change']> =>
  (sections, order) => {
    const own = sections.identity ? { ...sections, identity: { ...sections.identity, name } } : sections;
    const account = own.account ? { ...own, account: { ...own.account, holder: name } } : own;
    return further?.(account, order) ?? account;
  };

/** Some weeks of 杨家坪: ends in the morning of `today`, with a case at every step that has a picture. */
export async function liveTo(today: string, world: WalkWorld): Promise<TownLife> {
  const take = (name: string, kind: AssistanceKind = 'dibao', more: Partial<Intake> = {}) =>
    takeIn(world, { kind, ...more, change: named(name, more.change) });
  const registered = await take('陈示例');
  await toTheEnd(registered);
  const helped = await take('刘虚构', 'linshi');
  await toTheEnd(helped);
  const changed = await take('罗演示', 'tekun');
  await toTheEnd(changed);
  for (const run of [registered, helped, changed]) await run.quiet();

  world.clock.moveTo(addDays(today, -15));
  const reported = await take('杨样例');
  await ready([reported]);
  await reported.act('reviewer', propose);
  await reported.act('villager', post);
  const posted = world.today();
  const notice = await take('郭虚构');
  await ready([notice]);
  await notice.act('reviewer', propose);
  await notice.act('villager', post);
  const supplement = await take('许示范');
  await supplement.act('reviewer', { type: 'claim' });
  const missing = { slot: 'householdBook', memberId: null, note: '虚构：缺户口簿增减页' };
  const limit = addDays(world.today(), 12);
  const station = await world.station('window');
  await station.must('reviewer', 'case.issueSupplement', {
    ...{ caseId: supplement.id, items: [missing], limit, reason: null },
  });
  const late = await take('邓演示');
  world.clock.moveTo(lastDay(reported, posted), '17:30');
  await reported.act('villager', takeDown);
  await reported.act('reviewer', report);

  const surveyed = await take('何示例', 'dibao', { order: known });
  const proposed = await take('曾样例');
  await ready([surveyed, proposed]);
  await proposed.act('reviewer', propose);
  await notice.act('clerk', { type: 'registerObjection', objection: object(now(world)) });
  await changed.act('villager', {
    type: 'reportChange',
    change: { what: 'income', by: 'village', on: world.today(), note: '虚构：每月多了 200 元养老金' },
  });
  const declared = await take('唐示例', 'dibao', { change: withRelatives });
  const emergency = await take('冯虚构', 'linshi');
  const elsewhere = await take('何示例', 'linshi', { order: known, who: 'otherClerk' });
  await world.district.apply(portalApplication({ submittedAt: now(world) }));
  const open = [supplement, late, surveyed, proposed, changed, declared, emergency, elsewhere];
  for (const run of open) await run.quiet();
  return { registered, changed, reported, notice, supplement, surveyed, proposed, emergency };
}

const now = (world: WalkWorld): string => world.clock.now().toISOString();

/** Each accepted on the next working day, surveyed on those after it. */
async function ready(runs: readonly CaseRun[]): Promise<void> {
  const [{ world }] = runs as readonly [CaseRun];
  world.nextDay();
  for (const run of runs) await accept(run);
  world.nextDay();
  for (const run of runs) {
    await run.act('clerk', { type: 'startSurvey' });
    await check(run);
  }
  world.nextDay();
  for (const run of runs) await run.act('villager', visitHome);
}
