import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unixfsCid } from './unixfs-cid.ts';

/** A built subgraph by content, as any graph-node can fetch it. */
export interface SubgraphContent {
  /** CID of the manifest: the id of the deployment. */
  readonly id: string;
  /** Manifest and what it names, by CID. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const FILE = /^(\s*(?:- )?file:) (\S+)$/gm;

/** @param build folder of `subgraph.yaml`, whose paths start from there */
export function subgraphContent(build: string): SubgraphContent {
  const files = new Map<string, Uint8Array>();
  const keep = (content: Uint8Array): string => {
    const cid = unixfsCid(content);
    files.set(cid, content);
    return cid;
  };
  const manifest = readFileSync(join(build, 'subgraph.yaml'), 'utf8');
  const linked = manifest.replace(FILE, (_, key: string, path: string) => {
    return `${key} { "/": "/ipfs/${keep(readFileSync(join(build, path)))}" }`;
  });
  return { id: keep(Buffer.from(linked)), files };
}
