import { type Actor, sent } from '../../../scripts/local/deploy-local.ts';
import { type Crowd, keeper } from './crowd.ts';
import { KINDS } from './governance.ts';

const UNLIMITED = 2n ** 256n - 1n;
const YEAR = 365n * 24n * 60n * 60n;
const COLLECTED_EVERY = 7;
/** Who registers later cannot pay. */
const PAYERS = 12;
const [RENEWED_BPS, CANCELLED_BPS] = [6_000, 5_000];

/** Lets the crowd pay for memberships. */
export async function fundMembers({ commune, testers }: Crowd): Promise<void> {
  const { asset, memberships } = commune.contracts;
  for (const { actor } of testers) {
    const args = [memberships.address, UNLIMITED] as const;
    await sent(commune, 'set-up', asset.write.approve(args, { account: actor.account }));
  }
}

/** Some join in a role, some of them again; others renew, for themselves or for somebody else; some cancel. */
export async function live(crowd: Crowd, week: number): Promise<void> {
  const { commune, testers } = crowd;
  const { memberships } = commune.contracts;
  const random = crowd.random.fork(`members ${week}`);
  const [first, second] = testers.map(({ actor }) => actor);
  if (first === undefined || second === undefined) throw new Error('there are no members');
  // Whatever the random numbers are: one is everything, and one cancels, comes back and cancels.
  if (week === 0) for (const kind of KINDS) await join(crowd, first, kind, 1);
  if (week === 1) await join(crowd, second, 0, 2);
  if (week === 2 || week === 6) await cancel(crowd, second, 0);
  if (week === 4) await join(crowd, second, 0, 1);
  for (const { actor } of random.shuffle(testers.slice(2, PAYERS)).slice(0, 3)) {
    const kind = random.pick(KINDS);
    const tokenId = await memberships.read.tokenOf([actor.account.address, kind]);
    if (!(await memberships.read.isMember([actor.account.address, kind])))
      await join(crowd, actor, kind, random.integer(1, 3));
    else if (random.chance(RENEWED_BPS)) await renew(crowd, random.pick([actor, first]), tokenId);
    else if (random.chance(CANCELLED_BPS)) await cancel(crowd, actor, kind);
  }
  if (week % COLLECTED_EVERY === 5) await sent(commune, 'collect', memberships.write.collect(keeper(commune)));
}

/** Everything has expired, or nearly; somebody begins anew, and pays the price of now. */
export async function yearLater(crowd: Crowd): Promise<void> {
  const [first] = crowd.testers;
  if (first === undefined) throw new Error('there are no members');
  const { memberships } = crowd.commune.contracts;
  const tokenId = await memberships.read.tokenOf([first.actor.account.address, 0]);
  if (await memberships.read.isMember([first.actor.account.address, 0])) throw new Error('it has not expired');
  await renew(crowd, first.actor, tokenId);
}

async function join({ commune }: Crowd, { account }: Actor, kind: number, years: number): Promise<void> {
  const { memberships } = commune.contracts;
  await sent(commune, 'join', memberships.write.join([kind, years, UNLIMITED], { account }));
}

async function cancel({ commune }: Crowd, { account }: Actor, kind: number): Promise<void> {
  const { memberships } = commune.contracts;
  const tokenId = await memberships.read.tokenOf([account.address, kind]);
  await sent(commune, 'cancel', memberships.write.cancelSubscription([tokenId], { account }));
}

/** In one way or the other, if another year can be paid. */
async function renew({ commune }: Crowd, { account }: Actor, tokenId: bigint): Promise<void> {
  const { memberships } = commune.contracts;
  if (!(await memberships.read.isRenewable([tokenId]))) return;
  if (tokenId % 2n === 0n) await sent(commune, 'renew', memberships.write.renew([tokenId, 1, UNLIMITED], { account }));
  else await sent(commune, 'renew', memberships.write.renewSubscription([tokenId, YEAR], { account }));
}
