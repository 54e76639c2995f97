import { experienceMessages } from '../../../web/features/experience/messages.ts';
import { reportMessages } from '../../../web/features/experience/report-messages.ts';
import { evidencePhotograph } from '../support/evidence.ts';
import { see } from '../support/see.ts';
import type { Visit } from '../support/visit.ts';

/** Becomes an experiencer; the desk is open. */
export async function register(visit: Visit): Promise<void> {
  await visit.marked('register').click();
  await visit.sees(visit.main.getByText(visit.say(experienceMessages, 'experience.number', { id: '' })).first());
}

/** Values, evidence, seal, transaction, by somebody who has no money for the bond; the report page of the lot is open. */
export async function commit(visit: Visit): Promise<void> {
  await visit.marked('report-ready').click();
  await visit.sees(visit.main.getByRole('alert').first());
  await visit.marked('measure').click();
  await visit.main.locator('input[type=file]').first().setInputFiles(evidencePhotograph);
  await visit.sees(visit.main.getByText(evidencePhotograph.name));
  await visit.field(reportMessages, 'report.yourInstruments').fill('Demo bench, calibrated 2026-05');
  await visit.marked('report-ready').click();
  await visit.marked('report-seal').click();
  const faucet = visit.marked('faucet');
  await visit.sees(visit.say(reportMessages, 'report.balanceLow', { amount: '0.00' }), faucet);
  await see(visit.marked('commit')).toBeDisabled();
  await faucet.click();
  await visit.marked('commit').click();
  await visit.sees(visit.say(experienceMessages, 'experience.step.awaitReveal'));
}

export async function reveal(visit: Visit): Promise<void> {
  await visit.marked('report-publish').click();
  await visit.sees(visit.say(reportMessages, 'report.published'));
  await visit.marked('reveal').click();
  await visit.sees(visit.say(experienceMessages, 'experience.step.awaitTally'));
}

/** Takes bond and reward, unless the keeper was faster. */
export async function claim(visit: Visit): Promise<void> {
  const done = visit.main.getByText(visit.say(experienceMessages, 'experience.step.done'), { exact: true }).first();
  const button = visit.marked('claim');
  await visit.sees(done.or(button).first());
  if (await button.isVisible()) await button.click();
  await visit.sees(done, visit.say(reportMessages, 'report.paid'));
}
