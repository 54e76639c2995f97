import { disputeMessages } from '../../../web/shared/disputes/dispute-messages.ts';
import { evidencePhotograph } from '../support/evidence.ts';
import type { Visit } from '../support/visit.ts';

/** Writes what is to be handed in, with a photograph; a dialog of a dispute or of evidence is open. */
export async function writeEvidence(visit: Visit, name: string, description: string): Promise<void> {
  await visit.field(disputeMessages, 'disputes.evidenceName').fill(name);
  await visit.field(disputeMessages, 'disputes.evidenceText').fill(description);
  await visit.main.getByRole('dialog').locator('input[type=file]').setInputFiles(evidencePhotograph);
  await visit.sees(visit.main.getByRole('dialog').getByText(evidencePhotograph.name));
}

/**
 * Allows a bond, unless that was done before (as by the people of the demonstration), then sends what it is for.
 *
 * @param name of the contract's function
 */
export async function sendWithBond(visit: Visit, name: string): Promise<void> {
  const [allow, send] = [visit.marked('approve'), visit.marked(name)];
  await visit.sees(allow.or(send).first());
  if (await allow.isVisible()) await allow.click();
  await send.click();
}
