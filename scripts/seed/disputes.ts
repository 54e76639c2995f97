import { epochStart } from '../../protocol/clock/epoch-start.ts';
import { commitVote, drawJury, endCase, revealVote } from '../local/court.ts';
import { sent } from '../local/deploy-local.ts';
import { localSalt } from '../local/report.ts';
import { now, toTime } from '../local/time.ts';
import { awaitSeat } from './await-seat.ts';
import { collecting, lie, type SeedListingCase, vote } from './catalogue/disputes.ts';
import { presentEpoch } from './catalogue/lots.ts';
import { visitorPersona } from './catalogue/roles.ts';
import { submitEvidence, writeEvidence } from './evidence.ts';
import { type Person, personOf } from './people.ts';
import type { Lot, World } from './world.ts';

const HOUR = 60 * 60;
const DAY = 24 * HOUR;
/** The contract's enum. */
const FALSE_DOCUMENT = 3;
const UPHOLD = 1;
const OVERTURN = 2;
/** Of the epoch before the present one: the evidence is in soon after the present one has begun. */
const VOTE_OPENED_AT = 5 * DAY + HOUR;

/** Before the rounds of an epoch are run: the lie goes to court, and the producer who was punished begins again. */
export async function bringCases(world: World, epoch: number): Promise<void> {
  const { closingEpoch } = lotOf(world, lie.lotCode, epoch) ?? {};
  if (closingEpoch === undefined) return;
  if (epoch === closingEpoch + 1) await referLie(world);
  if (epoch === closingEpoch + 2) await renewBond(world);
}

/** After the rounds of an epoch have been run: what comes up before the disputes contract and the court. */
export async function fightCases(world: World, epoch: number): Promise<void> {
  const { clock } = world.commune;
  const { closingEpoch } = lotOf(world, lie.lotCode, epoch) ?? {};
  if (epoch === closingEpoch) await challengeLie(world);
  if (closingEpoch !== undefined && epoch === closingEpoch + 1) await judgeLie(world);
  if (epoch === presentEpoch - 1) {
    await toTime(world.commune, epochStart(clock, epoch) + VOTE_OPENED_AT);
    await disputeListing(world, vote);
  }
  if (epoch === presentEpoch) {
    await payChallenger(world);
    await seatVisitor(world);
    await disputeListing(world, collecting);
  }
}

/** His round is over; his report is public by now. */
async function challengeLie(world: World): Promise<void> {
  const { commune, people } = world;
  const { disputes } = commune.contracts;
  const { lotId, reports } = offered(world, lie.lotCode);
  const challenger = personOf(people.experiencers, lie.challenger);
  const own = reports.find(({ tester }) => tester.id === challenger.id);
  if (own === undefined) throw new Error(`${lie.challenger} has not measured lot ${lotId}`);
  const args = [lotId, own.draft.values, lie.bond, writeEvidence(world, challenger, lie.challengerSays)] as const;
  const options = { account: challenger.actor.account, value: await disputes.read.arbitrationCost() };
  await sent(commune, 'challenge', disputes.write.challenge(args, options));
}

async function referLie(world: World): Promise<void> {
  const { commune } = world;
  const { disputes } = commune.contracts;
  const { lotId, commodity } = offered(world, lie.lotCode);
  const { account } = commodity.producer.actor;
  await sent(commune, 'refer case', disputes.write.refer([lotId], { account }));
  const caseId = await disputes.read.caseOfRound([lotId]);
  await submitEvidence(world, caseId, commodity.producer, lie.producerSays);
}

