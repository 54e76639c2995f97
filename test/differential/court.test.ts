import { expect } from 'chai';
import fc from 'fast-check';
import { network } from 'hardhat';
import { type Address, getContract, type Hex, parseAbi } from 'viem';
import { appealCost, feesOf } from '../../protocol/court/appeal-cost.ts';
import { type Ballot, packBallots, unpackBallots } from '../../protocol/court/ballots.ts';
import { drawJury } from '../../protocol/court/draw-jury.ts';
import { drawSeed } from '../../protocol/court/draw-seed.ts';
import { jurySize, LAST_ROUND } from '../../protocol/court/jury-size.ts';
import { PHASES, phaseAt, STAGES } from '../../protocol/court/phase-at.ts';
import { rulingOf } from '../../protocol/court/ruling.ts';
import { settleRound } from '../../protocol/court/settle-round.ts';
import {
  ballotOf,
  type CourtWorld,
  gasOf,
  headerOf,
  newDispute,
  openCourt,
  PARAMETERS,
  rpcBlock,
  seedHeader,
  TERM,
  WINDOWS,
} from '../../scripts/bench/court-world.ts';

const SEATS = 24;
const CHOICES = 3n;
const CASES = 14;
const APPELLANT = 1;
/** A Hardhat chain has no history (EIP-2935) beyond what the opcode tells. */
const MOST_HISTORY = 256n;

/** What a juror does: 0–3 votes, 4 commits only, 5 nothing; most of them agree. */
const deed = fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, { weight: 2, arbitrary: fc.constant(2) }, fc.nat(5));
const round = fc.array(deed, { minLength: 15, maxLength: 15 });
const anyCase = fc.record({
  seats: fc.oneof({ weight: 3, arbitrary: fc.constant(SEATS) }, fc.integer({ min: 0, max: SEATS })),
  parties: fc.subarray(
    Array.from({ length: SEATS }, (_, i) => i + 1),
    { maxLength: 12 },
  ),
  rounds: fc.array(round, { minLength: 1, maxLength: 3 }),
});
type Case = typeof anyCase extends fc.Arbitrary<infer T> ? T : never;

/** Amounts that should wait for accounts, and what candidates have left. */
interface Books {
  coins: Map<Address, bigint>;
  tokens: Map<Address, bigint>;
  treasury: { coins: bigint; tokens: bigint };
}

