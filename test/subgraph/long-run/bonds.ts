import { accountIndex } from '../../../scripts/local/accounts.ts';
import { fund, sent } from '../../../scripts/local/deploy-local.ts';
import { localKey } from '../../../scripts/local/keys.ts';
import { currentEpoch } from '../../../scripts/local/time.ts';
import { CHALLENGER, type Crowd, keeper, NEW_OPERATOR, SIGNERS } from './crowd.ts';

const BOND = 100_000_000_000n;
const TOP_UP = 30_000_000_000n;
const LEAVING = 20_000_000_000n;
const FARTHEST_EPOCH = 4_294_967_295;
const operatorOf = (crowd: Crowd) => ({ account: crowd.commune.actor(accountIndex.platform).account });
const keyOf = (i: number) => localKey(SIGNERS[i] as number).address;

/** Bond of the second platform, and where copies of its order files are. */
export async function putUp(crowd: Crowd): Promise<void> {
  const { commune, platformIds } = crowd;
  const { platforms } = commune.contracts;
  const [, second = 0] = platformIds;
  await fund(commune, commune.actor(accountIndex.platform), BOND);
  await sent(commune, 'bond', platforms.write.depositBond([second, BOND], operatorOf(crowd)));
  const mirrors = ['https://copies.example/files', 'ipfs://mirror'];
  await sent(commune, 'mirrors', platforms.write.setMirrors([second, mirrors], operatorOf(crowd)));
}

/** Asks for a part of both bonds; one operator changes his mind. Keys change, one before it came into force. */
export async function askBack(crowd: Crowd): Promise<void> {
  const { commune, platformIds } = crowd;
  const { platforms } = commune.contracts;
  const [first = 0, second = 0] = platformIds;
  const next = (await currentEpoch(commune)) + 1;
  for (const amount of [2n * LEAVING, LEAVING]) {
    await sent(commune, 'ask', platforms.write.requestWithdrawal([second, amount], operatorOf(crowd)));
  }
  await sent(commune, 'ask', platforms.write.requestWithdrawal([first, LEAVING], operatorOf(crowd)));
  await sent(commune, 'ask', platforms.write.requestWithdrawal([first, 0n], operatorOf(crowd)));
  for (const i of [0, 1]) {
    await sent(commune, 'key', platforms.write.setSigner([first, keyOf(i), next], operatorOf(crowd)));
  }
  await sent(commune, 'key', platforms.write.setSigner([second, keyOf(2), next + 1], operatorOf(crowd)));
}

/** Others add to the bonds; pledges, rewards and the audit fund's part are paid out once, so that later ones stay. */
export async function payOut(crowd: Crowd): Promise<void> {
  const { commune, platformIds, producer } = crowd;
  const { asset, platforms, demands } = commune.contracts;
  const payer = { account: producer.account };
  for (const id of platformIds) await sent(commune, 'bond', platforms.write.depositBond([id, TOP_UP], payer));
  const challenger = commune.actor(CHALLENGER).account.address;
  const before = await asset.read.balanceOf([challenger]);
  const reward = await platforms.read.rewardOf([challenger]);
  await sent(commune, 'reward', platforms.write.withdrawReward([challenger], keeper(commune)));
  if ((await asset.read.balanceOf([challenger])) !== before + reward) throw new Error('the reward was not paid');
  await sent(commune, 'pledge', platforms.write.withdrawPledge([challenger], keeper(commune)));
  await sent(commune, 'pledge', demands.write.withdrawPledge([challenger], keeper(commune)));
  for (const id of platformIds) {
    if ((await platforms.read.pledgesWonBy([id])) > 0n) {
      await sent(commune, 'pledges', platforms.write.collectPledges([id], keeper(commune)));
    }
    await sent(commune, 'pledges', demands.write.collectPledges([id], keeper(commune)));
    if ((await platforms.read.platformOf([id])).auditAccrued > 0n) {
      await sent(commune, 'audit', platforms.write.collectAudit([id], keeper(commune)));
    }
  }
}

/** The reward of the first equivocation; that of the other stays. */
export async function payAuditor({ commune, contradictions }: Crowd): Promise<void> {
  const { platforms } = commune.contracts;
  const [first] = contradictions;
  if (first === undefined) throw new Error('nobody contradicted himself');
  const args = [first.platformId, first.orderId] as const;
  await sent(commune, 'reward', platforms.write.withdrawEquivocationReward(args, keeper(commune)));
}

/** The second platform changes hands, and its new operator gets what was asked for. */
export async function handOver(crowd: Crowd): Promise<void> {
  const { commune, platformIds } = crowd;
  const { platforms } = commune.contracts;
  const [first = 0, second = 0] = platformIds;
  const { account } = commune.actor(NEW_OPERATOR);
  for (const id of platformIds) {
    await sent(commune, 'offer', platforms.write.offerOperator([id, account.address], operatorOf(crowd)));
  }
  await sent(commune, 'accept', platforms.write.acceptOperator([second], { account }));
  await sent(commune, 'withdraw', platforms.write.withdrawBond([second], { account }));
  await sent(commune, 'ask', platforms.write.requestWithdrawal([first, LEAVING], operatorOf(crowd)));
  await sent(commune, 'key', platforms.write.setSigner([first, keyOf(2), FARTHEST_EPOCH], operatorOf(crowd)));
}
