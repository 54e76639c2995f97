import { keccak256, stringToHex } from 'viem';
import { addressOf, block, type Case, emit } from './case.ts';
import { alice, at, bob, keeper, payout } from './fixtures.ts';
import {
  ABSTAIN,
  AGAINST,
  CONSTITUTIONAL,
  EMERGENCY,
  END,
  FOR,
  motion,
  operationOf,
  outcome,
  PARAMETER,
  PROPOSAL,
  proposalKey,
  proposed,
  queued,
  SECOND,
  START,
  voted,
} from './fixtures-governance.ts';

const ID = proposalKey(PROPOSAL);
const ETA = END + 460;
const HISTORY = 'changes(orderBy: timestamp) { kind until timestamp }';
const plain = { description: '', targets: [bob], values: [0n], calldatas: ['0x'] } as const;
const second = { proposalId: SECOND, extension: 0, proposer: bob, what: plain };

export const proposalCases: Case[] = [
  {
    name: 'proposals: made, with what they call',
    blocks: [block(at(1), ...proposed(PARAMETER)), block(at(1, 5), ...proposed(CONSTITUTIONAL, second))],
    assertions: [
      {
        query: `{ proposals(orderBy: number) { id number proposalId proposer { id } decisionClass stage description descriptionHash callCount voteStart voteEnd originalEnd extension extended forVotes againstVotes abstainVotes voters passing electorate floor eta operation { id } createdAt queuedAt executedAt canceledAt blockNumber
            calls(orderBy: index) { id index target value calldata selector } ${HISTORY} }
          governance(id: "0x00") { proposals executed votes } account(id: "${bob}") { proposals { number } } }`,
        expected: {
          proposals: [
            {
              ...{ id: ID, number: 1, proposalId: `${PROPOSAL}`, proposer: { id: alice } },
              ...{ decisionClass: 'PARAMETER', stage: 'PROPOSED', description: motion.description },
              descriptionHash: keccak256(stringToHex(motion.description)),
              ...{ callCount: 3, voteStart: `${START}`, voteEnd: `${END}`, originalEnd: `${END}`, extension: '300' },
              ...{ extended: false, forVotes: '0', againstVotes: '0', abstainVotes: '0', voters: 0, passing: false },
              ...{ electorate: null, floor: null, eta: null, operation: null, createdAt: `${at(1)}`, queuedAt: null },
              ...{ executedAt: null, canceledAt: null, blockNumber: '1' },
              calls: [
                {
                  ...{ id: `${ID}00000000`, index: 0, target: addressOf('evaluations'), value: '0' },
                  ...{ calldata: motion.calldatas[0], selector: motion.calldatas[0]?.slice(0, 10) },
                },
                {
                  ...{ id: `${ID}00000001`, index: 1, target: addressOf('platforms'), value: '0' },
                  ...{ calldata: motion.calldatas[1], selector: motion.calldatas[1]?.slice(0, 10) },
                },
                { id: `${ID}00000002`, index: 2, target: alice, value: '5', calldata: '0x0102', selector: null },
              ],
              changes: [{ kind: 'PROPOSED', until: null, timestamp: `${at(1)}` }],
            },
            {
              ...{ id: proposalKey(SECOND), number: 2, proposalId: `${SECOND}`, proposer: { id: bob } },
              ...{ decisionClass: 'CONSTITUTIONAL', stage: 'PROPOSED', description: '' },
              descriptionHash: keccak256('0x'),
              ...{ callCount: 1, voteStart: `${START}`, voteEnd: `${END}`, originalEnd: `${END}`, extension: '0' },
              ...{ extended: false, forVotes: '0', againstVotes: '0', abstainVotes: '0', voters: 0, passing: false },
              ...{
                electorate: null,
                floor: null,
                eta: null,
                operation: null,
                createdAt: `${at(1, 5)}`,
                queuedAt: null,
              },
              ...{ executedAt: null, canceledAt: null, blockNumber: '2' },
              calls: [
                {
                  id: `${proposalKey(SECOND)}00000000`,
                  index: 0,
                  target: bob,
                  value: '0',
                  calldata: '0x',
                  selector: null,
                },
              ],
              changes: [{ kind: 'PROPOSED', until: null, timestamp: `${at(1, 5)}` }],
            },
          ],
          governance: { proposals: 2, executed: 0, votes: 0 },
          account: { proposals: [{ number: 2 }] },
        },
      },
    ],
  },
  {
    name: 'proposals: voted on, passing, failing, extended, passing again, queued and executed',
    blocks: [
      block(at(1), ...proposed(PARAMETER)),
      block(at(2, 1), voted(alice, FOR, 30n, '好'), outcome(true, 900n, 20n)),
      block(at(3, 900), voted(bob, AGAINST, 40n), outcome(false, 900n, 20n), extended(END + 300)),
      block(
        at(4, 100),
        emit('governor', 'VoteCastWithParams', {
          ...{ voter: keeper, proposalId: PROPOSAL, support: FOR, weight: 11n, reason: 'more', params: '0x01' },
        }),
        outcome(true, 900n, 20n),
      ),
      block(at(4, 200), voted(payout, ABSTAIN, 7n)),
      block(at(4, 400), queued(ETA)),
      block(ETA, emit('governor', 'ProposalExecuted', { proposalId: PROPOSAL })),
    ],
    assertions: [
      {
        query: `{ proposal(id: "${ID}") { stage voteEnd originalEnd extended forVotes againstVotes abstainVotes voters passing electorate floor eta operation { id proposal { number } } queuedAt executedAt canceledAt ${HISTORY}
            votes(orderBy: timestamp) { id account { id } support weight reason timestamp } }
          governance(id: "0x00") { proposals executed votes } account(id: "${keeper}") { votes { weight proposal { number } } } }`,
        expected: {
          proposal: {
            ...{ stage: 'EXECUTED', voteEnd: `${END + 300}`, originalEnd: `${END}`, extended: true },
            ...{ forVotes: '41', againstVotes: '40', abstainVotes: '7', voters: 4, passing: true },
            ...{ electorate: '900', floor: '20', eta: `${ETA}`, queuedAt: `${at(4, 400)}`, executedAt: `${ETA}` },
            ...{ operation: { id: operationOf(motion), proposal: { number: 1 } }, canceledAt: null },
            changes: [
              { kind: 'PROPOSED', until: null, timestamp: `${at(1)}` },
              { kind: 'PASSING', until: null, timestamp: `${at(2, 1)}` },
              { kind: 'FAILING', until: null, timestamp: `${at(3, 900)}` },
              { kind: 'EXTENDED', until: `${END + 300}`, timestamp: `${at(3, 900)}` },
              { kind: 'PASSING', until: null, timestamp: `${at(4, 100)}` },
              { kind: 'QUEUED', until: `${ETA}`, timestamp: `${at(4, 400)}` },
              { kind: 'EXECUTED', until: null, timestamp: `${ETA}` },
            ],
            votes: [
              { account: { id: alice }, support: 'FOR', weight: '30', reason: '好', timestamp: `${at(2, 1)}` },
              { account: { id: bob }, support: 'AGAINST', weight: '40', reason: '', timestamp: `${at(3, 900)}` },
              { account: { id: keeper }, support: 'FOR', weight: '11', reason: 'more', timestamp: `${at(4, 100)}` },
              { account: { id: payout }, support: 'ABSTAIN', weight: '7', reason: '', timestamp: `${at(4, 200)}` },
            ].map((vote) => ({ id: `${ID}${vote.account.id.slice(2)}`, ...vote })),
          },
          governance: { proposals: 1, executed: 1, votes: 4 },
          account: { votes: [{ weight: '11', proposal: { number: 1 } }] },
        },
      },
    ],
  },
  {
    name: 'proposals: an emergency is executed without the timelock; others are cancelled before the vote and in the timelock',
    blocks: [
      block(at(1), ...proposed(EMERGENCY, second), ...proposed(CONSTITUTIONAL)),
      block(at(1, 5), ...proposed(PARAMETER, { proposalId: 5n, what: plain })),
      block(at(1, 6), emit('governor', 'ProposalCanceled', { proposalId: 5n })),
      block(at(2, 1), voted(bob, FOR, 3n, '', SECOND), outcome(true, 9n, 2n, SECOND)),
      block(at(4, 1), emit('governor', 'ProposalExecuted', { proposalId: SECOND }), queued(ETA)),
      // Nobody's proposal, then this one.
      block(at(4, 2), cancelled(keccak256('0x'))),
      block(at(4, 3), cancelled(operationOf(motion))),
    ],
    assertions: [
      {
        query: `{ proposals(orderBy: number) { number decisionClass stage eta queuedAt executedAt canceledAt changes(orderBy: timestamp) { kind } } timelockOperations { id proposal { number } } governance(id: "0x00") { proposals executed } }`,
        expected: {
          proposals: [
            {
              ...{ number: 1, decisionClass: 'EMERGENCY', stage: 'EXECUTED', eta: null, queuedAt: null },
              ...{ executedAt: `${at(4, 1)}`, canceledAt: null },
              changes: [{ kind: 'PROPOSED' }, { kind: 'PASSING' }, { kind: 'EXECUTED' }],
            },
            {
              ...{ number: 2, decisionClass: 'CONSTITUTIONAL', stage: 'CANCELED', eta: `${ETA}` },
              ...{ queuedAt: `${at(4, 1)}`, executedAt: null, canceledAt: `${at(4, 3)}` },
              changes: [{ kind: 'PROPOSED' }, { kind: 'QUEUED' }, { kind: 'CANCELED' }],
            },
            {
              ...{ number: 3, decisionClass: 'PARAMETER', stage: 'CANCELED', eta: null, queuedAt: null },
              ...{ executedAt: null, canceledAt: `${at(1, 6)}` },
              changes: [{ kind: 'PROPOSED' }, { kind: 'CANCELED' }],
            },
          ],
          timelockOperations: [{ id: operationOf(motion), proposal: { number: 2 } }],
          governance: { proposals: 3, executed: 1 },
        },
      },
    ],
  },
];

function extended(until: number) {
  return emit('governor', 'ProposalExtended', { proposalId: PROPOSAL, extendedDeadline: BigInt(until) });
}

function cancelled(id: string) {
  return emit('timelock', 'Cancelled', { id });
}
