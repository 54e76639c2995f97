import { readFileSync } from 'node:fs';
import { isAddress, zeroAddress } from 'viem';
import { z } from 'zod';
import { PlainError } from '../local/plain-error.ts';

const address = z
  .string()
  .refine(
    (value) => isAddress(value) && value !== zeroAddress,
    'has to be an address (0x and 40 hexadecimal digits), not 0',
  );

const schema = z.strictObject({
  /** Settlement asset: 6 decimals, ERC-2612. */
  asset: address,
  /** Start of epoch 0, Unix seconds. */
  genesis: z.int().positive(),
  platformOperator: address,
  platformSigner: address,
  platformEndpoint: z.url({ protocol: /^https$/, error: 'has to be an https:// address' }),
  founders: address,
  guardian: address,
  /** Blocks from arming a draw to the one whose randomness draws. */
  seedDelay: z.int().min(1).max(4_096).optional(),
});

export type DeploymentParameters = z.infer<typeof schema>;

/**
 * What differs between deployments to public chains, from a JSON file. It has to stay the same until a deployment is complete: an interrupted one
 * is taken up where it ended.
 *
 * @param now Unix seconds
 * @throws PlainError that names what is wrong in the file
 */
export function readParameters(file: string, now: number): DeploymentParameters {
  const { data, error } = schema.safeParse(parse(file));
  if (error !== undefined) {
    const lines = error.issues.map(({ path, message }) => `  ${path.join('.') || 'the file'}: ${message}`);
    throw new PlainError(`${file} is not complete:\n${lines.join('\n')}`);
  }
  if (data.genesis > now) {
    const whole = new Date(now * 1_000).toISOString().slice(0, 10);
    const suggested = Date.parse(whole) / 1_000;
    throw new PlainError(`${file}: genesis is in the future; today's first second is ${suggested}.`);
  }
  return data;
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new PlainError(`${file} cannot be read: ${(error as Error).message}`);
  }
}
