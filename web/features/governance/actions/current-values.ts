import type { Abi } from 'viem';
import type { AppConfig } from '../../../app/config.ts';
import { abis, type ContractName } from '../../../shared/chain/contracts.ts';
import type { ChainClient } from '../../../shared/chain/use-chain-client.ts';
import type { ActionId } from './action-kinds.ts';

interface Read {
  readonly functionName: string;
  readonly args?: readonly unknown[];
}

/** What to ask a contract for the values of now; what an earlier answer says comes as `found`. */
type Reads = (keys: readonly bigint[], found: (read: Read) => Promise<unknown>) => Promise<unknown>;

const one =
  (functionName: string): Reads =>
  (_, found) =>
    found({ functionName });

const READS: Partial<Record<ActionId, Reads>> = {
  'settlement.setShares': (_, found) =>
    Promise.all(['expertBps', 'experiencerBps', 'communeBps'].map((functionName) => found({ functionName }))),
  'commodities.setBondRequired': one('bondRequired'),
  'commodities.setUnsealCharge': one('unsealChargeBps'),
  'models.setBondRequired': one('bondRequired'),
  'disputes.setBondRequired': one('bondRequired'),
  'evaluations.setKappa': one('kappaBps'),
  'evaluations.setBondMultiple': one('bondMultiple'),
  'platforms.setMinBond': one('minBond'),
  'court.setParameters': async (_, found) =>
    found({ functionName: 'parametersOf', args: [await found({ functionName: 'currentVersion' })] }),
  // The rules that were set last count from the next election on.
  'validators.setRules': async (_, found) =>
    found({ functionName: 'rulesAt', args: [await found({ functionName: 'nextElection' })] }),
  'memberships.setPrice': ([kind], found) => found({ functionName: 'announcedPriceOf', args: [Number(kind)] }),
  'governor.setTiming': ([decisionClass], found) => found({ functionName: 'timingOf', args: [Number(decisionClass)] }),
  'governor.setThreshold': one('thresholdBps'),
  'governor.updateQuorumNumerator': one('quorumNumerator'),
  'governor.setLateFlipExtension': one('lateFlipExtension'),
  'timelock.updateDelay': one('getMinDelay'),
};

/** What an action would change, as it is now, in the order of the action's fields after its keys; null: it changes no values. */
export async function currentValues(
  client: ChainClient,
  contracts: AppConfig['contracts'],
  id: ActionId,
  keys: readonly bigint[],
): Promise<bigint[] | null> {
  const contract = id.split('.')[0] as ContractName;
  const found = (read: Read) =>
    client.readContract({ address: contracts[contract], abi: abis[contract] as Abi, ...read } as never);
  const answer = await READS[id]?.(keys, found);
  return answer === undefined ? null : flat(answer);
}

/** Members of structs and lists one by one, in their order. */
function flat(value: unknown): bigint[] {
  if (typeof value === 'bigint' || typeof value === 'number') return [BigInt(value)];
  return Object.values(value as object).flatMap(flat);
}
