import { expect } from 'chai';
import { network } from 'hardhat';
import { keccak256, parseUnits, stringToHex, zeroHash } from 'viem';
import { simpleMajority, superMajorityApprove } from '../../protocol/governance/adaptive-quorum.ts';
import { forNeeded } from '../../protocol/governance/for-needed.ts';
import { buyerCommitment } from '../../protocol/settlement/buyer-commitment.ts';
import type { Receipt } from '../../protocol/settlement/receipt.ts';
import { accountIndex } from '../../scripts/local/accounts.ts';
import { type Actor, type Commune, deployLocal, fund, sent } from '../../scripts/local/deploy-local.ts';
import { callTo, renounceBystander } from '../../scripts/local/govern.ts';
import {
  carryOut,
  castVote,
  execute,
  type Motion,
  proposalState,
  propose,
  queue,
  type Support,
  toVote,
  toVoteEnd,
} from '../../scripts/local/proposals.ts';
import { localSalt } from '../../scripts/local/report.ts';
import { commitStatement } from '../../scripts/local/settle.ts';
import { currentEpoch, now, toEpoch, toTime } from '../../scripts/local/time.ts';
import { holdElection, standJurors, trust } from './elect-jurors.ts';

const JURORS = 5;
const MEMBERS = 10;
const ONE_POWER = 1_000_000n;
const HOUR = 60 * 60;
const DAY = 24 * HOUR;
const CTT = parseUnits('1', 18);
const FUNDS = 10n ** 12n;
const [CONSTITUTIONAL, PARAMETER, EMERGENCY] = [0, 1, 2];
const HONEST_PLATFORM = 1;
const KAPPA_BPS = 8_000;

