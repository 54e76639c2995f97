import { expect } from 'chai';
import { parseEventLogs } from 'viem';
import { cidFromDigest } from '../../protocol/documents/cid-from-digest.ts';
import { toTime } from '../../scripts/local/time.ts';
import { Docket } from '../../scripts/residents/docket.ts';
import { collecting, lie, vote } from '../../scripts/seed/catalogue/disputes.ts';
import { lots as catalogue, presentEpoch } from '../../scripts/seed/catalogue/lots.ts';
import { visitorPersona } from '../../scripts/seed/catalogue/roles.ts';
import { personOf } from '../../scripts/seed/people.ts';
import type { World } from '../../scripts/seed/world.ts';
import { listAccounts } from '../../scripts/start/accounts.ts';
import { seededWorld } from '../residents/seeded-world.ts';

const DAY = 24 * 60 * 60;
const CLOSED = 4;
const SLASHED_QUALITY = 0;

describe('validators and disputes of the seed', function () {
  this.timeout(60_000);
  let world: World;

  before(async () => {
    world = await seededWorld();
    // A start is a day into the present epoch.
    const { genesis, epochLength } = world.commune.clock;
    await toTime(world.commune, genesis + presentEpoch * epochLength + DAY);
  });

  const candidateOf = (key: string) =>
    world.candidates.get(personOf([...world.people.jurors, ...world.people.experiencers], key).index) ?? 0;
  const lotIdOf = (code: string) => catalogue.findIndex(({ lotCode }) => lotCode === code);
  const logsOf = async (name: 'evaluations' | 'disputes' | 'validators') => {
    const { address } = world.commune.contracts[name];
    return world.commune.publicClient.getLogs({ address, fromBlock: 0n });
  };

  it('has validators in the present term and in the one before', async () => {
    const { elections } = world.commune.contracts;
    const term = await elections.read.currentTerm();
    const before = await elections.read.seatsOf([term - 1]);
    const present = await elections.read.seatsOf([term]);
    expect(before.length).to.equal(world.people.jurors.length);
    expect(present.length).to.be.above(before.length);
    for (const key of ['judgeZhong', 'linMeasures', visitorPersona]) expect(present).to.include(candidateOf(key));
    const commissions = await elections.read.seatsIn([term]);
    expect(new Set(commissions.map(({ commissionBps }) => commissionBps)).size).to.be.above(5);
  });

  it('shared what the last term brought, and left some of it to be claimed', async () => {
    const { elections, rewards } = world.commune.contracts;
    const term = (await elections.read.currentTerm()) - 1;
    expect(await rewards.read.nextTerm()).to.equal(term + 1);
    const seats = await elections.read.seatsIn([term]);
    const shares = await Promise.all(seats.map((_, index) => rewards.read.rewardOf([term, BigInt(index)])));
    const paid = await Promise.all(seats.map((seat) => rewards.read.commissionClaimed([term, seat.candidateId])));
    const slashed = await Promise.all(seats.map((seat) => elections.read.slashedIn([term, seat.candidateId])));
    expect(new Set(paid)).to.deep.equal(new Set([true, false]));
    expect(slashed.filter((is) => is).length).to.equal(1);
    for (const [i, share] of shares.entries()) expect(share > 0n).to.equal(!slashed[i]);
    expect((await rewards.read.reserved()) > 0n).to.equal(true);
  });

  it('has a candidate and a nomination that wait for the next election', async () => {
    const { elections, validators } = world.commune.contracts;
    const newcomer = candidateOf('dataDan');
    const { tag, running } = await validators.read.candidateOf([newcomer]);
    const next = (await elections.read.currentTerm()) + 1;
    expect(running).to.equal(true);
    expect(tag).to.equal(next);
    expect(await elections.read.sits([next - 1, newcomer])).to.equal(false);
    const named = parseEventLogs({
      abi: validators.abi,
      eventName: 'NominationsSet',
      logs: await logsOf('validators'),
    }).filter(({ args }) => args.candidateIds.includes(newcomer));
    expect(named.map(({ args }) => args.fromElection)).to.deep.equal([next]);
  });

  it('gave the visitor CTT, and nobody the power to mint power', async () => {
    const { power, timelock, token } = world.commune.contracts;
    const [visitor] = listAccounts(world);
    expect((await token.read.balanceOf([visitor?.address ?? '0x'])) > 0n).to.equal(true);
    expect(await power.read.isMinter([timelock.address])).to.equal(false);
  });

  it('overturned a lie: the lot is suspended, liars are slashed, honest reporters scored, the challenger paid', async () => {
    const { commodities, disputes, evaluations } = world.commune.contracts;
    const lotId = lotIdOf(lie.lotCode);
    const liars = world.people.colluders.map(({ id }) => id);
    const { overturned, consensus } = await evaluations.read.roundOf([lotId]);
    expect(overturned).to.equal(true);
    expect(await commodities.read.isSellable([lotId])).to.equal(false);
    const [challenge] = await disputes.read.challengesOf([await disputes.read.caseOfRound([lotId])]);
    expect(challenge?.values).to.equal(consensus);
    for (const { tester } of world.lots[lotId]?.reports ?? []) {
      const { quality } = await evaluations.read.reportOf([lotId, tester.id]);
      if (liars.includes(tester.id)) expect(quality).to.equal(SLASHED_QUALITY);
      else expect(quality, tester.key).to.be.above(SLASHED_QUALITY);
    }
    const logs = await logsOf('evaluations');
    const slashed = parseEventLogs({ abi: evaluations.abi, eventName: 'ReportSlashed', logs });
    expect(slashed.map(({ args }) => args.experiencerId).sort()).to.deep.equal(liars);
    const [ruled] = parseEventLogs({ abi: evaluations.abi, eventName: 'RoundRuled', logs });
    // What is required, whatever seals have cost, and the charge for this lot.
    expect((ruled?.args.charge ?? 0n) > (await commodities.read.bondRequired())).to.equal(true);
    const bounty = slashed.reduce((sum, { args }) => sum + args.bounty, ruled?.args.bounty ?? 0n);
    expect(bounty > lie.bond).to.equal(true);
    const { address } = personOf(world.people.experiencers, lie.challenger);
    expect(await evaluations.read.creditOf([address])).to.equal(0n);
    expect(await disputes.read.creditOf([address])).to.equal(0n);
    expect((await disputes.read.caseOf([1n])).state).to.equal(CLOSED);
  });

  it('lets the visitor vote in one case and hand in evidence in another', async () => {
    const { court, disputes } = world.commune.contracts;
    const open = await new Docket(world.commune).open();
    expect(open.map(({ phase, subject }) => [phase, subject])).to.deep.equal([
      ['Commit', lotIdOf(vote.lotCode)],
      ['Evidence', lotIdOf(collecting.lotCode)],
    ]);
    const [voting, gathering] = open;
    const wu = candidateOf(visitorPersona);
    const seat = voting?.jury.indexOf(wu) ?? -1;
    expect(seat).to.be.at.least(0);
    expect(voting?.ballots.every(({ state }) => state === 'none')).to.equal(true);
    const { address: account } = personOf(world.people.experiencers, visitorPersona);
    const commitment = `0x${'ab'.repeat(32)}` as const;
    await court.simulate.commit([voting?.disputeId ?? 0n, 0n, BigInt(seat), commitment], { account });
    await disputes.simulate.submitEvidence([gathering?.caseId ?? 0n, commitment], { account });
    const seated = listAccounts(world).filter(({ hint }) => hint?.en.startsWith('juror'));
    expect(seated.map(({ candidateId }) => candidateId).sort()).to.deep.equal([...(voting?.jury ?? [])].sort());
  });

  it('publishes what explains every kind of case to jurors', async () => {
    const { disputes } = world.commune.contracts;
    const logs = parseEventLogs({ abi: disputes.abi, eventName: 'MetaEvidence', logs: await logsOf('disputes') });
    const byNumber = new Map(logs.map(({ args }) => [args._metaEvidenceID, args._evidence]));
    for (const [kind, choices] of [3, 2, 2].entries()) {
      const uri = byNumber.get(await disputes.read.metaEvidenceOf([kind])) ?? '';
      const digest = /^ipfs:\/\/f01551220([0-9a-f]{64})$/.exec(uri)?.[1];
      const block = world.documents.blocks.get(cidFromDigest(`0x${digest}`));
      const document = JSON.parse(new TextDecoder().decode(block));
      expect(document).to.include.keys('category', 'title', 'description', 'question');
      const { titles, descriptions, reserved } = document.rulingOptions;
      for (const texts of [titles, descriptions]) expect(texts).to.have.length(choices);
      for (const text of [document.title, document.description, document.question, ...titles, reserved[0]]) {
        expect(text['zh-Hans']).to.be.a('string').and.not.equal('');
        expect(text.en).to.be.a('string').and.not.equal('');
      }
    }
  });

  it('publishes all evidence', async () => {
    const { disputes } = world.commune.contracts;
    const logs = parseEventLogs({ abi: disputes.abi, eventName: 'Evidence', logs: await logsOf('disputes') });
    expect(logs.length).to.equal(5);
    for (const { args } of logs) {
      const digest = /^ipfs:\/\/f01551220([0-9a-f]{64})$/.exec(args._evidence)?.[1];
      const block = world.documents.blocks.get(cidFromDigest(`0x${digest}`));
      expect(JSON.parse(new TextDecoder().decode(block))).to.include.keys('name', 'description', 'author');
    }
    for (const { args } of parseEventLogs({
      abi: disputes.abi,
      eventName: 'ChallengeAdded',
      logs: await logsOf('disputes'),
    })) {
      expect(world.documents.blocks.has(cidFromDigest(args.evidenceDigest))).to.equal(true);
    }
  });
});
