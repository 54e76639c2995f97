import { type Hex, parseEventLogs, toHex } from 'viem';
import { canonicalJson } from '../../protocol/documents/canonical-json.ts';
import { documentDigest } from '../../protocol/documents/document-digest.ts';
import { packValues } from '../../protocol/experience/pack-values.ts';
import { reportCommitment } from '../../protocol/experience/report-commitment.ts';
import { sealedClaimsHash } from '../../protocol/experience/sealed-claims-hash.ts';
import { lotCodeToBytes20 } from '../../protocol/identity/lot-code.ts';
import { buyerSalt, reportSalt, sealSalt } from '../../protocol/secrets/derive-salt.ts';
import { buyerCommitment } from '../../protocol/settlement/buyer-commitment.ts';
import type { Listing } from '../../relay/api/catalogue.ts';
import type { Order, Orders } from '../../relay/api/orders.ts';
import type { Payment } from '../../relay/api/payments.ts';
import type { PurchaseProofAnswer } from '../../relay/api/statements.ts';
import { type Commune, sent } from '../../scripts/local/deploy-local.ts';
import { localKey, localRoot } from '../../scripts/local/keys.ts';
import { coverLot } from '../../scripts/local/offer.ts';
import { RelayClient } from '../../scripts/residents/relay-client.ts';
import type { LocalWorld } from './local-world.ts';

const UNLIMITED = 2n ** 256n - 1n;

/** A person who does by hand what the page does for him. */
export class Visitor {
  readonly key: ReturnType<typeof localKey>;
  readonly #commune: Commune;
  readonly #relay: RelayClient;
  readonly #account: ReturnType<Commune['actor']>['account'];
  readonly #index: number;

  constructor({ commune, relayUrl }: LocalWorld, index: number) {
    this.#index = index;
    this.key = localKey(index);
    this.#commune = commune;
    this.#account = commune.actor(index).account;
    this.#relay = new RelayClient({ url: relayUrl, key: '', origin: 'http://127.0.0.1:3000' }, commune.chainId);
  }

