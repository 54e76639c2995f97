import type { Address } from 'viem';
import { epochAt } from '../../protocol/clock/epoch-at.ts';
import { epochStart } from '../../protocol/clock/epoch-start.ts';
import { now as chainNow } from '../local/time.ts';
import { buy } from './buy.ts';
import { claim } from './claim.ts';
import { commitReports } from './commit.ts';
import { judge } from './judge.ts';
import { reveal } from './reveal.ts';
import { namePrices, offerLots } from './sell.ts';
import type { Moment, Settings } from './settings.ts';
import { vote } from './vote.ts';

/** What residents did. */
export interface Deeds {
  readonly offered: number;
  readonly bought: number;
  readonly committed: number;
  readonly revealed: number;
  readonly claimed: number;
  readonly judged: number;
  readonly voted: number;
}

/**
 * Everybody does what is due at this moment of the chain; asked again at the same moment, nobody does anything twice.
 *
 * @param visitor whose place a visitor has taken
 */
export async function live(settings: Settings, visitor: Address | null = null): Promise<Deeds> {
  const { chain } = settings;
  const moment = await momentOf(settings);
  await chain.refresh();
  // First what would be too late soonest.
  const judged = await judge(settings, visitor);
  const voted = await vote(settings, moment.now, visitor);
  const revealed = await reveal(settings, moment);
  const claimed = await claim(settings);
  const committed = await commitReports(settings, moment);
  const offered = await offerLots(settings, moment);
  await namePrices(settings, moment);
  const bought = await buy(settings, moment);
  return { offered, bought, committed, revealed, claimed, judged, voted };
}

async function momentOf({ commune }: Settings): Promise<Moment> {
  const { clock } = commune;
  const now = await chainNow(commune);
  const epoch = epochAt(clock, now);
  const half = now < epochStart(clock, epoch) + Math.floor(clock.epochLength / 2) ? 0 : 1;
  return { now, epoch, half };
}
