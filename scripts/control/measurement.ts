import type { Address } from 'viem';
import type { Settings } from '../residents/settings.ts';
import { testedFacts } from '../residents/write-report.ts';
import { measure } from '../seed/measurement.ts';
import { worldRandom } from '../seed/world-random.ts';
import type { MeasurementAnswer } from './api.ts';
import { ControlProblem } from './control-problem.ts';

/** Noise of the instruments that a visitor borrows, in parts per 10,000 of the tolerance. */
const BORROWED_NOISE_BPS = 1_000;

/** What an account's instruments show of a lot: nobody can hold a good of the local chain in his hands. @throws {ControlProblem} */
export async function measureFor(settings: Settings, lotId: number, address: Address): Promise<MeasurementAnswer> {
  const { chain, cast, truths } = settings;
  await chain.refresh();
  const lot = chain.lots.get(lotId);
  if (lot === undefined)
    throw new ControlProblem('lot-unknown', `There is no lot ${lotId}; lots have the ids 0, 1, 2, ….`);
  const isHim = (account: Address) => account.toLowerCase() === address.toLowerCase();
  const [id = 0] = [...chain.experiencers].find(([, account]) => isHim(account)) ?? [];
  const resident = cast.testers.find((tester) => isHim(tester.key.address));
  const instrumented = { id, noiseBps: resident?.noiseBps ?? BORROWED_NOISE_BPS };
  return { lotId, address, values: measure(testedFacts(lot, truths), instrumented, worldRandom()) };
}
