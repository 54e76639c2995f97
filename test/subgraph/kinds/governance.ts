import { expect } from 'chai';
import { type Abi, type Address, getAddress, type Hex, numberToHex, toFunctionSelector } from 'viem';
import { listedFunctions } from '../../../protocol/governance/listed-functions.ts';
import type { Row } from '../index-reader.ts';
import { type Assertion, all, type Context, expectFields, one } from './context.ts';
import { byLog } from './validators.ts';

export const DECISION_CLASSES = ['CONSTITUTIONAL', 'PARAMETER', 'EMERGENCY'];
export const MEMBERSHIP_KINDS = ['PRODUCER', 'EXPERT', 'EXPERIENCER', 'RECOMMENDER', 'PLATFORM', 'VALIDATOR'];

export const governanceKinds: Record<string, Assertion> = {
  async Governance(context, rows) {
    const { governor, timelock, guardian } = context.commune.contracts;
    expect(rows.length).to.equal(1);
    expectFields('Governance', rows[0] as Row, {
      id: '0x00',
      leastTurnout: await governor.read.leastTurnout(),
      turnoutFloorBps: Number(await governor.read.quorumNumerator()),
      thresholdBps: await governor.read.thresholdBps(),
      lateFlipExtension: BigInt(await governor.read.lateFlipExtension()),
      timelockDelay: await timelock.read.getMinDelay(),
      elections: await governor.read.elections(),
      guardian: await guardian.read.guardian(),
      guardianUntil: BigInt(await guardian.read.expiresAt()),
      guardianResigned: await guardian.read.resigned(),
      proposals: await countLogs(context, 'ProposalCreated'),
      executed: await countLogs(context, 'ProposalExecuted'),
      votes: (await countLogs(context, 'VoteCast')) + (await countLogs(context, 'VoteCastWithParams')),
    });
    expect(rows[0]?.guardianResigned).to.equal(true);
  },

  async ClassTiming({ commune }, rows) {
    expect(rows.length).to.equal(DECISION_CLASSES.length);
    for (const row of rows) {
      const number = DECISION_CLASSES.indexOf(row.decisionClass);
      const { votingDelay, votingPeriod } = await commune.contracts.governor.read.timingOf([number]);
      expectFields('ClassTiming', row, {
        id: numberToHex(number, { size: 1 }),
        votingDelay: BigInt(votingDelay),
        votingPeriod: BigInt(votingPeriod),
      });
    }
  },

  async ListedFunction({ commune }, rows) {
    const { governor } = commune.contracts;
    const ids = listedFunctions.map(({ contract, signature }) => {
      return `${commune.contracts[contract].address.toLowerCase()}${toFunctionSelector(signature).slice(2)}`;
    });
    expect(rows.map(({ id }) => id)).to.have.members(ids);
    for (const row of rows) {
      expect(row.id).to.equal(`${row.target}${row.selector.slice(2)}`);
      expect(row.decisionClass).to.equal(
        DECISION_CLASSES[await governor.read.listedClass([row.target as Address, row.selector as Hex])],
      );
    }
    // One was listed again since.
    expect(new Set(rows.map(({ listedAt }) => listedAt)).size).to.be.greaterThan(1);
  },

  async TimelockOperation(context, rows) {
    const { timelock, governor } = context.commune.contracts;
    const queued = all(context, 'Proposal').filter(({ queuedAt }) => queuedAt !== null);
    expect(rows.map(({ proposal }) => proposal)).to.have.members(queued.map(({ id }) => id));
    for (const row of rows) {
      const proposal = one(context, 'Proposal', row.proposal);
      const salt = BigInt(proposal.descriptionHash) ^ (BigInt(governor.address) << 96n);
      const { targets, values, calldatas } = callsOf(context, proposal);
      const [none, salted] = [0n, salt].map((number) => numberToHex(number, { size: 32 })) as [Hex, Hex];
      const operation = await timelock.read.hashOperationBatch([targets, values, calldatas, none, salted]);
      expect(row.id, row.proposal).to.equal(operation);
      expect(proposal.operation).to.equal(row.id);
      expect(await timelock.read.isOperationDone([operation])).to.equal(proposal.stage === 'EXECUTED');
      expect(await timelock.read.isOperationPending([operation])).to.equal(proposal.stage === 'QUEUED');
    }
  },
};

/** Every change of what the commune decides with, and of the prices of memberships. */
export async function expectDecisions({ commune }: Context, rows: readonly Row[]): Promise<void> {
  const { governor, timelock, memberships } = commune.contracts;
  const expectHistory = (name: string, scope: string | null, current: number | bigint, isChanged: boolean) => {
    const changes = rows.filter((row) => row.name === name && row.scope === scope).toSorted(byLog);
    expect(changes.at(-1)?.current, `${name} ${scope}`).to.equal(current.toString());
    const before = ['0', ...changes.map((change) => change.current)];
    expect(changes.map(({ previous }) => previous)).to.deep.equal(before.slice(0, -1));
    expect(changes.length > 1, `${name} ${scope} was changed`).to.equal(isChanged);
  };
  expectHistory('thresholdBps', null, await governor.read.thresholdBps(), true);
  expectHistory('turnoutFloorBps', null, await governor.read.quorumNumerator(), true);
  expectHistory('lateFlipExtension', null, await governor.read.lateFlipExtension(), true);
  expectHistory('timelockDelay', null, await timelock.read.getMinDelay(), true);
  for (const [number, scope] of DECISION_CLASSES.entries()) {
    const { votingDelay, votingPeriod } = await governor.read.timingOf([number]);
    expectHistory('votingDelay', scope, votingDelay, scope !== 'EMERGENCY');
    expectHistory('votingPeriod', scope, votingPeriod, scope !== 'EMERGENCY');
  }
  for (const [number, scope] of MEMBERSHIP_KINDS.entries()) {
    const changes = rows.filter((row) => row.name === 'membershipPrice' && row.scope === scope).toSorted(byLog);
    const [price, effectiveAt] = await memberships.read.announcedPriceOf([number]);
    const [last] = changes.slice(-1);
    expect([last?.current, last?.fromTime ?? last?.timestamp]).to.deep.equal([`${price}`, `${effectiveAt}`]);
    for (const { previous, current, fromTime } of changes)
      expect(fromTime !== null, scope).to.equal(BigInt(current) > BigInt(previous));
  }
}

/** What a proposal calls, as the governor's functions take it. */
export function callsOf(context: Context, { id }: Row) {
  const calls = all(context, 'ProposalCall')
    .filter(({ proposal }) => proposal === id)
    .toSorted((a, b) => a.index - b.index);
  return {
    targets: calls.map(({ target }) => target as Address),
    values: calls.map(({ value }) => BigInt(value)),
    calldatas: calls.map(({ calldata }) => calldata as Hex),
  };
}

/** Rows about a proposal, in the order of their log entries. */
export function about(rows: readonly Row[], { id }: Row): Row[] {
  return rows.filter(({ proposal }) => proposal === id).toSorted(byLog);
}

async function countLogs({ commune }: Context, eventName: string): Promise<number> {
  const { address, abi } = commune.contracts.governor as { address: Address; abi: Abi };
  const logs = await commune.publicClient.getContractEvents({
    ...{ address: getAddress(address), abi, eventName, fromBlock: 0n },
  });
  return logs.length;
}
