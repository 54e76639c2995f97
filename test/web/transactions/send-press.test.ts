import { expect } from 'chai';
import { type Address, encodeErrorResult, type Hex, type TransactionReceipt } from 'viem';
import { abis } from '../../../web/shared/chain/contracts.ts';
import { contractCall } from '../../../web/shared/transactions/contract-call.ts';
import { type FrozenPress, type Surroundings, sendPress } from '../../../web/shared/transactions/send-press.ts';
import type { TransactionOutcome, TransactionRecord } from '../../../web/shared/transactions/transaction.ts';
import { type Answers, fakeNode, reverted } from './fake-node.ts';

const YOU = `0x${'1'.repeat(40)}` as const;
const SOMEBODY_ELSE = `0x${'2'.repeat(40)}` as const;
const HASH = `0x${'a'.repeat(64)}` as const;
const RECEIPT = { transactionHash: HASH, status: 'success' } as TransactionReceipt;
const contracts = Object.fromEntries(
  Object.keys(abis).map((name, i) => [name, `0x${(i + 10).toString(16).padStart(40, '0')}`]),
) as unknown as Surroundings['contracts'];
const retire = (commodity: number) => ({
  summary: { en: 'Retire', 'zh-Hans': '停售' },
  call: contractCall('commodities', 'retire', [commodity]),
});
const refusal = encodeErrorResult({ abi: abis.commodities, errorName: 'CommodityIsRetired', args: [7] });

interface Scene {
  readonly answers?: Answers;
  readonly outcome?: TransactionOutcome;
  readonly send?: () => Promise<Hex>;
}

/** Surroundings in which everything goes well, but for what the scene says. */
function scene({ answers, outcome, send }: Scene = {}) {
  const sent: { account: Address; data: Hex; gas: bigint; value: bigint }[] = [];
  const records: TransactionRecord[] = [];
  const steps: string[] = [];
  const stage = { connected: YOU as Address | undefined };
  const surroundings: Surroundings = {
    client: fakeNode({ eth_estimateGas: () => '0x64', eth_gasPrice: () => '0x1', ...answers }),
    contracts,
    wallet: {
      account: () => stage.connected,
      signPermit: () => Promise.reject(new Error('nothing to permit')),
      send: async (transaction) => {
        sent.push(transaction);
        return send ? send() : HASH;
      },
    },
    follow: async (record, told) => {
      records.push(record);
      told('indexing');
      return { outcome: outcome ?? { state: 'done', receipt: RECEIPT }, refreshed: Promise.resolve() };
    },
  };
  const press = (frozen: Partial<FrozenPress> = {}, patience?: number) =>
    sendPress({ request: retire(7), account: YOU, ...frozen }, surroundings, (step) => steps.push(step), patience);
  return { press, sent, records, steps, stage };
}

/** What a press was rejected with. */
async function ending(press: Promise<unknown>): Promise<Record<string, unknown>> {
  return press.then(
    () => ({ name: 'nothing' }),
    (error: Record<string, unknown>) => error,
  );
}

describe('what a press sends', () => {
  it('is what was pressed, with gas to spare, and comes back with the receipt', async () => {
    const { press, sent, records, steps } = scene();
    expect(await press({ before: async () => {} })).to.include({ result: RECEIPT });
    expect(sent).to.deep.equal([
      { account: YOU, to: contracts.commodities, data: retire(7).call.data, gas: 125n, value: 0n },
    ]);
    expect(records[0]).to.include({ hash: HASH, state: 'pending' });
    expect(steps).to.deep.equal(['before', 'simulate', 'sign', 'wait', 'index']);
  });

  it('does not change with the page while something has to be done before', async () => {
    const { press, sent } = scene();
    // As a page holds them: another render has other ones.
    let shown = retire(7);
    const pressed = press({
      request: shown,
      before: async () => {
        shown = retire(8);
      },
    });
    await pressed;
    expect(shown).not.to.deep.equal(retire(7));
    expect(sent.map(({ data }) => data)).to.deep.equal([retire(7).call.data]);
  });

  it('is nothing when what has to be done before fails', async () => {
    const { press, sent } = scene();
    expect(await ending(press({ before: () => Promise.reject(new Error('no room')) }))).to.include({
      message: 'no room',
    });
    expect(sent).to.deep.equal([]);
  });

  it('is nothing when what has to be done before does not come to an end', async () => {
    const { press, sent } = scene();
    expect(await ending(press({ before: () => new Promise(() => {}) }, 20))).to.include({
      name: 'PressError',
      reason: 'slow',
    });
    expect(sent).to.deep.equal([]);
  });

  it('is nothing in the name of an account that is not connected any more', async () => {
    const { press, sent, stage } = scene();
    const before = async () => {
      stage.connected = SOMEBODY_ELSE;
    };
    expect(await ending(press({ before }))).to.include({ name: 'PressError', reason: 'switched' });
    expect(sent).to.deep.equal([]);
  });

  it('is nothing when the contract has changed its mind, and the error says why', async () => {
    const refuse = () => {
      throw reverted(refusal);
    };
    const { press, sent } = scene({ answers: { eth_estimateGas: refuse } });
    expect(await ending(press())).to.include({ name: 'ContractError', errorName: 'CommodityIsRetired' });
    expect(sent).to.deep.equal([]);
  });

  it('gives the contract’s reason when the node refuses it only on sending', async () => {
    const { press } = scene({ send: () => fakeNode({ eth_sendRawTransaction: refuse }).request(RAW) });
    const refuse = () => {
      throw reverted(refusal);
    };
    expect(await ending(press())).to.include({ name: 'ContractError', errorName: 'CommodityIsRetired' });
  });

  it('gives the contract’s reason when it reverts in its block', async () => {
    let asked = 0;
    const { press } = scene({
      outcome: { state: 'failed', receipt: { ...RECEIPT, status: 'reverted' } },
      answers: {
        eth_estimateGas: () => {
          if (++asked > 1) throw reverted(refusal);
          return '0x64';
        },
      },
    });
    const error = await ending(press());
    expect(error).to.include({ name: 'PressError', reason: 'failed', hash: HASH });
    expect(error.cause).to.have.property('errorName', 'CommodityIsRetired');
  });

  for (const state of ['replaced', 'dropped'] as const) {
    it(`is an error when it was ${state}`, async () => {
      const { press } = scene({ outcome: { state } });
      expect(await ending(press())).to.include({ name: 'PressError', reason: state, hash: HASH });
    });
  }
});

const RAW = { method: 'eth_sendRawTransaction', params: ['0x'] } as never;
