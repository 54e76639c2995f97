import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import type { Commune } from '../../../scripts/local/deploy-local.ts';
import { startStack } from '../../../scripts/stack/start-stack.ts';
import { findBrowser } from '../../support/browser.ts';
import { attachTo } from './attached-stack.ts';
import { forgetResults } from './results.ts';

/** The whole product, and a browser to use it with. */
export interface World {
  readonly browser: Browser;
  /** Origin of the page. */
  readonly page: string;
  readonly contracts: Commune['contracts'];
  /** Kills the relay; it comes back by itself. */
  killRelay(): void;
  /** Resolves when the relay answers (again). */
  relayReady(): Promise<void>;
}

/** What stands behind the page. */
export interface Backing extends Omit<World, 'browser'> {
  stop(): Promise<void>;
}

let opening: Promise<World> | undefined;
const endings: (() => Promise<unknown>)[] = [];

/** Starts everything at the first call; all files of one run share it. */
export function openWorld(): Promise<World> {
  opening ??= open();
  return opening;
}

// A hook of the whole run, since this module is loaded with the first file of journeys: nothing is left running, whatever failed.
after('browser and stack end', async function () {
  this.timeout(60_000);
  await opening?.catch(() => {});
  for (const end of endings.reverse()) await end();
});

async function open(): Promise<World> {
  const [backing, browser] = await Promise.all([openBacking(), openBrowser()]);
  return { browser, ...backing };
}

async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = findBrowser();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'], ...(env && { env }) });
  // Here, as it has to be closed also when the rest does not start.
  endings.push(() => browser.close());
  return browser;
}

async function openBacking(): Promise<Backing> {
  const running = process.env.COMMUNE_PAGE;
  const backing = running ? await attachTo(running) : await startOwn();
  endings.push(() => backing.stop());
  return backing;
}

async function startOwn(): Promise<Backing> {
  forgetResults();
  const dataFolder = mkdtempSync(join(tmpdir(), 'commune-journeys-'));
  endings.push(async () => rmSync(dataFolder, { recursive: true, force: true }));
  const { openControl } = await import('../../../scripts/control/open-control.ts');
  const { urls, commune, parts, stop } = await startStack({
    ports: { page: 0, rpc: 0, relay: 0, graph: 0 },
    dataFolder,
    fresh: true,
    openControl,
    say: () => {},
  });
  return {
    page: urls.page,
    contracts: commune.contracts,
    killRelay: () => parts.relay?.kill('SIGKILL'),
    relayReady: async () => parts.relay?.ready(),
    stop,
  };
}
