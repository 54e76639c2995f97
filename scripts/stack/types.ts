import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Localized } from '../../protocol/documents/quality-model/types.ts';
import type { Commune } from '../local/deploy-local.ts';
import type { LocalChain } from './chain/open-chain.ts';

/** What the user chooses on the command line, and tests in code. */
export interface StackOptions {
  /** A port of 0 stands for any free one. */
  readonly ports: StackPorts;
  /** Absolute; everything that is written lies below it (PostgreSQL's files where its user cannot go there: elsewhere). */
  readonly dataFolder: string;
  /** Forget the world of the last start. */
  readonly fresh: boolean;
  /** Solidity stack traces in the chain's messages (default); a start without them takes seconds less. */
  readonly hasTraces?: boolean;
  /** For tests that can do without: what is not started. */
  readonly without?: readonly ('relay' | 'graph' | 'page')[];
  /** A graph-node of the user's own, where the platform has no gnd or he prefers it. */
  readonly graphNode?: GraphNodeUrls;
  /** What lives behind `/local`; without it these calls answer 404. */
  readonly openControl?: OpenControl;
  /** Hears what happens, while starting and later. */
  readonly say: (event: Localized) => void;
  /** Ends a start that is under way. */
  readonly signal?: AbortSignal;
}

export interface StackPorts {
  readonly page: number;
  readonly rpc: number;
  readonly relay: number;
  readonly graph: number;
}

export interface GraphNodeUrls {
  /** Base of the queries, such as http://127.0.0.1:8000. */
  readonly query: string;
  /** Where subgraphs are deployed, such as http://127.0.0.1:8020. */
  readonly admin: string;
  /** Port of our IPFS calls, from which it fetches the subgraph and the documents. */
  readonly ipfsPort: number;
}

/** A running product. */
export interface Stack {
  readonly urls: StackUrls;
  /** Secret of this start for `X-Relay-Key`. */
  readonly relayKey: string;
  readonly commune: Commune;
  readonly chain: LocalChain;
  /** The processes by name; what this machine cannot run is missing. */
  readonly parts: { readonly postgres?: Part; readonly relay?: Part; readonly graphNode?: Part };
  readonly subgraph: Subgraph;
  /** The chain went on from where an earlier start had stopped. */
  readonly isContinued: boolean;
  /** Ends everything and waits until nothing runs any more; may be called twice. */
  stop(): Promise<void>;
}

/** All absolute, without a slash at the end. */
export interface StackUrls {
  readonly page: string;
  readonly rpc: string;
  readonly relay: string;
  readonly subgraph: string;
}

/** A process that is started again when it ends unexpectedly. */
export interface Part {
  readonly name: string;
  /** Of the process that runs now. */
  readonly pid: number | undefined;
  /** For tests: sends a signal, as a stranger would. */
  kill(signal: NodeJS.Signals): void;
  /** Ends and starts it; resolves when it is ready again. */
  restart(): Promise<void>;
  /** Resolves as soon as it is ready (again). */
  ready(): Promise<void>;
}

export interface Subgraph {
  /** GraphQL endpoint. */
  readonly url: string;
  status(): Promise<SubgraphStatus>;
  /** Resolves when a block is indexed; rejects when that takes longer than `timeoutMs` (default a minute). */
  reach(block: bigint, timeoutMs?: number): Promise<void>;
}

/** How far the subgraph has come. */
export interface SubgraphStatus {
  /** Indexed; -1 before the first answer. */
  readonly block: number;
  /** The chain's. */
  readonly head: number;
  /** It answers and has no indexing error. */
  readonly healthy: boolean;
}

/** What the control of the local chain works with. */
export interface ControlContext {
  readonly commune: Commune;
  readonly chain: LocalChain;
  readonly relay: { readonly url: string; readonly key: string };
  /** Origin of the page; residents sign in on its behalf. */
  readonly origin: string;
  readonly subgraph: Subgraph;
  /** Where `documents/`, `deployment.json` and `purchases.json` are. */
  readonly dataFolder: string;
  readonly say: (event: Localized) => void;
}

/** Opened when chain, relay and subgraph run, before the page is announced. */
export type OpenControl = (context: ControlContext) => Control | Promise<Control>;

export interface Control {
  /** Answers a request below `/local`; `request.url` comes without that prefix: `/state`. Must end the response. */
  handle(request: IncomingMessage, response: ServerResponse): void | Promise<void>;
  /** Stops what is under way. */
  close(): void | Promise<void>;
}
