import { expect } from 'chai';
import { type Hex, keccak256, parseEventLogs, stringToHex } from 'viem';
import { voteCommitment } from '../../../protocol/court/vote-commitment.ts';
import type { Receipt } from '../../../protocol/settlement/receipt.ts';
import { runTick } from '../../../relay/jobs/run-tick.ts';
import { standingProblems } from '../../../relay/jobs/standing-problems.ts';
import { treesOf } from '../../../relay/proofs/statement-trees.ts';
import { buildApp } from '../../../relay/server/app.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { fund, sent } from '../../../scripts/local/deploy-local.ts';
import { type OfferedLot, unsealLot } from '../../../scripts/local/offer.ts';
import { commitReport, type DraftReport, localSalt, revealReport } from '../../../scripts/local/report.ts';
import { ROUND_STATES } from '../../../scripts/local/run-round.ts';
import { currentEpoch, now, toEpoch, toTime } from '../../../scripts/local/time.ts';
import {
  offerTestLot,
  openRelayWorld,
  openTestRelay,
  type RelayWorld,
  reporterReceipt,
  settleReceipts,
} from '../../support/relay-world.ts';
import { addValidators, candidateOf, ctt } from './validator-world.ts';

const TICK = { wait: true, maxRounds: 40, waitMs: 5_000 };
const REPORTERS = 9;
/** So few may challenge, and cannot be tallied. */
const FEW = 5;
const CLOSING = 4;
const CANDIDATES = 4;
const BOND = 60_000_000n;
const DAY = 24 * 60 * 60;
const EVIDENCE = keccak256(stringToHex('evidence'));
/** Uphold, or what the first challenger says. */
const [UPHOLD, OVERTURN] = [1, 2];
const FIRST_VOTES = [OVERTURN, OVERTURN, UPHOLD];

