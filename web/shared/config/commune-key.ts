import type { AppConfig } from '../../app/config.ts';

/** Names one deployment for what the browser keeps of it: a local chain that starts anew is another one. */
export function communeKey({ chain, contracts, clock }: AppConfig): string {
  return `${chain.id}.${contracts.evaluations.slice(2, 10).toLowerCase()}.${clock.genesis}`;
}
