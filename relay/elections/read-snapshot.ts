import type { Address, PublicClient } from 'viem';
import { encodeVoters } from '../../protocol/validators/encode-solution.ts';
import { unpackNominations } from '../../protocol/validators/nominations.ts';
import type { FrozenCandidate, FrozenVoter, Snapshot } from '../../protocol/validators/snapshot.ts';
import { validatorsAbi } from './abi.ts';

/** Voters in a call, candidates at a time: what public nodes take without complaint. */
const VOTERS_PER_CALL = 1_000;
const CANDIDATES_AT_A_TIME = 25;

/**
 * Reads what the election for a term counts, from views alone. The snapshot is frozen while the election is open: it is the same
 * whenever it is read.
 */
export async function readSnapshot(client: PublicClient, validators: Address, term: number): Promise<Snapshot> {
  const contract = { address: validators, abi: validatorsAbi } as const;
  const rules = await client.readContract({ ...contract, functionName: 'rulesAt', args: [term] });
  const candidateCount = await client.readContract({ ...contract, functionName: 'candidateCount' });
  const voterCount = await client.readContract({ ...contract, functionName: 'voterCount' });
  const candidates: FrozenCandidate[] = [];
  for (const ids of chunks(candidateCount, CANDIDATES_AT_A_TIME)) {
    const standings = ids.map(async (id): Promise<FrozenCandidate> => {
      return { id, ...(await client.readContract({ ...contract, functionName: 'standingAt', args: [term, id] })) };
    });
    candidates.push(...(await Promise.all(standings)));
  }
  const voters: FrozenVoter[] = [];
  for (const ids of chunks(voterCount, VOTERS_PER_CALL)) {
    const args = [term, encodeVoters(ids.map((id) => ({ id })))] as const;
    const [stakes, targets] = await client.readContract({ ...contract, functionName: 'votersAt', args });
    for (const [i, id] of ids.entries()) {
      const [stake, named] = [stakes[i] ?? 0n, targets[i] ?? 0n];
      if (stake > 0n) voters.push({ id, stake, targets: unpackNominations(named) });
    }
  }
  return { term, rules, candidates, voters };
}

/** 1 … count in pieces. */
function chunks(count: number, size: number): number[][] {
  const all = Array.from({ length: count }, (_, i) => i + 1);
  return Array.from({ length: Math.ceil(count / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
