import { expect } from 'chai';
import { voteCommitment } from '../../protocol/court/vote-commitment.ts';
import { accountIndex } from '../../scripts/local/accounts.ts';
import { commitVote, revealVote } from '../../scripts/local/court.ts';
import { sent } from '../../scripts/local/deploy-local.ts';
import { localSalt } from '../../scripts/local/report.ts';
import { toTime } from '../../scripts/local/time.ts';
import type { OpenDispute } from '../../scripts/residents/docket.ts';
import { judge } from '../../scripts/residents/judge.ts';
import type { Settings } from '../../scripts/residents/settings.ts';
import { closest, listingVerdict } from '../../scripts/residents/verdict.ts';
import { visitorPersona } from '../../scripts/seed/catalogue/roles.ts';
import { personOf, type Tester } from '../../scripts/seed/people.ts';
import type { World } from '../../scripts/seed/world.ts';
import { residentsOf, seededWorld } from './seeded-world.ts';

const KEEP = 1;
const SUSPEND = 2;
const [COUNTERFEIT, AGAINST_REGULATION, FALSE_DOCUMENT, FOREIGN_GTIN] = [1, 2, 3, 4];

describe('residents on a jury', function () {
  this.timeout(120_000);
  let world: World;
  let settings: Settings;
  let wu: Tester;

  before(async () => {
    world = await seededWorld();
    ({ settings } = await residentsOf(world));
    wu = personOf(world.people.experiencers, visitorPersona);
  });

  async function dispute(disputeId: bigint): Promise<OpenDispute> {
    const open = await settings.docket.open();
    return open.find((one) => one.disputeId === disputeId) ?? expect.fail('no such dispute');
  }

  const seatOf = ({ jury }: OpenDispute) => jury.indexOf(world.candidates.get(wu.index) ?? 0);
  const states = ({ ballots }: OpenDispute) => ballots.map(({ state }) => state);

  it('commit once, and leave the visitor’s vote to him', async () => {
    const other = world.people.experiencers.find(
      ({ key, index }) => key !== visitorPersona && world.jury.includes(world.candidates.get(index) ?? -1),
    );
    const before = await dispute(2n);
    expect(states(before)).to.deep.equal(['none', 'none', 'none']);
    const visitor = other?.address ?? null;
    expect(await judge(settings, visitor)).to.equal(visitor === null ? 2 : 1);
    expect(await judge(settings)).to.equal(visitor === null ? 0 : 1);
    expect(await judge(settings)).to.equal(0);
    const after = await dispute(2n);
    expect(after.ballots[seatOf(after)]?.state).to.equal('none');
    expect(states(after).filter((state) => state === 'committed').length).to.equal(2);
  });

  it('open their votes when the last one is in, but not his', async () => {
    const { chainId, contracts } = world.commune;
    const seat = seatOf(await dispute(2n));
    const vote = {
      ...{ chainId, court: contracts.court.address, disputeId: 2n, round: 0, seat },
      ...{ candidateId: world.candidates.get(wu.index) ?? 0, choice: SUSPEND, salt: localSalt('mine') },
    };
    await commitVote(world.commune, wu.actor, vote);
    expect((await dispute(2n)).phase).to.equal('Reveal');
    expect(await contracts.court.read.commitmentOf([2n, 0n, BigInt(seat)])).to.equal(voteCommitment(vote));
    expect(await judge(settings)).to.equal(2);
    expect(await judge(settings)).to.equal(0);
    await revealVote(world.commune, wu.actor, vote);
    const { phase, ballots } = await dispute(2n);
    expect(phase).to.equal('Appeal');
    // The lot is what it says it is.
    for (const [i, ballot] of ballots.entries()) {
      expect(ballot).to.deep.equal({ state: 'revealed', choice: i === seat ? SUSPEND : KEEP });
    }
  });

  it('let the blocks pass that a draw waits for', async () => {
    const { court } = world.commune.contracts;
    const { endsAt } = await dispute(3n);
    await toTime(world.commune, endsAt);
    const { account } = world.commune.actor(accountIndex.keeper);
    await sent(world.commune, 'arm', court.write.arm([3n], { account }));
    const { phase, seedBlock } = await dispute(3n);
    expect(phase).to.equal('Drawing');
    expect(await judge(settings)).to.equal(2);
    expect(await world.commune.publicClient.getBlockNumber({ cacheTime: 0 })).to.equal(BigInt(seedBlock));
    expect(await judge(settings)).to.equal(0);
  });

  it('find the consensus that is nearest to the truth, the tallied one of equals', () => {
    const parameters = [{ tolerance: 10 }, { tolerance: 100 }] as unknown as Parameters<
      typeof closest
    >[2]['parameters'];
    const truth = [50, 500];
    expect(
      closest(
        [
          [50, 700],
          [52, 510],
          [50, 560],
        ],
        truth,
        { parameters },
      ),
    ).to.equal(2);
    expect(
      closest(
        [
          [51, 500],
          [50, 510],
        ],
        truth,
        { parameters },
      ),
    ).to.equal(KEEP);
    // All three are far off: none is right.
    expect(
      closest(
        [
          [50, 900],
          [90, 500],
          [90, 900],
        ],
        truth,
        { parameters },
      ),
    ).to.equal(4);
  });

  it('suspend a lot for its ground only', () => {
    const at = { decimals: 0, legalMin: 0, legalMax: 100, direction: 2, isSealed: false, weightBps: 5_000 };
    const parameters = [
      { ...at, tolerance: 5, critical: false },
      { ...at, tolerance: 10, critical: true },
    ] as unknown as Parameters<typeof listingVerdict>[0]['parameters'];
    const on = (ground: number | undefined, claims: (number | null)[], truth: number[]) =>
      listingVerdict({ parameters }, claims, truth, ground ?? 0);
    const [falseClaim, dangerous, unlawful] = [
      [26, 50],
      [20, 61],
      [20, 101],
    ];
    expect(on(FALSE_DOCUMENT, [20, 50], falseClaim)).to.equal(SUSPEND);
    expect(on(FALSE_DOCUMENT, [20, 50], [25, 60])).to.equal(KEEP);
    expect(on(FALSE_DOCUMENT, [null, 50], falseClaim)).to.equal(KEEP);
    expect(on(COUNTERFEIT, [20, 50], falseClaim)).to.equal(KEEP);
    expect(on(COUNTERFEIT, [20, 50], dangerous)).to.equal(SUSPEND);
    expect(on(AGAINST_REGULATION, [20, 50], dangerous)).to.equal(KEEP);
    expect(on(AGAINST_REGULATION, [null, null], unlawful)).to.equal(SUSPEND);
    expect(on(FOREIGN_GTIN, [20, 50], unlawful)).to.equal(KEEP);
  });
});
