import type { Address, Hex } from 'viem';
import { DECISION_CLASSES, type DecisionClass } from '../../protocol/governance/decision-class.ts';
import type { Commune } from '../local/deploy-local.ts';
import { PROPOSAL_STATES, type ProposalState } from '../local/proposals.ts';

/** A proposal on which something is left to come. */
export interface OpenProposal {
  readonly proposalId: bigint;
  readonly title: string;
  readonly decisionClass: DecisionClass;
  readonly state: ProposalState;
  /** Power counts as of this second; votes from the next one on. */
  readonly snapshot: number;
  /** Last second of the vote. */
  readonly deadline: number;
  /** When the timelock lets it be executed; 0 before it is queued. */
  readonly eta: number;
  readonly calls: readonly { readonly to: Address; readonly value: bigint; readonly data: Hex }[];
}

type Proposed = Pick<OpenProposal, 'proposalId' | 'title' | 'calls'>;

const OVER: readonly ProposalState[] = ['Canceled', 'Defeated', 'Expired', 'Executed'];

/** What the commune has to decide. Asks the chain again after every block; only remembers what was proposed and what is over. */
export class Agenda {
  readonly #commune: Commune;
  readonly #proposed = new Map<bigint, Proposed>();
  #nextBlock = 0n;
  #latest: { block: bigint; open: Promise<OpenProposal[]> } | undefined;

  constructor(commune: Commune) {
    this.#commune = commune;
  }

  async open(): Promise<OpenProposal[]> {
    const block = await this.#commune.publicClient.getBlockNumber({ cacheTime: 0 });
    if (this.#latest?.block === block) return this.#latest.open;
    const before = this.#latest?.open.catch(() => {});
    const open = (async () => {
      await before;
      return this.#readAll(block);
    })();
    this.#latest = { block, open };
    open.catch(() => {
      this.#latest = undefined;
    });
    return open;
  }

  async #readAll(toBlock: bigint): Promise<OpenProposal[]> {
    const { governor } = this.#commune.contracts;
    if (toBlock >= this.#nextBlock) {
      const events = await governor.getEvents.ProposalCreated({ fromBlock: this.#nextBlock, toBlock });
      for (const { args } of events) this.#take(args as Created);
      this.#nextBlock = toBlock + 1n;
    }
    const read = await Promise.all([...this.#proposed.values()].map((proposed) => this.#read(proposed)));
    for (const { proposalId, state } of read) if (OVER.includes(state)) this.#proposed.delete(proposalId);
    return read.filter(({ state }) => !OVER.includes(state));
  }

  #take({ proposalId, description, targets, values, calldatas }: Created): void {
    const title = (description.split('\n', 1)[0] ?? '').replace(/^#+\s*/, '');
    const calls = targets.map((to, i) => ({ to, value: values[i] ?? 0n, data: calldatas[i] ?? ('0x' as const) }));
    this.#proposed.set(proposalId, { proposalId, title, calls });
  }

  async #read(proposed: Proposed): Promise<OpenProposal> {
    const { governor } = this.#commune.contracts;
    const args = [proposed.proposalId] as const;
    const [decisionClass, state, snapshot, deadline, eta] = await Promise.all([
      governor.read.classOf(args),
      governor.read.state(args),
      governor.read.proposalSnapshot(args),
      governor.read.proposalDeadline(args),
      governor.read.proposalEta(args),
    ]);
    return {
      ...proposed,
      decisionClass: DECISION_CLASSES[decisionClass] ?? 'constitutional',
      state: PROPOSAL_STATES[state] ?? 'Pending',
      snapshot: Number(snapshot),
      deadline: Number(deadline),
      eta: Number(eta),
    };
  }
}

interface Created {
  readonly proposalId: bigint;
  readonly description: string;
  readonly targets: readonly Address[];
  readonly values: readonly bigint[];
  readonly calldatas: readonly Hex[];
}
