import { Gauge } from 'prom-client';
import { formatEther } from 'viem';
import { chainHead } from '../chain/chain-head.ts';
import { senderAccounts } from '../chain/outbox/outbox.ts';
import { waiting } from '../chain/outbox/run-outbox.ts';
import type { Relay } from '../relay.ts';

/** How far the relay is behind the chain, what waits to be sent, and what there is to send it with; asked when they are read. */
export function serveChainMetrics(relay: Relay): void {
  const { chain, db, metrics } = relay;
  const registers = [metrics];
  new Gauge({
    name: 'relay_chain_lag_blocks',
    help: 'Blocks of the chain that were not taken in yet; NaN while chain or database do not answer',
    registers,
    async collect() {
      const lag = Promise.all([chain.client.getBlockNumber(), chainHead(db)]).then(([head, synced]) =>
        Number(head - (synced?.blockNumber ?? 0n)),
      );
      this.set(await lag.catch(() => Number.NaN));
    },
  });
  new Gauge({
    name: 'relay_outbox_transactions',
    help: 'Transactions that are planned or sent and not mined',
    labelNames: ['sender', 'state'],
    registers,
    async collect() {
      for (const { sender } of senderAccounts(chain)) {
        for (const state of ['planned', 'sent'] as const) {
          this.set({ sender, state }, await waiting({ db }, [state], sender).catch(() => Number.NaN));
        }
      }
    },
  });
  new Gauge({
    name: 'relay_account_balance',
    help: "Gas money of the relay's accounts, in whole coins of the chain",
    labelNames: ['sender'],
    registers,
    async collect() {
      for (const { sender, account } of senderAccounts(chain)) {
        const balance = chain.client.getBalance({ address: account.address }).then((wei) => Number(formatEther(wei)));
        this.set({ sender }, await balance.catch(() => Number.NaN));
      }
    },
  });
}
