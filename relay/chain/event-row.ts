import {
  type Abi,
  type AbiEvent,
  decodeAbiParameters,
  decodeEventLog,
  type Hex,
  type Log,
  toEventSelector,
} from 'viem';
import { abis } from './abis.ts';
import type { chainEvents } from './tables.ts';

type EventRow = typeof chainEvents.$inferInsert;

/** Events that nothing of the relay asks for; the rest is kept. */
const IGNORED = new Set([
  'Transfer',
  'Approval',
  'ApprovalForAll',
  'EIP712DomainChanged',
  'AuthorityUpdated',
  'DelegateVotesChanged',
  'VoteCast',
  'VoteCastWithParams',
  // Contracts differ in what of it is indexed, which the topic does not tell.
  'TreasuryAppointed',
]);

const EVENTS = new Map<Hex, AbiEvent>(
  Object.entries(abis)
    .filter(([contract]) => contract !== 'asset')
    .flatMap(([, abi]) => (abi as Abi).filter((item): item is AbiEvent => item.type === 'event'))
    .filter(({ name }) => !IGNORED.has(name))
    .map((event) => [toEventSelector(event), event]),
);

/** Topics of the events that are kept: a node is asked for these only. */
export const eventTopics: readonly Hex[] = [...EVENTS.keys()];

/** An event as it is stored; null if it is none of the protocol's. */
export function eventRow(log: Log<bigint, number, false>): EventRow | null {
  const event = log.topics[0] === undefined ? undefined : EVENTS.get(log.topics[0]);
  if (event === undefined) return null;
  const args = JSON.parse(JSON.stringify(argsOf(event, log), (_, value) => stored(value)));
  return {
    blockNumber: log.blockNumber,
    logIndex: log.logIndex,
    transactionHash: log.transactionHash,
    name: event.name,
    modelId: key(args.modelId),
    commodityId: key(args.commodityId),
    lotId: key(args.lotId),
    experiencerId: key(args.experiencerId ?? args.nomineeId),
    recommenderId: key(args.recommenderId),
    platformId: key(args.platformId),
    epoch: key(args.epoch),
    args,
  };
}

function argsOf(event: AbiEvent, { data, topics }: Log<bigint, number, false>): Readonly<Record<string, unknown>> {
  if (event.name !== 'ProposalCreated') return decodeEventLog({ abi: [event], data, topics }).args ?? {};
  // What others call a proposal by is a hash of its description, which may be no text at all: it is kept as bytes.
  const inputs = event.inputs.map((input) => (input.name === 'description' ? { ...input, type: 'bytes' } : input));
  const values = decodeAbiParameters(inputs, data);
  return Object.fromEntries(inputs.map(({ name = '' }, i) => [name, values[i]]));
}

/** PostgreSQL holds no NUL in a text, and anybody may write one. */
function stored(value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}`;
  return typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value;
}

function key(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