describe('the court and its rules', function () {
  this.timeout(300_000);
  let world: CourtWorld;
  const books: Books = { coins: new Map(), tokens: new Map(), treasury: { coins: 0n, tokens: 0n } };

  before(async () => {
    world = await openCourt(await network.create(), SEATS);
  });

  it('whole cases with headers of real blocks', async () => {
    const cases = fc.sample(anyCase, CASES);
    // The rarest paths always.
    const all: number[] = Array.from({ length: 15 }, () => 1);
    cases.push({ seats: 2, parties: [], rounds: [all] }, { seats: SEATS, parties: [1, 2, 3], rounds: [all, all, all] });
    for (const one of cases) await runCase(one);
  });

  it('rulings of any votes', async () => {
    const { viem } = world.connection;
    const { address } = await viem.deployContract('CourtHarness');
    const abi = parseAbi(['function pluralities(uint120[] votes) pure returns (uint256[] choices, bool[] decided)']);
    const harness = getContract({ abi, address, client: world.publicClient });
    const lane: fc.Arbitrary<Ballot> = fc.oneof(
      fc.constantFrom<Ballot>({ state: 'none' }, { state: 'committed' }),
      fc.integer({ min: 0, max: 3 }).map((choice): Ballot => ({ state: 'revealed', choice })),
      fc.integer({ min: 0, max: 253 }).map((choice): Ballot => ({ state: 'revealed', choice })),
    );
    const juries = fc.sample(fc.array(lane, { maxLength: 15 }), 400);
    const [choices, decided] = await harness.read.pluralities([juries.map(packBallots)]);
    const rulings = juries.map((_, i) => ({ choice: Number(choices[i]), decided: decided[i] }));
    expect(rulings).to.deep.equal(juries.map(rulingOf));
  });

  it('headers of hundreds of blocks, of those with transactions, too', async () => {
    const latest = await world.publicClient.getBlockNumber({ cacheTime: 0 });
    for (let number = latest; number > 0n && number > latest - 300n; number--) {
      expect(await headerOf(world, number)).to.match(/^0xf9/);
    }
  });

  it('an old block still draws, one that the chain has forgotten does not', async () => {
    const { court, connection } = world;
    const [old, missed] = [await armed(), await armed()];
    const { header, seedBlock } = await seedHeader(world, old, 0);
    const missedSeed = await seedHeader(world, missed, 0);
    await connection.networkHelpers.mine(MOST_HISTORY - 60n);
    expect(await reverts(court.write.arm([old]))).to.equal(true);
    await gasOf(world, court.write.draw([old, header]));
    const jury = await expectedJury(old, 0, seedBlock, SEATS, []);
    expect(await court.read.juryOf([old, 0n])).to.deep.equal(jury);
    await connection.networkHelpers.mine(MOST_HISTORY);
    expect(await reverts(court.write.draw([missed, missedSeed.header]))).to.equal(true);
    await gasOf(world, court.write.arm([missed]));
    const next = await seedHeader(world, missed, 0);
    await gasOf(world, court.write.draw([missed, next.header]));
    expect(await court.read.juryOf([missed, 0n])).to.deep.equal(
      await expectedJury(missed, 0, next.seedBlock, SEATS, []),
    );
  });

  async function armed(): Promise<bigint> {
    await setSeats(SEATS, []);
    const { disputeId } = await newDispute(world, CHOICES, feesOf(PARAMETERS, 0));
    await world.connection.networkHelpers.time.increase(WINDOWS.evidence);
    await gasOf(world, world.court.write.arm([disputeId]));
    return disputeId;
  }

  async function runCase({ seats, parties, rounds }: Case): Promise<void> {
    const { court, arbitrable, connection } = world;
    const { time } = connection.networkHelpers;
    await setSeats(seats, parties);
    expect(await court.read.arbitrationCost(['0x'])).to.equal(feesOf(PARAMETERS, 0));
    const { disputeId } = await newDispute(world, CHOICES, feesOf(PARAMETERS, 0));
    await checkPhase(disputeId);
    await time.increase(WINDOWS.evidence);
    let appealedChoice = 0;
    const settled: { index: number; ballots: Ballot[]; appeal: { bond: bigint; appealedChoice: number } | null }[] = [];
    let final = rulingOf([]);
    for (const [index, deeds] of rounds.entries()) {
      const cost = appealCost(PARAMETERS, index);
      const payer = index === 0 ? arbitrable.address : (world.wallets[APPELLANT]?.account.address as Address);
      if (index > 0) {
        const value = cost.fees + cost.bond;
        expect(await court.read.appealCost([disputeId, '0x'])).to.equal(value);
        const account = world.wallets[APPELLANT]?.account;
        await gasOf(world, court.write.appeal([disputeId, '0x'], { account, value }));
      }
      await checkPhase(disputeId);
      await gasOf(world, court.write.arm([disputeId]));
      const { header, seedBlock } = await seedHeader(world, disputeId, index);
      await gasOf(world, court.write.draw([disputeId, header]));
      const jury = await expectedJury(disputeId, index, seedBlock, seats, parties);
      expect(await court.read.juryOf([disputeId, BigInt(index)])).to.deep.equal(jury);
      const empty = BigInt(jurySize(index) - jury.length) * PARAMETERS.feePerJuror;
      credit(books.coins, payer, empty + (jury.length === 0 && index > 0 ? cost.bond : 0n));
      await checkPhase(disputeId);
      if (jury.length === 0) break;
      await voteRound(disputeId, index, jury, deeds);
      const ballots = await readBallots(disputeId, index);
      final = rulingOf(ballots);
      settled.push({ index, ballots, appeal: index === 0 ? null : { bond: cost.bond, appealedChoice } });
      appealedChoice = final.choice;
      await checkPhase(disputeId);
    }
    await time.increase(WINDOWS.appeal);
    await checkPhase(disputeId);
    await gasOf(world, court.write.executeRuling([disputeId]));
    expect(await arbitrable.read.rulingOf([disputeId])).to.equal(BigInt(final.choice));
    for (const { index, ...one } of settled.reverse()) await settle(disputeId, index, one, final);
    await checkBooks();
  }

  /** The term of the next draw: the first candidates, of whom some are parties. */
  async function setSeats(count: number, parties: readonly number[]): Promise<void> {
    const { seats, arbitrable, jurors } = world;
    await gasOf(world, seats.write.elect([TERM, jurors.slice(0, count).map((_, i) => i + 1)]));
    for (const [i, { account }] of jurors.entries()) {
      const isParty = parties.includes(i + 1);
      if ((await arbitrable.read.isParty([account.address])) !== isParty) {
        await gasOf(world, arbitrable.write.setParty([account.address, isParty]));
      }
    }
  }

  async function expectedJury(
    disputeId: bigint,
    index: number,
    seedBlock: bigint,
    seats: number,
    parties: readonly number[],
  ): Promise<number[]> {
    const { mixHash } = (await rpcBlock(world.publicClient, seedBlock)) as unknown as { mixHash: Hex };
    const key = { chainId: world.chainId, court: world.court.address as Address, disputeId, round: index };
    const pool = Array.from({ length: seats }, (_, i) => i + 1);
    return drawJury(drawSeed(key, mixHash), index, pool, (candidateId) => parties.includes(candidateId));
  }

  async function voteRound(disputeId: bigint, index: number, jury: readonly number[], deeds: readonly number[]) {
    const { court, jurors, connection } = world;
    const ballots = jury.map((juror, seat) => {
      const choice = Math.min(deeds[seat] as number, 4) % 4;
      return { choice, deed: deeds[seat] as number, ...ballotOf(world, disputeId, index, seat, juror, choice) };
    });
    for (const [seat, { deed: done, commitment }] of ballots.entries()) {
      if (done === 5) continue;
      const account = jurors[(jury[seat] as number) - 1]?.account;
      await gasOf(world, court.write.commit([disputeId, BigInt(index), BigInt(seat), commitment], { account }));
    }
    await checkPhase(disputeId);
    if (ballots.some(({ deed: done }) => done === 5)) await connection.networkHelpers.time.increase(WINDOWS.commit);
    await checkPhase(disputeId);
    for (const [seat, { deed: done, choice, salt }] of ballots.entries()) {
      if (done > 3) continue;
      await gasOf(world, court.write.reveal([disputeId, BigInt(index), BigInt(seat), BigInt(choice), salt]));
    }
    await checkPhase(disputeId);
    const isOpen = ballots.every(({ deed: done }) => done !== 4) && ballots.some(({ deed: done }) => done < 4);
    if (!isOpen) await connection.networkHelpers.time.increase(WINDOWS.reveal);
    const expected = ballots.map(({ deed: done, choice }): Ballot => {
      if (done > 3) return { state: done === 4 ? 'committed' : 'none' };
      return { state: 'revealed', choice };
    });
    expect(await readBallots(disputeId, index)).to.deep.equal(expected);
    expect(await court.read.currentRuling([disputeId])).to.equal(BigInt(rulingOf(expected).choice));
  }

  async function readBallots(disputeId: bigint, index: number): Promise<Ballot[]> {
    const { votes, size } = await world.court.read.roundOf([disputeId, BigInt(index)]);
    return unpackBallots(votes, size);
  }

  async function settle(
    disputeId: bigint,
    index: number,
    settledRound: Parameters<typeof settleRound>[1],
    final: ReturnType<typeof rulingOf>,
  ): Promise<void> {
    const { court, seats, jurors, arbitrable, wallets } = world;
    const jury = await court.read.juryOf([disputeId, BigInt(index)]);
    const bonds = await Promise.all(jury.map((juror) => seats.read.bondOf([juror])));
    const shares = settleRound(PARAMETERS, settledRound, final, (seat) => bonds[seat] as bigint);
    await gasOf(world, court.write.settle([disputeId, BigInt(index)]));
    for (const [seat, { coins, tokens, lost }] of shares.seats.entries()) {
      const juror = jury[seat] as number;
      const account = jurors[juror - 1]?.account.address as Address;
      credit(books.coins, account, coins);
      credit(books.tokens, account, tokens);
      expect(await seats.read.bondOf([juror])).to.equal((bonds[seat] as bigint) - lost);
    }
    const payer = index === 0 ? arbitrable.address : (wallets[APPELLANT]?.account.address as Address);
    credit(books.coins, payer, shares.payer);
    books.treasury.coins += shares.treasury.coins;
    books.treasury.tokens += shares.treasury.tokens;
  }

  async function checkBooks(): Promise<void> {
    for (const account of new Set([...books.coins.keys(), ...books.tokens.keys()])) {
      const owed = [books.coins.get(account) ?? 0n, books.tokens.get(account) ?? 0n];
      expect(await world.court.read.balanceOf([account])).to.deep.equal(owed);
    }
    const { coins, tokens } = books.treasury;
    expect(await world.court.read.treasuryBalance()).to.deep.equal([coins, tokens]);
  }

  /** At the latest block's time, for which calls are made. */
  async function checkPhase(disputeId: bigint): Promise<void> {
    const { court, publicClient } = world;
    const { lastRound, openedAt } = await court.read.disputeOf([disputeId]);
    expect(lastRound).to.be.at.most(LAST_ROUND);
    const { stage, since } = await court.read.roundOf([disputeId, BigInt(lastRound)]);
    const { timestamp } = await publicClient.getBlock();
    const state = { round: lastRound, stage: STAGES[stage] as (typeof STAGES)[number], since, openedAt };
    const { phase, endsAt } = phaseAt(WINDOWS, state, Number(timestamp));
    const [actual, end] = await court.read.phaseOf([disputeId], { blockTag: 'latest' });
    expect([PHASES[actual], end]).to.deep.equal([phase, endsAt ?? 0]);
  }

  async function reverts(transaction: Promise<Hex>): Promise<boolean> {
    return await transaction.then(
      () => false,
      () => true,
    );
  }
});

function credit(book: Map<Address, bigint>, account: Address, amount: bigint): void {
  if (amount > 0n) book.set(account, (book.get(account) ?? 0n) + amount);
}
