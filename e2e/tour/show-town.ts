import type { Locator } from 'playwright';
import { ProcessForms } from '../pages/process-forms.ts';
import { usernameOf } from '../walk/process/staff.ts';
import type { StationWindow } from './station-window.ts';
import type { TownLife } from './town-life.ts';
import { raiseByGrid, raiseByTown } from './records.ts';

const panel = { name: '办理', exact: true };

/** 网格员. */
export async function showGrid(window: StationWindow): Promise<void> {
  await window.signIn('demo.grid');
  await raiseByGrid(window);
  await window.visit('/alerts');
  await window.page.getByText('虚构路7号').first().waitFor();
  await window.picture('grid-alerts');
  await window.hand.press('n');
  await window.page.getByRole('dialog', { name: '登记预警' }).waitFor();
  await window.picture('grid-raise');
}

/** 村（居）. */
export async function showVillage(window: StationWindow, life: TownLife): Promise<void> {
  const { page, hand } = window;
  const forms = new ProcessForms(hand);
  await window.signIn(usernameOf('villager'));
  await window.visit('/');
  await page.getByRole('region', { name: '我的队列' }).waitFor();
  await window.picture('village-home');
  await window.visit(`/cases/${life.proposed.id}`);
  const notice = await forms.open('张贴公示');
  await forms.write(notice, { 贴在哪里: '村务公开栏、社区大门口' });
  await window.picture('village-post-notice');
  await window.visit(`/cases/${life.surveyed.id}`);
  await forms.open('填调查表');
  await window.picture('village-home-survey');
  await window.visit(`/cases/${life.registered.id}`);
  await forms.open('登记探访');
  await window.picture('village-visit');
}

const middle = (part: Locator): Promise<void> =>
  part.evaluate((found) => {
    found.scrollIntoView({ block: 'center' });
  });

/** 镇街审核. */
export async function showReviewer(window: StationWindow, life: TownLife): Promise<void> {
  const { page, hand } = window;
  const forms = new ProcessForms(hand);
  await window.signIn(usernameOf('reviewer'));
  await window.visit('/cases');
  await page.getByText('唐示例').first().waitFor();
  await window.picture('reviewer-queue');
  await window.visit(`/cases/${life.surveyed.id}`);
  await page.getByRole('region', panel).waitFor();
  await forms.read('调查核对');
  await middle(page.getByRole('region', { name: '申报和查到的比对' }));
  await window.picture('reviewer-survey');
  const propose = await forms.open('提出初审意见');
  await forms.tick(propose, '家庭财产符不符合规定', '符合');
  await window.picture('reviewer-propose');
  await window.visit(`/cases/${life.notice.id}`);
  await page.getByRole('region', panel).waitFor();
  const reviewed = await forms.read('初审与公示');
  await middle(reviewed.getByRole('region', { name: '公示', exact: true }));
  await window.picture('reviewer-objection');
}

/** 镇街负责人. */
export async function showHead(window: StationWindow, life: TownLife): Promise<void> {
  const { page, hand } = window;
  const forms = new ProcessForms(hand);
  await window.signIn(usernameOf('head'));
  await raiseByTown(window);
  await window.visit('/tickets');
  await page.getByText('保密').first().waitFor();
  await window.picture('head-tickets');
  await window.visit(`/cases/${life.emergency.id}`);
  await forms.open('先行救助');
  await window.picture('head-grant-first');
  await window.visit(`/cases/${life.surveyed.id}`);
  await forms.open('延长办理期限');
  await window.picture('head-extend');
}
