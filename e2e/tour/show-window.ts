import { fillDraft } from '../../station/testing/demo-household.ts';
import { radio, textField } from '../pages/fields.ts';
import { ProgressPage } from '../pages/progress-page.ts';
import { usernameOf } from '../walk/process/staff.ts';
import type { StationWindow } from './station-window.ts';
import type { TownLife } from './town-life.ts';

/** 窗口经办. */
export async function showClerk(window: StationWindow, life: TownLife): Promise<void> {
  const { page, hand, must } = window;
  await window.signIn(usernameOf('clerk'));
  const { today } = await must('system.status', {});
  const draftId = await fillDraft(must, today, 70, {}, 'rigidExpenditure');
  await window.visit('/');
  await page.getByRole('region', { name: '我的草稿' }).getByText('张示例').waitFor();
  await window.picture('clerk-home');
  await hand.press('n');
  await page.getByRole('dialog', { name: '申请哪一种救助' }).waitFor();
  await window.picture('clerk-kinds');
  await window.visit('/prescreen');
  await hand.check(radio(page, '最近有没有突然遇到难处', '没有'));
  await hand.fill(textField(page, '需要帮助的人几岁'), '46');
  await hand.fill(textField(page, '一起生活的有几个人'), '2');
  await hand.fill(textField(page, '全家一个月大约收入'), '600');
  await window.picture('clerk-prescreen');
  await window.visit(`/apply/${draftId}/expenses`);
  await page.getByRole('region', { name: '必需支出', exact: true }).waitFor();
  await window.picture('clerk-application');
  await window.visit(`/cases/${life.supplement.id}`);
  await page.getByRole('region', { name: '办理', exact: true }).waitFor();
  await window.picture('clerk-supplement');
}

/** 居民: progress and guide, without anybody signed in. */
export async function showResident(window: StationWindow, life: TownLife): Promise<void> {
  const { page, hand, must } = window;
  await window.signIn(usernameOf('clerk'));
  const asked = { caseId: life.notice.id, purpose: 'handling' as const };
  const { dossier } = await must('case.dossier', asked);
  const idLast4 = dossier.application.members[0]?.idNumber.slice(-4) ?? '';
  await window.signOut();
  await window.visit('/progress');
  await new ProgressPage(hand).find(dossier.summary.caseCode, idLast4);
  await window.picture('resident-progress');
  await window.visit('/guide');
  await page.getByRole('heading').first().waitFor();
  await window.picture('resident-guide');
}
