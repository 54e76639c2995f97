import { parseArgs } from 'node:util';
import { PlainError } from '../local/plain-error.ts';

export const NETWORKS = ['sepolia', 'optimism', 'base', 'arbitrum', 'localhost'] as const;

export type NetworkName = (typeof NETWORKS)[number];

/** What both commands are asked: a network, and for deploying the file with parameters. */
export function parseOptions(args: readonly string[], usage: string): { network: NetworkName; parameters?: string } {
  const { values } = parse(args, usage);
  const network = NETWORKS.find((name) => name === values.network);
  if (network === undefined) throw new PlainError(`--network has to be one of ${NETWORKS.join(', ')}.\n\n${usage}`);
  return { network, ...(values.parameters !== undefined && { parameters: values.parameters }) };
}

function parse(args: readonly string[], usage: string) {
  try {
    return parseArgs({ args: [...args], options: { network: { type: 'string' }, parameters: { type: 'string' } } });
  } catch (error) {
    throw new PlainError(`${(error as Error).message}\n\n${usage}`);
  }
}