describe('keeper of disputes', function () {
  this.timeout(300_000);
  let world: RelayWorld;
  let relay: Awaited<ReturnType<typeof openTestRelay>>;
  /** Reporters lie about both; somebody says so of the first. */
  let lied: OfferedLot;
  let untold: OfferedLot;
  /** Challenged, and never tallied. */
  let vague: OfferedLot;
  let disputeId: bigint;

  before(async () => {
    world = await openRelayWorld(REPORTERS);
    relay = await openTestRelay(world);
    lied = await offerTestLot(world, 'LIED', 0);
    untold = await offerTestLot(world, 'UNTOLD', 0);
    vague = await offerTestLot(world, 'VAGUE', 0);
    await runTick(relay, TICK);
    const { commune } = world;
    const given = [lied, untold, vague].flatMap((lot) =>
      Array.from({ length: reporters(lot) }, (_, i) => reporterReceipt(commune, lot.lotId, i)),
    );
    const receipts = await settleReceipts(relay, given, await now(commune));
    const voters = [1, 2, 3, 4].map((id) => ({ stake: ctt(1_000), targets: [id] }));
    await addValidators(commune, CANDIDATES, voters);
    await tickAt(1);
    await eachReport(receipts);
    await fund(commune, challenger(), 10n ** 10n);
    await tickAt(3);
    await openTallyWindow();
  });
  after(async () => {
    await relay.close();
    await world.close();
  });

  const reporters = (lot: OfferedLot) => (lot === vague ? FEW : REPORTERS);
  const challenger = () => world.commune.actor(accountIndex.firstConsumer);
  const stateOf = async ({ lotId }: OfferedLot) => {
    const { state } = await world.commune.contracts.evaluations.read.roundOf([lotId]);
    return ROUND_STATES[state];
  };

  async function tick() {
    const ticked = await runTick(relay, TICK);
    expect(ticked?.failures).to.deep.equal({});
    return ticked?.done ?? {};
  }

  async function tickAt(epoch: number, half = false) {
    await toEpoch(world.commune, epoch, half);
    return tick();
  }

  /** All but the last say 5,000 where the truth is 1,000. */
  function draft(lot: OfferedLot, i: number): DraftReport {
    const values = [i === REPORTERS - 1 ? 1_000 : 5_000 + i, 500];
    return {
      lotId: lot.lotId,
      experiencerId: i + 1,
      values,
      evidenceDigest: EVIDENCE,
      salt: localSalt('r', lot.lotId, i),
    };
  }

  async function eachReport(receipts: readonly Receipt[]) {
    const { commune } = world;
    const trees = await treesOf(relay).get(0);
    for (const lot of [lied, untold, vague]) {
      for (let i = 0; i < reporters(lot); i++) {
        const { orderId } = reporterReceipt(commune, lot.lotId, i);
        const receipt = receipts.find((one) => one.orderId === orderId);
        if (receipt === undefined) throw new Error('no receipt');
        const purchase = { receipt, salt: localSalt('buyer', lot.lotId, i), settled: { epoch: 0, receipts, trees } };
        await commitReport(commune, commune.actor(accountIndex.firstExperiencer + i), draft(lot, i), purchase);
      }
    }
  }

  async function openTallyWindow() {
    const { commune } = world;
    await toEpoch(commune, CLOSING);
    for (const lot of [lied, untold, vague]) {
      for (let i = 0; i < reporters(lot); i++) {
        await revealReport(commune, commune.actor(accountIndex.firstExperiencer + i), draft(lot, i));
      }
      await unsealLot(commune, commune.actor(accountIndex.firstProducer), lot);
    }
    await toEpoch(commune, CLOSING, true);
  }

  async function challengeRound({ lotId }: OfferedLot) {
    const { disputes } = world.commune.contracts;
    const value = await disputes.read.arbitrationCost();
    const { account } = challenger();
    const args = [lotId, [1_000, 500], BOND, EVIDENCE] as const;
    await sent(world.commune, 'challenge', disputes.write.challenge(args, { account, value }));
  }

  const roundOf = (round: bigint) => world.commune.contracts.court.read.roundOf([disputeId, round]);
  const juryOf = (round: bigint) => world.commune.contracts.court.read.juryOf([disputeId, round]);

  /** Every juror commits to his choice and reveals it. */
  async function vote(round: number, choices: readonly number[]) {
    const { chainId, contracts } = world.commune;
    const { court } = contracts;
    const key = [disputeId, BigInt(round)] as const;
    const ballots = (await juryOf(BigInt(round))).map((candidateId, seat) => {
      const [choice, salt] = [choices[seat] ?? 0, localSalt('vote', round, seat)];
      const vote = { chainId, court: court.address, disputeId, round, seat, candidateId, choice, salt };
      return { ...vote, commitment: voteCommitment(vote) };
    });
    for (const { seat, candidateId, commitment } of ballots) {
      const { account } = candidateOf(world.commune, candidateId);
      await sent(world.commune, 'vote', court.write.commit([...key, BigInt(seat), commitment], { account }));
    }
    for (const { seat, choice, salt } of ballots) {
      await sent(world.commune, 'vote', court.write.reveal([...key, BigInt(seat), BigInt(choice), salt]));
    }
  }

  it('brings a challenged round before the court, and does not finalize it', async () => {
    await challengeRound(lied);
    await challengeRound(vague);
    expect((await tick())['keeper-tally']).to.equal(2);
    await toEpoch(world.commune, CLOSING + 1);
    const done = await tick();
    expect(done).to.include({ 'keeper-refer': 2, 'keeper-finalize': 2, 'keeper-court-arm': 0 });
    const states = await Promise.all([lied, untold, vague].map(stateOf));
    expect(states).to.deep.equal(['Tallied', 'Final', 'Unproven']);
    const { court, disputes } = world.commune.contracts;
    disputeId = await court.read.disputeCount();
    expect(await disputes.read.caseOfDispute([court.address, disputeId])).to.equal(1n);
    // Nothing to dispute: everything back.
    expect(await disputes.read.creditOf([challenger().account.address])).to.equal(BOND);
  });

  it('arms the draw after the evidence, and again when the block was forgotten', async () => {
    const { networkHelpers } = world.commune.connection;
    await toTime(world.commune, (await now(world.commune)) + 2 * DAY);
    expect(await tick()).to.include({ 'keeper-court-arm': 1, 'keeper-court-draw': 0 });
    const { seedBlock } = await roundOf(0n);
    // Nobody was there while the chain remembered.
    await networkHelpers.mine(300);
    expect(await tick()).to.include({ 'keeper-court-arm': 1, 'keeper-court-draw': 0 });
    expect(Number((await roundOf(0n)).seedBlock)).to.be.greaterThan(Number(seedBlock));
  });

  it('draws a jury with the header of a real block', async () => {
    await world.commune.connection.networkHelpers.mine(5);
    expect(await tick()).to.include({ 'keeper-court-arm': 0, 'keeper-court-draw': 1 });
    expect(new Set(await juryOf(0n)).size).to.equal(3);
    expect((await tick())['keeper-court-draw']).to.equal(0);
  });

  it('says in metrics what waits for whom', async () => {
    const app = await buildApp(relay);
    const { body } = await app.inject({ url: '/metrics' });
    await app.close();
    expect(body).to.match(/^relay_court_disputes\{waits_for="votes"\} 1$/m);
    expect(body).to.match(/^relay_dispute_cases\{stage="pending"\} 1$/m);
    expect(body).to.match(/^relay_terms_not_closed 0$/m);
    expect(body).to.match(/^relay_keeper_duties_set_aside 0$/m);
  });

  it('draws again after an appeal, at once', async () => {
    const { court } = world.commune.contracts;
    await vote(0, FIRST_VOTES);
    expect((await tick())['keeper-court-end']).to.equal(0);
    const value = await court.read.appealCost([disputeId, '0x']);
    const { account } = challenger();
    await sent(world.commune, 'appeal', court.write.appeal([disputeId, '0x'], { account, value }));
    expect(await tick()).to.include({ 'keeper-court-arm': 1, 'keeper-court-draw': 0 });
    await world.commune.connection.networkHelpers.mine(5);
    expect((await tick())['keeper-court-draw']).to.equal(1);
    await vote(1, [OVERTURN, OVERTURN, OVERTURN]);
  });

  it('ends the dispute in one transaction: ruling, settlements, pay of the jurors who saw it', async () => {
    const { commune } = world;
    const { court } = commune.contracts;
    expect((await tick())['keeper-court-end']).to.equal(0);
    await toTime(commune, (await now(commune)) + 3 * DAY);
    const from = await commune.publicClient.getBlockNumber({ cacheTime: 0 });
    const [first, second] = [await juryOf(0n), await juryOf(1n)];
    const right = new Set([...first.filter((_, seat) => FIRST_VOTES[seat] === OVERTURN), ...second]);
    expect(await tick()).to.include({ 'keeper-court-end': 3 + right.size, 'keeper-execute-case': 1 });
    const ended = await court.getEvents.RulingExecuted({}, { fromBlock: from });
    const hash = ended[0]?.transactionHash as Hex;
    const { logs, gasUsed } = await commune.publicClient.getTransactionReceipt({ hash });
    const names = parseEventLogs({ abi: court.abi, logs }).map(({ eventName }) => eventName);
    expect(names.filter((name) => name === 'Withdrawn')).to.have.length(right.size);
    expect(names.filter((name) => name === 'RoundSettled')).to.have.length(2);
    expect(Number(gasUsed)).to.be.lessThan(700_000);
    for (const [seat, candidateId] of first.entries()) {
      const { address } = candidateOf(commune, candidateId).account;
      expect(await court.read.balanceOf([address])).to.deep.equal([0n, 0n]);
      const penalised = (await commune.contracts.validators.read.candidateOf([candidateId])).bond < ctt(10_000);
      expect(penalised).to.equal(FIRST_VOTES[seat] === UPHOLD);
    }
  });

  it('carries the ruling out, scores in the epoch after it and pays who told the truth', async () => {
    const { commune } = world;
    const { evaluations } = commune.contracts;
    expect(await stateOf(lied)).to.equal('Final');
    const { scoringEpoch } = await evaluations.read.roundOf([lied.lotId]);
    expect(scoringEpoch).to.equal((await currentEpoch(commune)) + 1);
    expect(scoringEpoch).to.be.greaterThan(CLOSING + 1);
    expect((await tick())['keeper-score']).to.equal(0);
    expect((await tickAt(scoringEpoch))['keeper-score']).to.equal(1);
    const [liar, honest] = await Promise.all([1, REPORTERS].map((id) => evaluations.read.reportOf([lied.lotId, id])));
    expect([liar?.quality, (honest?.quality ?? 0) > 0]).to.deep.equal([0, true]);
    expect((await tickAt(scoringEpoch + 1))['keeper-close']).to.equal(1);
    const done = await tickAt(scoringEpoch + 2);
    expect(done['keeper-claim']).to.equal(REPORTERS);
    expect((await evaluations.getEvents.ReportSlashed({}, { fromBlock: 0n })).length).to.equal(REPORTERS - 1);
    expect(await evaluations.read.auditFundAccrued()).to.equal(0n);
    expect(await standingProblems(relay)).to.deep.equal([]);
    expect((await tick())['keeper-sweep']).to.equal(0);
  });
});
