import { artifacts } from 'hardhat';
import type { Address, Hex } from 'viem';
import { type ContractName, contractNames } from '../contract-names.ts';
import type { Deployed } from './deployed.ts';
import type { Facts } from './facts.ts';

/** Where in the code something is that the deployment fills in; bytes. */
interface Slot {
  readonly start: number;
  readonly length: number;
}

interface Compiled {
  readonly deployedBytecode: string;
  readonly deployedLinkReferences?: Readonly<Record<string, Readonly<Record<string, readonly Slot[]>>>>;
  readonly immutableReferences?: Readonly<Record<string, readonly Slot[]>>;
}

/** A library's code begins with its own address: PUSH20. */
const OWN_ADDRESS: Slot = { start: 1, length: 20 };

/**
 * The code on chain is what these sources compile to, but for immutables and the addresses of libraries, whose code is compared, too.
 *
 * @param isOurs the settlement asset of a public chain is not
 */
export async function checkCode(
  { client, contracts }: Deployed,
  facts: Facts,
  isOurs: (name: ContractName) => boolean,
): Promise<void> {
  for (const [key, artifactName] of Object.entries(contractNames)) {
    const name = key as ContractName;
    if (isOurs(name)) await compare(client, facts, artifactName, contracts[name].address, []);
  }
}

async function compare(
  client: Deployed['client'],
  facts: Facts,
  name: string,
  address: Address,
  own: readonly Slot[],
): Promise<void> {
  const compiled = (await artifacts.readArtifact(name)) as Compiled;
  const code = await client.getCode({ address });
  if (code === undefined) {
    facts.isEmptyHanded = true;
    facts.problems.push(`there is no code at ${address}, where ${name} should be`);
    return;
  }
  const links = Object.values(compiled.deployedLinkReferences ?? {}).flatMap((file) => Object.entries(file));
  const immutables = Object.values(compiled.immutableReferences ?? {}).flat();
  const filled = [...own, ...immutables, ...links.flatMap(([, slots]) => slots)];
  facts.that(
    `the code of ${name} at ${address} is not what these sources compile to`,
    masked(code, filled) === masked(compiled.deployedBytecode, filled),
  );
  for (const [library, [slot]] of links) {
    if (slot === undefined) continue;
    const at = 2 + 2 * slot.start;
    await compare(client, facts, library, `0x${code.slice(at, at + 2 * slot.length)}` as Hex, [OWN_ADDRESS]);
  }
}

function masked(code: string, slots: readonly Slot[]): string {
  const digits = [...code.slice(2)];
  for (const { start, length } of slots) digits.fill('0', 2 * start, 2 * (start + length));
  return digits.join('');
}
