import { type Abi, type Address, zeroAddress } from 'viem';
import type { ContractName } from '../contract-names.ts';
import type { Deployed } from './deployed.ts';
import { eventsOf } from './events.ts';
import type { Facts } from './facts.ts';

/** What every contract knows of others: view, and whose address it gives. */
const WIRES: readonly [contract: ContractName, view: string, to: ContractName][] = [
  ['models', 'asset', 'asset'],
  ['models', 'disputes', 'disputes'],
  ['commodities', 'asset', 'asset'],
  ['commodities', 'models', 'models'],
  ['commodities', 'evaluations', 'evaluations'],
  ['commodities', 'disputes', 'disputes'],
  ['platforms', 'asset', 'asset'],
  ['platforms', 'settlement', 'settlement'],
  ['platforms', 'demands', 'demands'],
  ['demands', 'platforms', 'platforms'],
  ['demands', 'settlement', 'settlement'],
  ['settlement', 'asset', 'asset'],
  ['settlement', 'models', 'models'],
  ['settlement', 'commodities', 'commodities'],
  ['settlement', 'recommenders', 'recommenders'],
  ['settlement', 'platforms', 'platforms'],
  ['settlement', 'commune', 'rewards'],
  ['settlement', 'auditFund', 'timelock'],
  ['evaluations', 'asset', 'asset'],
  ['evaluations', 'models', 'models'],
  ['evaluations', 'commodities', 'commodities'],
  ['evaluations', 'settlement', 'settlement'],
  ['evaluations', 'power', 'power'],
  ['evaluations', 'disputes', 'disputes'],
  ['emission', 'token', 'token'],
  ['emission', 'commodities', 'commodities'],
  ['emission', 'treasury', 'timelock'],
  ['memberships', 'asset', 'asset'],
  ['memberships', 'treasury', 'timelock'],
  ['validators', 'asset', 'token'],
  ['validators', 'power', 'power'],
  ['validators', 'elections', 'elections'],
  ['elections', 'validators', 'validators'],
  ['rewards', 'asset', 'asset'],
  ['rewards', 'settlement', 'settlement'],
  ['rewards', 'elections', 'elections'],
  ['rewards', 'validators', 'validators'],
  ['court', 'seats', 'elections'],
  ['court', 'token', 'token'],
  ['court', 'treasury', 'timelock'],
  ['disputes', 'asset', 'asset'],
  ['disputes', 'commodities', 'commodities'],
  ['disputes', 'models', 'models'],
  ['disputes', 'settlement', 'settlement'],
  ['disputes', 'arbitrator', 'court'],
  ['governor', 'token', 'power'],
  ['governor', 'timelock', 'timelock'],
  ['governor', 'elections', 'elections'],
  ['governor', 'validators', 'validators'],
  ['guardian', 'platforms', 'platforms'],
];

/** Contracts that others appointed, one by one: event, view that tells whether it still holds, and who should be. */
const APPOINTED: readonly [contract: ContractName, event: string, view: string, appointed: ContractName][] = [
  ['power', 'MinterAppointed', 'isMinter', 'evaluations'],
  ['token', 'MinterAppointed', 'isMinter', 'emission'],
  ['elections', 'CourtAppointed', 'isCourt', 'court'],
  ['court', 'ArbitrableTrusted', 'isTrusted', 'disputes'],
];

/** Who knows whom. A commune that has decided otherwise since differs, and its check says how. */
export async function checkWiring(deployed: Deployed, facts: Facts): Promise<void> {
  const { client, contracts, startBlock } = deployed;
  const read = (name: ContractName, functionName: string, args: readonly unknown[] = []) => {
    const { address, abi } = contracts[name];
    return client.readContract({ address, abi: abi as Abi, functionName, args });
  };
  for (const [name, view, to] of WIRES) {
    facts.same(`${name}.${view}`, await read(name, view), contracts[to].address);
  }
  for (const [name, { abi }] of Object.entries(contracts)) {
    if (!hasView(abi, 'authority')) continue;
    facts.same(`${name}.authority`, await read(name as ContractName, 'authority'), contracts.access.address);
  }
  for (const [name, event, view, appointed] of APPOINTED) {
    const events = await eventsOf<Record<string, unknown>>(client, contracts[name], event, startBlock);
    const named = [...new Set(events.map((args) => Object.values(args).find(isHexAddress) as Address))];
    const holding = await Promise.all(named.map((account) => read(name, view, [account])));
    const holders = named.filter((_, i) => holding[i]);
    facts.same(`${view} of ${name}`, holders, [contracts[appointed].address]);
  }
  const owner = await contracts.vesting.read.owner();
  facts.that('the vesting wallet has no owner: what is in it is lost', owner !== zeroAddress);
}

/** Every contract counts the same epochs. */
export async function checkClocks({ client, contracts, clock, profile }: Deployed, facts: Facts): Promise<void> {
  facts.same('length of an epoch', clock.epochLength, profile.epochLength);
  for (const [name, { address, abi }] of Object.entries(contracts)) {
    if (!hasView(abi, 'epochLength')) continue;
    for (const [view, value] of Object.entries(clock)) {
      const told = await client.readContract({ address, abi: abi as Abi, functionName: view });
      facts.same(`${name}.${view}`, told, value);
    }
  }
}

const isHexAddress = (value: unknown) => typeof value === 'string' && /^0x[0-9a-f]{40}$/i.test(value);

function hasView(abi: unknown, name: string): boolean {
  return (abi as readonly { type: string; name?: string }[]).some(
    (item) => item.type === 'function' && item.name === name,
  );
}