describe('a commune that governs itself', function () {
  this.timeout(60_000);
  let commune: Commune;
  let second: number;

  const juror = (i: number) => commune.actor(accountIndex.firstJuror + i);
  const member = (i: number) => commune.actor(accountIndex.firstExperiencer + i);
  /** Half of all power, and never there. */
  const silent = () => commune.actor(accountIndex.firstConsumer);
  const stranger = () => commune.actor(accountIndex.firstProducer);
  const guardian = () => commune.actor(accountIndex.guardian).account;
  const all = (count: number, one: (i: number) => Actor) => Array.from({ length: count }, (_, i) => one(i));

  async function refused(attempt: Promise<unknown>, error: string): Promise<void> {
    const outcome = await attempt.then(
      () => 'went through',
      (reason: Error) => reason.message,
    );
    expect(outcome).to.include(error);
  }

  async function vote(proposalId: bigint, voters: readonly Actor[], support: Support): Promise<void> {
    for (const voter of voters) await castVote(commune, voter, proposalId, support, `${support}, as I measured`);
  }

  async function decide(proposer: Actor, motion: Motion, voters: readonly Actor[]): Promise<bigint> {
    const proposalId = await propose(commune, proposer, motion);
    await toVote(commune, proposalId);
    await vote(proposalId, voters, 'for');
    await toVoteEnd(commune, proposalId);
    return proposalId;
  }

  function receipts(epoch: number): Receipt[] {
    const orderId = keccak256(stringToHex(`order of epoch ${epoch}`));
    const buyer = buyerCommitment(stranger().account.address, localSalt('governance', epoch));
    return [
      {
        ...{ platformId: HONEST_PLATFORM, epoch, orderId, lotId: 0, quantity: 1, sales: 100n, fee: 10n },
        ...{ commission: 0n, recommenderId: 0, nomineeId: 1, buyerCommitment: buyer },
      },
    ];
  }

  async function refusedToBystander(): Promise<void> {
    const { settlement, timelock } = commune.contracts;
    const { address: account } = commune.actor(accountIndex.governance).account;
    const call = callTo(settlement, 'setShares', [1_000, 5_000, 60]);
    const one = [call.to, 0n, call.data, zeroHash, zeroHash] as const;
    const many = [[call.to], [0n], [call.data], zeroHash, zeroHash] as const;
    const delay = await timelock.read.getMinDelay();
    for (const attempt of [
      timelock.simulate.schedule([...one, delay], { account }),
      timelock.simulate.scheduleBatch([...many, delay], { account }),
      timelock.simulate.cancel([zeroHash], { account }),
      timelock.simulate.execute(one, { account }),
      timelock.simulate.executeBatch(many, { account }),
    ]) {
      await refused(attempt, 'AccessControlUnauthorizedAccount');
    }
  }

  before(async () => {
    commune = await deployLocal(await network.create());
    await trust(commune, [
      ...all(JURORS, juror).map((actor) => ({ actor, power: 60n * ONE_POWER })),
      ...all(MEMBERS, member).map((actor) => ({ actor, power: 20n * ONE_POWER })),
      { actor: silent(), power: 500n * ONE_POWER },
    ]);
    await renounceBystander(commune);
    await toEpoch(commune, 1);
    await standJurors(commune, all(JURORS, juror));
    await toEpoch(commune, 3);
    await holdElection(commune);
    await toEpoch(commune, 4);
    await fund(commune, commune.actor(accountIndex.platform), FUNDS);
  });

  it('begins when the bystander has renounced: he can schedule nothing', () => refusedToBystander());

  it('gives nobody a privileged function but by a vote', async () => {
    const { evaluations, platforms, timelock } = commune.contracts;
    for (const actor of [commune.actor(accountIndex.deployer), juror(0), silent(), stranger()]) {
      const account = actor.account.address;
      await refused(evaluations.simulate.setKappa([KAPPA_BPS], { account }), 'AccessManagedUnauthorized');
      await refused(platforms.simulate.suspend([HONEST_PLATFORM], { account }), 'AccessManagedUnauthorized');
      await refused(timelock.simulate.updateDelay([BigInt(2 * DAY)], { account }), 'TimelockUnauthorizedCaller');
    }
  });

  it('lets its guardian admit a platform and suspend it, and nobody else', async () => {
    const { guardian: office, platforms } = commune.contracts;
    const [operator, signer] = [stranger().account.address, member(9).account.address];
    const admission = [operator, signer, 'https://example.com'] as const;
    await refused(office.simulate.admit(admission, { account: stranger().account.address }), 'NotGuardian');
    await sent(commune, 'admit', office.write.admit(admission, { account: guardian() }));
    second = await platforms.read.platformCount();
    await sent(commune, 'suspend', office.write.suspend([second], { account: guardian() }));
    expect((await platforms.read.platformOf([second])).suspended).to.equal(true);
    await refused(platforms.simulate.resume([second], { account: guardian().address }), 'AccessManagedUnauthorized');
  });

  it('suspends a platform within about two days when somebody with a seat calls an emergency', async () => {
    const { governor, platforms, settlement, timelock } = commune.contracts;
    const motion = {
      calls: [callTo(platforms, 'suspend', [HONEST_PLATFORM])],
      description: '# Suspend platform 1\n\nIt hides its order files.',
    };
    const from = await now(commune);
    // He has power enough, and no seat.
    await refused(propose(commune, silent(), motion), 'SeatRequired');
    const scheduled = async () => (await timelock.getEvents.CallScheduled({}, { fromBlock: 0n })).length;
    const before = await scheduled();
    const proposalId = await propose(commune, juror(0), motion);
    expect(await governor.read.classOf([proposalId])).to.equal(EMERGENCY);
    await toVote(commune, proposalId);
    await vote(proposalId, [juror(0), juror(1)], 'for');
    // Fewer than are against it: 120 of 280 votes, with a power of all of 1,000.
    await vote(proposalId, [juror(2), ...all(5, member)], 'against');
    const { forVotes, againstVotes } = await tallyOf(proposalId);
    expect(againstVotes > forVotes).to.equal(true);
    expect((await governor.read.outcomeOf([proposalId])).passing).to.equal(true);
    await toVoteEnd(commune, proposalId);
    await refused(queue(commune, motion), 'GovernorProposalQueueingNotRequired');
    await execute(commune, motion);
    expect((await now(commune)) - from).to.be.below(2 * DAY + 2 * HOUR);
    expect((await platforms.read.platformOf([HONEST_PLATFORM])).suspended).to.equal(true);
    expect(await scheduled(), 'calls in the timelock').to.equal(before);

    const epoch = await currentEpoch(commune);
    // What it had sold when it was suspended it settles.
    await toEpoch(commune, epoch + 1);
    await commitStatement(commune, epoch, receipts(epoch));
    await toEpoch(commune, epoch + 2);
    await refused(commitStatement(commune, epoch + 1, receipts(epoch + 1)), 'PlatformIsSuspended');
    expect(await settlement.read.postedAtOf([HONEST_PLATFORM, epoch + 1])).to.equal(0);
  });

  it('changes a parameter by simple majority, through the timelock', async () => {
    const { evaluations, governor, platforms } = commune.contracts;
    const motion = {
      calls: [
        callTo(evaluations, 'setKappa', [KAPPA_BPS]),
        callTo(platforms, 'resume', [HONEST_PLATFORM]),
        callTo(platforms, 'resume', [second]),
      ],
      description: '# κ to 80 %, and the platforms back',
    };
    await refused(propose(commune, stranger(), motion), 'GovernorInsufficientProposerVotes');
    const proposalId = await propose(commune, member(0), motion);
    expect(await governor.read.classOf([proposalId])).to.equal(PARAMETER);
    expect(await proposalState(commune, proposalId)).to.equal('Pending');
    await refused(castVote(commune, member(0), proposalId, 'for'), 'GovernorUnexpectedProposalState');
    await toVote(commune, proposalId);
    await vote(proposalId, all(4, member), 'for');
    await vote(proposalId, [juror(0)], 'against');
    await vote(proposalId, [juror(1)], 'abstain');
    await refused(castVote(commune, member(0), proposalId, 'for'), 'GovernorAlreadyCastVote');
    await refused(queue(commune, motion), 'GovernorUnexpectedProposalState');
    await toVoteEnd(commune, proposalId);
    expect(await proposalState(commune, proposalId)).to.equal('Succeeded');
    await refused(execute(commune, motion), 'GovernorUnexpectedProposalState');
    await queue(commune, motion);
    await refused(execute(commune, motion), 'TimelockUnexpectedOperationState');
    expect(await evaluations.read.kappaBps()).not.to.equal(KAPPA_BPS);
    await toTime(commune, Number(await governor.read.proposalEta([proposalId])));
    await execute(commune, motion);
    expect(await proposalState(commune, proposalId)).to.equal('Executed');
    expect(await evaluations.read.kappaBps()).to.equal(KAPPA_BPS);
    expect((await platforms.read.platformOf([HONEST_PLATFORM])).suspended).to.equal(false);
    const epoch = await currentEpoch(commune);
    await toEpoch(commune, epoch + 1);
    await commitStatement(commune, epoch, receipts(epoch));
  });

  it('pays from its treasury and appoints by super-majority', async () => {
    const { asset, governor, settlement, rewards, timelock, token } = commune.contracts;
    const { address } = stranger().account;
    await sent(commune, 'income', asset.write.drip([timelock.address, 900n], { account: stranger().account }));
    const before = await token.read.balanceOf([timelock.address]);
    const motion = {
      calls: [
        callTo(asset, 'transfer', [address, 400n]),
        callTo(token, 'transfer', [address, 1_000n * CTT]),
        callTo(settlement, 'appointRecipients', [rewards.address, address]),
      ],
      description: '# An auditor\n\nIs paid, and receives the audit fund from now on.',
    };
    const proposalId = await decide(member(1), motion, [...all(JURORS, juror), ...all(MEMBERS, member)]);
    expect(await governor.read.classOf([proposalId])).to.equal(CONSTITUTIONAL);
    const paidBefore = await asset.read.balanceOf([address]);
    await carryOut(commune, motion);
    expect((await asset.read.balanceOf([address])) - paidBefore).to.equal(400n);
    expect(await asset.read.balanceOf([timelock.address])).to.equal(500n);
    expect(await token.read.balanceOf([timelock.address])).to.equal(before - 1_000n * CTT);
    expect((await settlement.read.auditFund()).toLowerCase()).to.equal(address.toLowerCase());
  });

  it('keeps its treasury from the few who turn up, where a simple majority would have given it away', async () => {
    const { governor, memberships, timelock, token } = commune.contracts;
    const before = await token.read.balanceOf([timelock.address]);
    const raid = {
      calls: [callTo(token, 'transfer', [stranger().account.address, before])],
      description: '# A little help for a friend',
    };
    const harmless = {
      calls: [callTo(memberships, 'setPrice', [0, 10_000_000n])],
      description: '# Producers pay 10 a year',
    };
    const ids = [await propose(commune, member(2), raid), await propose(commune, member(2), harmless)];
    for (const id of ids) {
      await toVote(commune, id);
      await vote(id, all(4, member), 'for');
      await vote(id, [member(4), member(5), member(6)], 'against');
    }
    const [raidId = 0n, harmlessId = 0n] = ids;
    const tally = await tallyOf(raidId);
    expect(tally.turnout * 5n < tally.electorate, 'low turnout').to.equal(true);
    expect(simpleMajority(tally)).to.equal(true);
    expect(superMajorityApprove(tally)).to.equal(false);
    const { passing, cast, floor, electorate } = await governor.read.outcomeOf([raidId]);
    expect({ passing, cast, electorate }).to.deep.equal({
      ...{ passing: false, cast: tally.turnout, electorate: tally.electorate },
    });
    expect(cast >= floor, 'enough have voted').to.equal(true);
    const needed = forNeeded('constitutional', tally.againstVotes, tally.electorate);
    expect(await governor.read.forNeeded([raidId])).to.equal(needed);
    expect((needed ?? 0n) > tally.forVotes).to.equal(true);
    // The same people voted in the same way on what needs a simple majority.
    expect((await governor.read.outcomeOf([harmlessId])).passing).to.equal(true);
    for (const id of ids) await toVoteEnd(commune, id);
    expect(await proposalState(commune, raidId)).to.equal('Defeated');
    expect(await proposalState(commune, harmlessId)).to.equal('Succeeded');
    await refused(queue(commune, raid), 'GovernorUnexpectedProposalState');
    await refused(execute(commune, raid), 'GovernorUnexpectedProposalState');
    expect(await token.read.balanceOf([timelock.address])).to.equal(before);
  });

  it('takes every power from its guardian when the genesis is over', async () => {
    const { guardian: office, platforms } = commune.contracts;
    const expiresAt = await office.read.expiresAt();
    // In the last minute he can.
    await toTime(commune, expiresAt - 60);
    await office.simulate.suspend([HONEST_PLATFORM], { account: guardian().address });
    await toTime(commune, expiresAt);
    const { address } = stranger().account;
    for (const actor of [commune.actor(accountIndex.guardian), juror(0), stranger()]) {
      const account = actor.account.address;
      await refused(office.simulate.admit([address, address, ''], { account }), 'GenesisOver');
      await refused(office.simulate.suspend([second], { account }), 'GenesisOver');
      await refused(office.simulate.resign({ account }), 'GenesisOver');
      await refused(platforms.simulate.admit([address, address, ''], { account }), 'AccessManagedUnauthorized');
    }
    await refusedToBystander();
  });

  async function tallyOf(proposalId: bigint) {
    const { governor } = commune.contracts;
    const [againstVotes, forVotes] = await governor.read.proposalVotes([proposalId]);
    const { electorate } = await governor.read.outcomeOf([proposalId]);
    return { forVotes, againstVotes, turnout: forVotes + againstVotes, electorate };
  }
});
