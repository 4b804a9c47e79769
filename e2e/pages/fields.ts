import type { Locator, Page } from 'playwright';
import type { Interactions } from './interactions.ts';

type Scope = Page | Locator;

/** Fields as every form of the product has them, found by their label. */
export const textField = (scope: Scope, label: string): Locator =>
  scope.getByRole('textbox', { name: label, exact: true });

export const radio = (scope: Scope, question: string, answer: string): Locator =>
  scope
    .getByRole('radiogroup', { name: question, exact: true })
    .getByRole('radio', { name: answer, exact: true });

/** A searchable list: type, then take the entry; one that stands already is left alone. */
export async function pick(hand: Interactions, scope: Scope, label: string, entry: string): Promise<void> {
  await pickIn(hand, scope.getByRole('combobox', { name: label, exact: true }), entry);
}

export async function pickIn(hand: Interactions, list: Locator, entry: string): Promise<void> {
  if ((await list.inputValue()) === entry) return;
  await hand.fill(list, entry);
  await hand.click(hand.page.getByRole('option', { name: entry, exact: true }));
}

/** The sentence under a field: what is wrong, or how to write it. */
export async function fieldNote(field: Locator): Promise<string> {
  const ids = (await field.getAttribute('aria-describedby'))?.split(' ') ?? [];
  const help = ids.find((id) => id.endsWith('-help'));
  if (!help) return '';
  return field.evaluate((element, id) => element.ownerDocument.getElementById(id)?.textContent ?? '', help);
}
