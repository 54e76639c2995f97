import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NETWORK } from './network.ts';

const MANIFEST = `specVersion: 1.3.0
schema:
  file: schema.graphql
dataSources:
- kind: ethereum
  name: Nothing
  network: ${NETWORK}
  source:
    address: '0x0000000000000000000000000000000000000001'
    abi: Nothing
    startBlock: 1
    endBlock: 1
  mapping:
    kind: ethereum/events
    apiVersion: 0.0.9
    language: wasm/assemblyscript
    file: nothing.wasm
    entities: [Nothing]
    abis:
    - name: Nothing
      file: abi.json
    eventHandlers:
    - event: Nothing()
      handler: handleNothing
`;
/** A module without content. */
const EMPTY_WASM = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);

/**
 * Writes a subgraph that indexes nothing. gnd wants one on its command line, and throws away what that one had indexed each time
 * it starts; the real subgraph is therefore deployed through its administration, where it is kept.
 *
 * @returns path of the manifest
 */
export function writeIdleSubgraph(folder: string): string {
  const build = join(folder, 'build');
  mkdirSync(build, { recursive: true });
  writeFileSync(join(build, 'subgraph.yaml'), MANIFEST);
  writeFileSync(join(build, 'schema.graphql'), 'type Nothing @entity(immutable: true) { id: Bytes! }\n');
  writeFileSync(join(build, 'abi.json'), '[{"type":"event","name":"Nothing","inputs":[],"anonymous":false}]\n');
  writeFileSync(join(build, 'nothing.wasm'), EMPTY_WASM);
  const manifest = join(folder, 'subgraph.yaml');
  writeFileSync(manifest, MANIFEST);
  return manifest;
}
