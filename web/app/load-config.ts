import { fetchJson } from '../shared/http/fetch-json.ts';
import type { AppConfig } from './config.ts';

/** Reads `/config.json`, which the deployment puts beside the build. Relative addresses in it are made absolute. */
export async function loadConfig(): Promise<AppConfig> {
  const config = await fetchJson<AppConfig>('/config.json', { cache: 'no-cache' });
  if (typeof config.chain?.id !== 'number' || !config.contracts) throw new Error('/config.json is no configuration');
  const absolute = (url: string) => new URL(url, window.location.origin).href.replace(/\/$/, '');
  return {
    ...config,
    chain: { ...config.chain, rpcUrl: absolute(config.chain.rpcUrl) },
    subgraphUrl: absolute(config.subgraphUrl),
    relayUrl: absolute(config.relayUrl),
    local: config.local && { ...config.local, controlUrl: absolute(config.local.controlUrl) },
  };
}
