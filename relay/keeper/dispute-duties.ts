import { encodeFunctionData } from 'viem';
import { abis } from '../chain/abis.ts';
import { type OpenDisputeCase, openDisputeCases, refusedCases } from '../disputes/open-cases.ts';
import { atHead } from '../platform/at-head.ts';
import type { Relay } from '../relay.ts';
import type { Duty } from './duty.ts';

/** States of a case, in the order of the contract's enum, that can lapse. */
const COLLECTING = 1;
const PENDING = 2;
/** Cases whose fees may still come back. */
const REFUSED = 50;
const SEND_GAS = 200_000n;

export function disputeCases(relay: Relay): Promise<OpenDisputeCase[]> {
  return atHead(relay, 'dispute cases', () => openDisputeCases(relay.db));
}

/** Challenged rounds whose closing epoch is over: tallied, they go to the arbitrator; untallied, their case ends. */
export async function referDuties(relay: Relay, epoch: number): Promise<Duty[]> {
  const cases = await disputeCases(relay);
  return cases.flatMap(({ caseId, stage, subject, closingEpoch }): Duty[] => {
    if (stage !== 'collecting' || closingEpoch === null || epoch <= closingEpoch) return [];
    const data = encodeFunctionData({ abi: abis.disputes, functionName: 'refer', args: [subject] });
    return [{ key: `refer/${caseId}`, to: relay.chain.contracts.disputes, data, doneBy: ['WrongCaseState'] }];
  });
}

/** Cases with a ruling. */
export async function executeDuties(relay: Relay): Promise<Duty[]> {
  const cases = await disputeCases(relay);
  return cases.flatMap(({ caseId, stage }): Duty[] => {
    if (stage !== 'ruled') return [];
    const data = encodeFunctionData({ abi: abis.disputes, functionName: 'execute', args: [caseId] });
    return [{ key: `execute-case/${caseId}`, to: relay.chain.contracts.disputes, data, doneBy: ['WrongCaseState'] }];
  });
}

/** Cases that their arbitrator left without a ruling for so long that they end without one. */
export async function lapseDuties(relay: Relay, now: number): Promise<Duty[]> {
  const { client, contracts } = relay.chain;
  const disputes = { address: contracts.disputes, abi: abis.disputes } as const;
  const due: Duty[] = [];
  for (const { caseId, stage, lapsesFrom } of await disputeCases(relay)) {
    if (stage === 'ruled' || now < lapsesFrom) continue;
    // Bringing it before the arbitrator has set another deadline.
    const call = { ...disputes, functionName: 'caseOf', args: [caseId] } as const;
    const { state, deadline } = await atHead(relay, `case ${caseId}`, () => client.readContract(call));
    if ((state !== COLLECTING && state !== PENDING) || now < deadline) continue;
    const data = encodeFunctionData({ abi: abis.disputes, functionName: 'lapse', args: [caseId] });
    due.push({ key: `lapse/${caseId}`, to: contracts.disputes, data, doneBy: ['WrongCaseState'] });
  }
  return due;
}

/** Fees of juries that could not be drawn or were all silent: from the court to the disputes, and from there to challengers. */
export async function returnedFeeDuties(relay: Relay): Promise<Duty[]> {
  const { client, contracts } = relay.chain;
  const { court, disputes } = contracts;
  const [[coins], returned] = await atHead(relay, 'returned fees', () =>
    Promise.all([
      client.readContract({ address: court, abi: abis.court, functionName: 'balanceOf', args: [disputes] }),
      client.readContract({ address: disputes, abi: abis.disputes, functionName: 'returnedBy', args: [court] }),
    ]),
  );
  if (coins > 0n) {
    const data = encodeFunctionData({ abi: abis.court, functionName: 'withdraw', args: [disputes] });
    return [{ key: `returned-fees/court/${coins}/${returned}`, to: court, data, doneBy: [], maxGas: SEND_GAS }];
  }
  if (returned === 0n) return [];
  const cases = await unreturned(relay);
  return cases.map((caseId) => ({
    key: `returned-fees/case/${caseId}/${returned}`,
    to: disputes,
    data: encodeFunctionData({ abi: abis.disputes, functionName: 'reclaimFees', args: [caseId] }),
    doneBy: ['NothingToReclaim'],
  }));
}

/** Cases without a verdict whose challengers have paid for one. */
async function unreturned(relay: Relay): Promise<bigint[]> {
  const { client, contracts } = relay.chain;
  const call = { address: contracts.disputes, abi: abis.disputes, functionName: 'challengesOf' } as const;
  return atHead(relay, 'unreturned fees', async () => {
    const cases = await refusedCases(relay.db, REFUSED);
    const paid = await Promise.all(cases.map((caseId) => client.readContract({ ...call, args: [caseId] })));
    return cases.filter((_, i) => paid[i]?.some(({ spent }) => spent > 0n));
  });
}
