import { formatUnits } from 'viem';
import type { Job } from '../jobs/job.ts';
import type { Relay } from '../relay.ts';
import { orderObstacle } from './order-obstacle.ts';
import { platformState } from './platform-state.ts';

/** A bond below one and a half of what statements need is told of: a lost case takes up to an eighth. */
const LOW_TENTHS = 15n;
const ASSET_DECIMALS = 6;

const told = new WeakMap<Relay, string>();

/** Says in the log, once a change, what the operator should know of his platform. It moves no money. */
export function watchPlatform(relay: Relay): Job {
  return {
    name: 'platform',
    async run() {
      const obstacle = await orderObstacle(relay);
      const state = await platformState(relay);
      const isLow = state !== null && state.bond * 10n < state.required * LOW_TENTHS;
      const news = `${obstacle?.code ?? ''} ${isLow ? `low ${state.bond}` : ''}`;
      if (told.get(relay) === news) return 0;
      told.set(relay, news);
      if (obstacle !== null)
        relay.log.error(obstacle, 'THE PLATFORM TAKES NO ORDERS: what is sold now could not be settled');
      if (isLow) {
        const amounts = {
          bond: formatUnits(state.bond, ASSET_DECIMALS),
          required: formatUnits(state.required, ASSET_DECIMALS),
        };
        relay.log.warn(
          amounts,
          'the bond is below one and a half of what statements need: deposit more with depositBond',
        );
      }
      return 0;
    },
  };
}
