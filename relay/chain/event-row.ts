import { type Abi, type AbiEvent, decodeEventLog, type Hex, type Log, toEventSelector } from 'viem';
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
  const decoded = decodeEventLog({ abi: [event], data: log.data, topics: log.topics });
  const args = JSON.parse(
    JSON.stringify(decoded.args ?? {}, (_, value) => (typeof value === 'bigint' ? `${value}` : value)),
  );
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

function key(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
