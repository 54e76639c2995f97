import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, type TypeNode } from 'graphql';
import { type Abi, getAddress, parseEventLogs } from 'viem';
import { root } from '../../scripts/checks/tool.ts';
import type { Commune } from '../../scripts/local/deploy-local.ts';
import { contractKeys } from '../../subgraph/tools/deployment.ts';
import { entityTypes, type Index } from './index-reader.ts';

/** How often everything came, by its name. */
export type Counts = ReadonlyMap<string, number>;

const schema = parse(readFileSync(join(root, 'subgraph', 'schema.graphql'), 'utf8'));
const manifest = readFileSync(join(root, 'subgraph', 'subgraph.yaml'), 'utf8');
const enums = new Map(
  schema.definitions
    .filter((definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION)
    .map(({ name, values }) => [name.value, (values ?? []).map((one) => one.name.value)]),
);

/** Rows by every value of every enum that a field can have. */
export function countStates(index: Index): Counts {
  const counts = new Map<string, number>();
  for (const { name, fields } of entityTypes) {
    const rows = [...(index.get(name.value)?.values() ?? [])];
    for (const { name: field, type } of fields ?? []) {
      for (const value of enums.get(typeName(type)) ?? []) {
        const count = rows.filter((row) => row[field.value] === value).length;
        counts.set(`${name.value}.${field.value} ${value}`, count);
      }
    }
  }
  return counts;
}

/** Log entries by every event that has a handler. */
export async function countEvents(commune: Commune): Promise<Counts> {
  const counts = new Map<string, number>();
  for (const key of contractKeys) {
    const { address, abi } = commune.contracts[key] as { address: `0x${string}`; abi: Abi };
    const logs = await commune.publicClient.getLogs({ address: getAddress(address), fromBlock: 0n });
    const names = parseEventLogs({ abi, logs }).map(({ eventName }) => String(eventName));
    for (const name of handledOf(abi)) {
      counts.set(`${key}.${name}`, names.filter((one) => one === name).length);
    }
  }
  return counts;
}

/** What never came. */
export function missingIn(counts: Counts): string[] {
  return [...counts].filter(([, count]) => count === 0).map(([name]) => name);
}

/** Lines of names and counts, by what is before the dot. */
export function inLines(counts: Counts): string[] {
  const lines = new Map<string, string[]>();
  for (const [name, count] of counts) {
    const [group = '', rest = ''] = name.split('.');
    lines.set(group, [...(lines.get(group) ?? []), `${rest} ${count}`]);
  }
  return [...lines].map(([group, parts]) => `${group}: ${parts.join(', ')}`);
}

function handledOf(abi: Abi): string[] {
  return abi
    .filter((item) => item.type === 'event')
    .map(({ name }) => name)
    .filter((name) => manifest.includes(`event: ${name}(`));
}

function typeName(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : typeName(type.type);
}
