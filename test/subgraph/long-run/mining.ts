import { accountIndex } from '../../../scripts/local/accounts.ts';
import { sent } from '../../../scripts/local/deploy-local.ts';
import { type Crowd, keeper } from './crowd.ts';

const FINAL = 2;
/** Rounds that nobody registers, and claims that wait. */
const [FORGOTTEN_BPS, PATIENT_BPS] = [1_500, 3_000];
const TREASURY_EVERY = 3;
/** Takes over what the founders have not got yet. */
export const SUCCESSOR = 146;

/** Registers rounds of the epoch before, claims what others mined, and now and then mints for the treasury. */
export async function mine(crowd: Crowd, epoch: number): Promise<void> {
  const { commune } = crowd;
  const { commodities, emission, evaluations } = commune.contracts;
  const random = crowd.random.fork(`mining ${epoch}`);
  const count = await commodities.read.lotCount();
  for (let lotId = 0; lotId < count; lotId++) {
    const { state, closed, shares, scoringEpoch } = await evaluations.read.roundOf([lotId]);
    if (state !== FINAL || !closed || shares === 0n) continue;
    if (scoringEpoch === epoch - 1 && !random.chance(FORGOTTEN_BPS))
      await sent(commune, 'register round', emission.write.register([lotId], keeper(commune)));
    if (scoringEpoch === epoch - 2 || scoringEpoch === epoch - 4) await claim(crowd, lotId, epoch);
  }
  if (epoch % TREASURY_EVERY === 0) await sent(commune, 'mint', emission.write.mintTreasury(keeper(commune)));
}

async function claim(crowd: Crowd, lotId: number, epoch: number): Promise<void> {
  const { commune, testers } = crowd;
  const { emission } = commune.contracts;
  const random = crowd.random.fork(`claims ${lotId}/${epoch}`);
  for (const { id } of testers) {
    const isDone = (await emission.read.minedBy([lotId, id])) === 0n || (await emission.read.isClaimed([lotId, id]));
    if (isDone || random.chance(PATIENT_BPS)) continue;
    await sent(commune, 'claim', emission.write.claim([lotId, id], keeper(commune)));
  }
}

/** CTT of founders has begun to vest: it comes out, before and after it changes hands; so does what does not count. */
export async function yearLater(crowd: Crowd): Promise<void> {
  const { commune } = crowd;
  const { asset, token, vesting } = commune.contracts;
  const release = (of: `0x${string}`) => sent(commune, 'release', vesting.write.release([of], keeper(commune)));
  await release(token.address);
  const { account } = commune.actor(accountIndex.founders);
  const successor = commune.actor(SUCCESSOR).account.address;
  await sent(commune, 'hand over', vesting.write.transferOwnership([successor], { account }));
  await release(token.address);
  await sent(commune, 'drip', asset.write.drip([vesting.address, 1_000n], keeper(commune)));
  await release(asset.address);
  await sent(commune, 'mint', commune.contracts.emission.write.mintTreasury(keeper(commune)));
}