/** The jury does not take long; then whoever lost has time to appeal, and does not. */
async function judgeLie(world: World): Promise<void> {
  const { commune, people, candidates } = world;
  const { court, disputes } = commune.contracts;
  const caseId = await disputes.read.caseOfRound([offered(world, lie.lotCode).lotId]);
  const { disputeId } = await disputes.read.caseOf([caseId]);
  const jury = await drawJury(commune, disputeId);
  const votes = jury.map((candidateId, seat) => ({
    chainId: commune.chainId,
    court: court.address,
    disputeId,
    round: 0,
    seat,
    candidateId,
    choice: seat === lie.mistakenSeat ? UPHOLD : OVERTURN,
    salt: localSalt('vote', String(disputeId), seat),
  }));
  const actorOf = (id: number) => {
    const juror = people.jurors.find(({ index }) => candidates.get(index) === id);
    if (juror === undefined) throw new Error(`candidate ${id} has reported himself`);
    return juror.actor;
  };
  for (const one of votes) await commitVote(commune, actorOf(one.candidateId), one);
  for (const one of votes) await revealVote(commune, actorOf(one.candidateId), one);
  const [, appealUntil] = await court.read.phaseOf([disputeId]);
  await toTime(commune, appealUntil);
  await endCase(commune, caseId);
}

/** The court took the whole bond of the commodity. */
async function renewBond(world: World): Promise<void> {
  const { commune } = world;
  const { commodities } = commune.contracts;
  const { commodity } = offered(world, lie.lotCode);
  const { account } = commodity.producer.actor;
  const { pledged } = await commodities.read.commodityOf([commodity.commodityId]);
  const amount = (await commodities.read.bondRequired()) + pledged;
  await sent(commune, 'renew bond', commodities.write.topUpBond([commodity.commodityId, amount], { account }));
}

async function disputeListing(world: World, seed: SeedListingCase): Promise<void> {
  const { commune, people } = world;
  const { disputes } = commune.contracts;
  const { lotId, commodity } = offered(world, seed.lotCode);
  const challenger = personOf<Person>([...people.experiencers, ...people.consumers], seed.challenger);
  const digest = writeEvidence(world, challenger, seed.challengerSays);
  const args = [lotId, FALSE_DOCUMENT, seed.bond, digest] as const;
  const options = { account: challenger.actor.account, value: await disputes.read.arbitrationCost() };
  await sent(commune, 'dispute listing', disputes.write.disputeListing(args, options));
  if (seed.producerSays === undefined) return;
  const caseId = await disputes.read.caseOfListing([lotId]);
  await submitEvidence(world, caseId, commodity.producer, seed.producerSays);
}

/** His bond, and half of what liars lost up to twenty times of it. */
async function payChallenger({ commune, people }: World): Promise<void> {
  const { disputes, evaluations } = commune.contracts;
  const { address, actor } = personOf(people.experiencers, lie.challenger);
  const { account } = actor;
  await sent(commune, 'withdraw', disputes.write.withdraw([address], { account }));
  await sent(commune, 'withdraw', evaluations.write.withdraw([address], { account }));
}

/** A jury with the visitor's persona on it, as soon as the evidence is in. */
async function seatVisitor(world: World): Promise<void> {
  const { commune, people, candidates } = world;
  const { court, disputes } = commune.contracts;
  const caseId = await disputes.read.caseOfListing([offered(world, vote.lotCode).lotId]);
  const { disputeId } = await disputes.read.caseOf([caseId]);
  const [, evidenceUntil] = await court.read.phaseOf([disputeId]);
  await toTime(commune, Math.max(evidenceUntil, await now(commune)));
  const candidateId = candidates.get(personOf(people.experiencers, visitorPersona).index) ?? 0;
  await awaitSeat(commune, disputeId, candidateId);
  const jury = await drawJury(commune, disputeId);
  if (!jury.includes(candidateId)) throw new Error('the visitor’s persona was not drawn');
  world.jury.push(...jury);
}

function lotOf({ lots }: World, lotCode: string, epoch: number): Lot | undefined {
  return lots.find(({ seed }) => seed.lotCode === lotCode && seed.startEpoch <= epoch);
}

function offered(world: World, lotCode: string): Lot {
  const lot = lotOf(world, lotCode, presentEpoch);
  if (lot === undefined) throw new RangeError(`no lot ${lotCode}`);
  return lot;
}
