import { validatorsMessages } from '../../../web/features/validators/messages.ts';
import { see } from '../support/see.ts';
import type { Visit } from '../support/visit.ts';

/** What the buttons of one's own stake and candidacy open. */
export type ValidatorForm = 'stand' | 'setCommission' | 'bond' | 'choose' | 'unbond';

/** Opens one of the forms; the page of validators is open. */
export async function openForm(visit: Visit, form: ValidatorForm) {
  await visit.button(validatorsMessages, `validators.${form}`).click();
  const dialog = visit.main.getByRole('dialog');
  await visit.sees(dialog);
  return dialog;
}

/** Sends what the open form is for, and waits until the index has it. @param name of the contract's function */
export async function sendForm(visit: Visit, name: string): Promise<void> {
  await visit.marked(name).click();
  await see(visit.main.getByRole('dialog')).toBeHidden();
}

/** Names a candidate, or names him no longer; a form with the list of candidates is open. */
export async function tick(visit: Visit, candidate: string, isChosen: boolean): Promise<void> {
  const box = visit.main.getByRole('dialog').locator('label', { hasText: candidate }).getByRole('checkbox');
  await box.setChecked(isChosen);
}

/** Shows one of the lists of the page. */
export async function openTab(visit: Visit, tab: 'seats' | 'election' | 'candidates'): Promise<void> {
  await visit.main.locator(`[role=tab][id$=${tab}]`).click();
}
