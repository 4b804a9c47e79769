import { ProcessForms } from '../pages/process-forms.ts';
import { usernameOf } from '../walk/process/staff.ts';
import type { StationWindow } from './station-window.ts';
import type { TownLife } from './town-life.ts';

/** 区级审核, 区级负责人. */
export async function showDistrict(window: StationWindow, life: TownLife): Promise<void> {
  const { page, hand } = window;
  const forms = new ProcessForms(hand);
  await window.visit('/cases');
  await page.getByText('杨样例').first().waitFor();
  await window.picture('district-queue');
  await window.visit(`/cases/${life.reported.id}`);
  await forms.open('确认');
  await window.picture('district-confirm');
  await window.visit(`/cases/${life.changed.id}`);
  await forms.open('登记听取意见');
  await window.picture('district-hearing');
  await window.signIn(usernameOf('districtHead'));
  await window.visit('/supervision');
  await page.getByRole('heading', { name: /各步骤用时/ }).waitFor();
  await window.picture('district-supervision');
  await page.getByRole('heading', { name: /各步骤用时/ }).scrollIntoViewIfNeeded();
  await window.picture('district-supervision-times');
}
