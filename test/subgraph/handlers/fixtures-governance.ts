import {
  concat,
  encodeAbiParameters,
  encodeFunctionData,
  type Hex,
  keccak256,
  numberToHex,
  parseAbi,
  stringToHex,
} from 'viem';
import { addressOf, type Event, emit } from './case.ts';
import { alice, at } from './fixtures.ts';

/** So high that its first byte is not the sign, and so low that its last one is 0. */
export const PROPOSAL = 2n ** 255n + 2n ** 250n + 256n;
export const SECOND = 77n;
export const CONSTITUTIONAL = 0;
export const PARAMETER = 1;
export const EMERGENCY = 2;
export const [AGAINST, FOR, ABSTAIN] = [0, 1, 2] as const;
/** Of votes on proposals that were made in epoch 1. */
export const [START, END] = [at(2), at(4)];

export const proposalKey = (proposalId: bigint): Hex => numberToHex(proposalId, { size: 32 });

interface Motion {
  readonly targets: readonly Hex[];
  readonly values: readonly bigint[];
  readonly calldatas: readonly Hex[];
  readonly description: string;
}

const abi = parseAbi(['function suspend(uint32)', 'function setKappa(uint16)']);

export const motion: Motion = {
  targets: [addressOf('evaluations'), addressOf('platforms'), alice],
  values: [0n, 0n, 5n],
  calldatas: [
    encodeFunctionData({ abi, functionName: 'setKappa', args: [8_000] }),
    encodeFunctionData({ abi, functionName: 'suspend', args: [2] }),
    '0x0102',
  ],
  description: '# 奖励上限\n\nRaise κ.',
};

/** An event with the class follows it. */
export function proposed(
  decisionClass: number,
  { proposalId = PROPOSAL, extension = 300, proposer = alice, what = motion } = {},
): Event[] {
  const { targets, values, calldatas, description } = what;
  const signatures = targets.map(() => '');
  const vote = { voteStart: BigInt(START), voteEnd: BigInt(END) };
  return [
    emit('governor', 'ProposalCreated', {
      ...{ proposalId, proposer, targets, values, signatures, calldatas, ...vote, description },
    }),
    emit('governor', 'ProposalClassified', { proposalId, class: decisionClass, extension }),
  ];
}

export function voted(voter: Hex, support: number, weight: bigint, reason = '', proposalId = PROPOSAL): Event {
  return emit('governor', 'VoteCast', { voter, proposalId, support, weight, reason });
}

export function outcome(passing: boolean, electorate: bigint, floor: bigint, proposalId = PROPOSAL): Event {
  return emit('governor', 'OutcomeChanged', { proposalId, passing, electorate, floor });
}

export const queued = (eta: number, proposalId = PROPOSAL) =>
  emit('governor', 'ProposalQueued', { proposalId, etaSeconds: BigInt(eta) });

/** As the timelock hashes what the governor schedules. */
export function operationOf({ targets, values, calldatas, description }: Motion): Hex {
  const hash = BigInt(keccak256(stringToHex(description)));
  const governor = BigInt(concat([addressOf('governor'), numberToHex(0, { size: 12 })]));
  const salt = numberToHex(hash ^ governor, { size: 32 });
  const types = ['address[]', 'uint256[]', 'bytes[]', 'bytes32', 'bytes32'].map((type) => ({ type }));
  return keccak256(encodeAbiParameters(types, [targets, values, calldatas, numberToHex(0, { size: 32 }), salt]));
}
