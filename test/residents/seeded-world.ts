import { network } from 'hardhat';
import { deployLocal } from '../../scripts/local/deploy-local.ts';
import { Agenda } from '../../scripts/residents/agenda.ts';
import { castResidents } from '../../scripts/residents/cast.ts';
import { ChainView } from '../../scripts/residents/chain-view.ts';
import { Docket } from '../../scripts/residents/docket.ts';
import type { RelayClient, RelayRequest } from '../../scripts/residents/relay-client.ts';
import { newMemory, type Settings } from '../../scripts/residents/settings.ts';
import { seed } from '../../scripts/seed/seed.ts';
import type { World } from '../../scripts/seed/world.ts';

/** A seeded chain in this process. */
export async function seededWorld(): Promise<World> {
  const override = { initialDate: '2026-01-05T00:00:00Z' };
  return seed(await deployLocal(await network.create({ network: 'default', override })));
}

/** Residents of a seeded chain whose relay takes every document and knows nothing else; an error of theirs is one of the test. */
export async function residentsOf({ commune }: World) {
  const requests: (RelayRequest & { path: string })[] = [];
  const relay = {
    request: async (path: string, options: RelayRequest = {}) => {
      requests.push({ path, ...options });
      if (path !== '/documents') throw new Error(`this relay does not know ${path}`);
    },
  };
  const settings: Settings = {
    commune,
    relay: relay as unknown as RelayClient,
    chain: new ChainView(commune),
    docket: new Docket(commune),
    agenda: new Agenda(commune),
    cast: await castResidents(commune),
    truths: { find: () => undefined },
    memory: newMemory(),
    tick: async () => {},
    failed: (what, error) => {
      throw new Error(what, { cause: error });
    },
  };
  await settings.chain.refresh();
  return { settings, requests };
}
