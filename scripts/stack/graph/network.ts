/** What graph-node and manifests call the local chain. */
export const NETWORK = 'localhost';

/** Under this name a graph-node serves the subgraph. */
export const SUBGRAPH_NAME = 'commune';
