import { epochStart } from '../../protocol/clock/epoch-start.ts';
import type { Localized } from '../../protocol/documents/quality-model/types.ts';
import { carryOut, castVote, type Motion, propose, toVote } from '../local/proposals.ts';
import { toTime } from '../local/time.ts';
import { proposals as catalogue, type SeedProposal } from './catalogue/proposals.ts';
import { type Person, personOf } from './people.ts';
import type { World } from './world.ts';

/** What people do in an epoch about decisions of the commune: they carry out what has passed, propose, and vote. */
export async function liveAsVoters(world: World, epoch: number): Promise<void> {
  const { commune } = world;
  for (const seed of catalogue) {
    if (seed.carriedOutIn === epoch) await carryOut(commune, motionOf(world, seed));
    if (seed.epoch === epoch) await bringIn(world, seed);
    if (seed.votedIn === epoch) await voteOn(world, seed);
  }
}

async function bringIn(world: World, seed: SeedProposal): Promise<void> {
  const { commune, proposals } = world;
  await toTime(commune, epochStart(commune.clock, seed.epoch) + seed.at);
  proposals.set(seed.key, await propose(commune, voter(world, seed.proposer).actor, motionOf(world, seed)));
}

async function voteOn(world: World, { key, votes }: SeedProposal): Promise<void> {
  const proposalId = world.proposals.get(key) ?? 0n;
  await toVote(world.commune, proposalId);
  for (const { voter: who, support, reason } of votes) {
    const { actor } = voter(world, who);
    await castVote(world.commune, actor, proposalId, support, reason === undefined ? '' : inBoth(reason));
  }
}

function voter({ people }: World, key: string): Person {
  return personOf<Person>([...people.experiencers, ...people.jurors], key);
}

function motionOf(world: World, { calls, title, text }: SeedProposal): Motion {
  const description = `# ${inBoth(title)}\n\n${text['zh-Hans']}\n\n${text.en}\n`;
  return { calls: calls(world), description };
}

/** The chain knows no languages: both in one text. */
function inBoth(text: Localized): string {
  return `${text['zh-Hans']} / ${text.en}`;
}