  async approve(): Promise<void> {
    const { asset, commodities, evaluations } = this.#commune.contracts;
    for (const { address } of [commodities, evaluations]) {
      await sent(this.#commune, 'approve', asset.write.approve([address, UNLIMITED], { account: this.#account }));
    }
  }

  async balance(): Promise<bigint> {
    return this.#commune.contracts.asset.read.balanceOf([this.key.address]);
  }

  /** Gives the id. */
  async registerAsExperiencer(): Promise<number> {
    const { power } = this.#commune.contracts;
    const profile = documentDigest({ name: { en: 'Visitor', 'zh-Hans': '访客' } });
    await sent(this.#commune, 'register', power.write.register([profile], { account: this.#account }));
    return power.read.idOf([this.key.address]);
  }

  /** Gives the id. */
  async listCommodity(modelId: number): Promise<number> {
    const { commodities } = this.#commune.contracts;
    const document = canonicalJson({ name: { en: 'Visitor’s honey', 'zh-Hans': '访客的蜂蜜' } });
    await this.upload(document);
    const args = [modelId, 0n, 1_500, 500, documentDigest(JSON.parse(new TextDecoder().decode(document)))] as const;
    const { logs } = await sent(this.#commune, 'list', commodities.write.list(args, { account: this.#account }));
    const [event] = parseEventLogs({ abi: commodities.abi, eventName: 'CommodityListed', logs });
    return event?.args.commodityId ?? 0;
  }

  /** Offers a lot for one epoch from now on, every claim as true as `values`. Gives its id. */
  async offerLot(lot: { modelId: number; commodityId: number; code: string; startEpoch: number; values: number[] }) {
    const { contracts, chainId } = this.#commune;
    const { commodities, models } = contracts;
    const lotCode = lotCodeToBytes20(lot.code);
    const parameters = await models.read.parametersOf([lot.modelId, 1]);
    const of = (isSealed: boolean) => lot.values.filter((_, i) => parameters[i]?.isSealed === isSealed);
    const offer = {
      commodityId: lot.commodityId,
      revision: 1,
      lotCode,
      units: 300,
      startEpoch: lot.startEpoch,
      epochs: 1,
      openClaims: of(false),
      sealedClaims: sealedClaimsHash({
        chainId,
        commodities: commodities.address,
        commodityId: lot.commodityId,
        lotCode,
        values: of(true),
        salt: sealSalt(await this.#root(), lot.commodityId, lotCode),
      }),
      documentDigest: documentDigest({ lotCode: lot.code }),
    };
    await coverLot(this.#commune, { account: this.#account }, lot.commodityId);
    const { logs } = await sent(this.#commune, 'offer', commodities.write.offer([offer], { account: this.#account }));
    const [event] = parseEventLogs({ abi: commodities.abi, eventName: 'LotOffered', logs });
    return event?.args.lotId ?? 0;
  }

  async unseal(lotId: number, commodityId: number, code: string, sealedValues: number[]): Promise<void> {
    const { commodities } = this.#commune.contracts;
    const salt = sealSalt(await this.#root(), commodityId, lotCodeToBytes20(code));
    const args = [lotId, sealedValues, salt] as const;
    await sent(this.#commune, 'unseal', commodities.write.unseal(args, { account: this.#account }));
  }

  async namePrice(lotId: number, unitPrice: bigint): Promise<Listing> {
    const body = { unitPrice: String(unitPrice) };
    return this.#relay.request<Listing>(`/catalogue/${lotId}/price`, { method: 'PUT', as: this.key, body });
  }

  async upload(document: Uint8Array): Promise<void> {
    await this.#relay.request('/documents', { method: 'POST', as: this.key, body: document });
  }

  async buy(lotId: number, quantity: number, nomineeId: number): Promise<Order> {
    const { unitPrice } = await this.#relay.request<Listing>(`/catalogue/${lotId}`);
    const commitmentNonce = toHex(crypto.getRandomValues(new Uint8Array(32)));
    const salt = buyerSalt(await this.#root(), lotId, commitmentNonce);
    const order = await this.#relay.request<Order>('/orders', {
      method: 'POST',
      as: this.key,
      idempotencyKey: crypto.randomUUID(),
      body: {
        lotId,
        quantity,
        nomineeId,
        buyerCommitment: buyerCommitment(this.key.address, salt),
        commitmentNonce,
        unitPrice,
      },
    });
    const { action } = await this.#relay.request<Payment>(`/orders/${order.orderId}/payment`, {
      method: 'POST',
      as: this.key,
      idempotencyKey: crypto.randomUUID(),
      body: { provider: 'test' },
    });
    if (action?.kind !== 'test-card') throw new Error(`no card form: ${JSON.stringify(action)}`);
    await this.#relay.post(action.url, { card: '4242424242424242' });
    return order;
  }

  async orders(): Promise<readonly Order[]> {
    return (await this.#relay.request<Orders>('/orders?limit=100', { as: this.key })).orders;
  }

  async order(orderId: Hex): Promise<Order> {
    return this.#relay.request<Order>(`/orders/${orderId}`, { as: this.key });
  }

  async commit(order: Order, experiencerId: number, values: number[]): Promise<Uint8Array> {
    const { contracts, chainId } = this.#commune;
    const path = `/proofs/purchases/${order.orderId}`;
    const { receipt, proof } = await this.#relay.request<PurchaseProofAnswer>(path, { as: this.key });
    const nodes = (path: typeof proof.lotPath) => path.map(({ hash, sums }) => ({ hash, sums: BigInt(sums) }));
    const document = canonicalJson({ values });
    const root = await this.#root();
    const commitment = reportCommitment({
      chainId,
      evaluations: contracts.evaluations.address,
      lotId: order.lotId,
      experiencerId,
      values: packValues(values),
      evidenceDigest: documentDigest({ values }),
      salt: reportSalt(root, order.lotId),
    });
    const { sales, fee, commission } = receipt;
    const args = [
      { ...receipt, sales: BigInt(sales), fee: BigInt(fee), commission: BigInt(commission) },
      {
        receiptIndex: proof.receiptIndex,
        receiptPath: nodes(proof.receiptPath),
        nomineePath: nodes(proof.nomineePath),
        lotPath: nodes(proof.lotPath),
      },
      buyerSalt(root, order.lotId, order.commitmentNonce),
      commitment,
    ] as const;
    await sent(this.#commune, 'commit', contracts.evaluations.write.commit(args, { account: this.#account }));
    return document;
  }

  async reveal(lotId: number, experiencerId: number, values: number[], document: Uint8Array): Promise<void> {
    await this.upload(document);
    const { evaluations } = this.#commune.contracts;
    const args = [
      lotId,
      experiencerId,
      values,
      documentDigest({ values }),
      reportSalt(await this.#root(), lotId),
    ] as const;
    await sent(this.#commune, 'reveal', evaluations.write.reveal(args, { account: this.#account }));
  }

  async claim(lotId: number, experiencerId: number): Promise<void> {
    const { evaluations } = this.#commune.contracts;
    const args = [lotId, experiencerId] as const;
    await sent(this.#commune, 'claim', evaluations.write.claim(args, { account: this.#account }));
  }

  #root(): Promise<Hex> {
    return localRoot(this.#commune, this.#index);
  }
}
