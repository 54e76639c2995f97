import { expect } from 'chai';
import { DECISION_CLASSES } from '../../protocol/governance/decision-class.ts';
import { proposalState } from '../../scripts/local/proposals.ts';
import { toTime } from '../../scripts/local/time.ts';
import { presentEpoch } from '../../scripts/seed/catalogue/lots.ts';
import { membershipKinds } from '../../scripts/seed/catalogue/memberships.ts';
import { proposals as catalogue } from '../../scripts/seed/catalogue/proposals.ts';
import { visitorPersona } from '../../scripts/seed/catalogue/roles.ts';
import { personOf } from '../../scripts/seed/people.ts';
import type { World } from '../../scripts/seed/world.ts';
import { seededWorld } from '../residents/seeded-world.ts';

const DAY = 24 * 60 * 60;
const PLATFORM_PRICE = 120_000_000n;

describe('governance, emission and memberships of the seed', function () {
  this.timeout(60_000);
  let world: World;

  before(async () => {
    world = await seededWorld();
    // A start is a day into the present epoch.
    const { genesis, epochLength } = world.commune.clock;
    await toTime(world.commune, genesis + presentEpoch * epochLength + DAY);
  });

  const idOf = (key: string) => world.proposals.get(key) ?? 0n;

  it('has decisions in every state that a visitor should see', async () => {
    const states = await Promise.all(
      catalogue.map(async ({ key }) => [key, await proposalState(world.commune, idOf(key))] as const),
    );
    expect(Object.fromEntries(states)).to.deep.equal({
      platformFee: 'Executed',
      promotion: 'Defeated',
      experiencerFee: 'Defeated',
      referenceSamples: 'Succeeded',
      unsealCharge: 'Active',
    });
  });

  it('refused two for different reasons: too few of a mind for the treasury, too few at all for a parameter', async () => {
    const { governor } = world.commune.contracts;
    const facts = async (key: string) => {
      const [against, forVotes] = await governor.read.proposalVotes([idOf(key)]);
      const { cast, floor } = await governor.read.outcomeOf([idOf(key)]);
      const decisionClass = DECISION_CLASSES[await governor.read.classOf([idOf(key)])];
      return { decisionClass, isAhead: forVotes > against, hasTurnout: cast >= floor };
    };
    const promotion = { decisionClass: 'constitutional', isAhead: true, hasTurnout: true };
    expect(await facts('promotion')).to.deep.equal(promotion);
    const fee = { decisionClass: 'parameter', isAhead: true, hasTurnout: false };
    expect(await facts('experiencerFee')).to.deep.equal(fee);
  });

  it('says everything in both languages, the title first', async () => {
    const { governor } = world.commune.contracts;
    const events = await governor.getEvents.ProposalCreated({ fromBlock: 0n });
    expect(events.length).to.equal(catalogue.length);
    for (const [i, { args }] of events.entries()) {
      const { title, text } = catalogue[i] ?? expect.fail('an unknown proposal');
      const [first] = (args.description ?? '').split('\n');
      expect(first).to.equal(`# ${title['zh-Hans']} / ${title.en}`);
      expect(args.description).to.include(text['zh-Hans']).and.to.include(text.en);
    }
    const votes = await governor.getEvents.VoteCast({}, { fromBlock: 0n });
    expect(votes.filter(({ args }) => args.reason !== '').length).to.be.at.least(10);
    expect(new Set(votes.map(({ args }) => args.support))).to.deep.equal(new Set([0, 1, 2]));
  });

  it('leaves a vote to the visitor that decides', async () => {
    const { governor, power } = world.commune.contracts;
    const id = idOf('unsealCharge');
    const { address: account } = personOf(world.people.experiencers, visitorPersona);
    const own = await power.read.getPastVotes([account, await governor.read.proposalSnapshot([id])]);
    const [against, forVotes] = await governor.read.proposalVotes([id]);
    expect(forVotes > against && against + own > forVotes).to.equal(true);
    await governor.simulate.castVote([id, 0], { account });
  });

  it('charges platforms for membership, as was decided, and has members of every kind', async () => {
    const { memberships } = world.commune.contracts;
    expect(await memberships.read.priceOf([membershipKinds.platform])).to.equal(PLATFORM_PRICE);
    expect(await memberships.read.priceOf([membershipKinds.experiencer])).to.equal(0n);
    const paid = await memberships.getEvents.MembershipPaid({}, { fromBlock: 0n });
    expect(new Set(paid.map(({ args }) => args.kind))).to.deep.equal(new Set(Object.values(membershipKinds)));
    const amounts = paid.filter(({ args }) => args.kind === membershipKinds.platform).map(({ args }) => args.amount);
    expect(amounts).to.deep.equal([0n, PLATFORM_PRICE]);
  });

  it('has mined: rounds registered, most of it claimed, something left to the visitor’s persona', async () => {
    const { emission, timelock, token } = world.commune.contracts;
    const finished = world.lots.filter(({ scoringEpoch }) => scoringEpoch < presentEpoch);
    for (const { lotId, scoringEpoch } of finished) {
      expect((await emission.read.miningOf([lotId])).epoch, `lot ${lotId}`).to.equal(scoringEpoch);
    }
    const claimed = await emission.getEvents.WorkMined({}, { fromBlock: 0n });
    expect(claimed.length).to.be.at.least(20);
    const { id } = personOf(world.people.experiencers, visitorPersona);
    const waiting = await Promise.all(
      finished
        .filter(({ scoringEpoch }) => scoringEpoch + 2 <= presentEpoch)
        .map(async ({ lotId }) => {
          expect(await emission.read.isClaimed([lotId, id])).to.equal(false);
          return emission.read.minedBy([lotId, id]);
        }),
    );
    expect(waiting.some((amount) => amount > 0n)).to.equal(true);
    expect((await emission.read.treasuryUntil()) > 0).to.equal(true);
    expect((await token.read.balanceOf([timelock.address])) > 0n).to.equal(true);
  });
});
