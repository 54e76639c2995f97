import { cidFromDigest } from '../../protocol/documents/cid-from-digest.ts';
import { fromScaled } from '../../protocol/documents/quality-model/scaled.ts';
import type { Localized, ModelParameter } from '../../protocol/documents/quality-model/types.ts';
import { commodityLink } from '../../protocol/identity/commodity-link.ts';
import { lotLink } from '../../protocol/identity/lot-link.ts';
import { caip10 } from './caip10.ts';
import type { Tester } from './people.ts';
import type { Commodity, Lot, Model } from './world.ts';

/** Where the links of the demonstration's goods would lead; a domain that exists nowhere (RFC 2606). */
const LINK_BASE = 'https://commune.example';

export interface MeasuredResult {
  readonly code: string;
  /** Decimal strings; their mean is the value. */
  readonly readings: readonly string[];
  readonly value: string;
  readonly uncertainty: { readonly expanded: string; readonly k: string; readonly p: string };
  readonly notTestedReason: string | null;
  readonly evidence: readonly { readonly cid: string; readonly sha256: string; readonly mime: string }[];
}

/** An experiencer's report; its digest is on chain. */
export interface ReportDocument {
  readonly modelCid: string;
  readonly commodity: {
    readonly chainId: number;
    readonly id: string;
    readonly digitalLink: string;
    readonly lot: string;
    readonly serial: string;
  };
  readonly acquisition: 'bought';
  /** CAIP-10. */
  readonly tester: string;
  readonly instruments: readonly Localized[];
  readonly results: readonly MeasuredResult[];
  /** Interests that could colour the report; empty: none. */
  readonly conflicts: string;
}

/** What an experiencer writes down of the values he reports. */
export function reportDocument(
  chainId: number,
  lot: Pick<Lot, 'seed' | 'commodity'>,
  tester: Tester,
  values: readonly number[],
): ReportDocument {
  const { commodity, seed } = lot;
  const { model } = commodity;
  return {
    modelCid: cidFromDigest(model.digest),
    commodity: {
      chainId,
      id: String(commodity.commodityId),
      digitalLink: linkOf(chainId, commodity, seed.lotCode),
      lot: seed.lotCode,
      serial: '',
    },
    acquisition: 'bought',
    tester: caip10(chainId, tester.address),
    instruments: instrumentsOf(model),
    results: model.document.parameters.map((parameter, i) => {
      const tolerance = model.parameters[i]?.tolerance ?? 0;
      return result(parameter, values[i] ?? 0, Math.round((2 * tolerance * tester.noiseBps) / 10_000));
    }),
    conflicts: '',
  };
}

function linkOf(chainId: number, { commodityId, seed }: Commodity, lotCode: string): string {
  return seed.gtin === null ? commodityLink(LINK_BASE, chainId, commodityId) : lotLink(LINK_BASE, seed.gtin, lotCode);
}

function instrumentsOf({ document }: Model): Localized[] {
  const all = document.parameters.flatMap(({ instruments }) => instruments);
  return [...new Map(all.map((instrument) => [instrument.en, instrument])).values()];
}

/** @param expanded two standard deviations, in units of 10^−decimals */
function result({ code, decimals, method }: ModelParameter, value: number, expanded: number): MeasuredResult {
  const spread = Math.min(Math.floor(expanded / 2), value);
  const around = [value - spread, value + spread].slice(0, method.replicates - (method.replicates % 2));
  const middle = Array.from({ length: method.replicates - around.length }, () => value);
  return {
    code,
    readings: [...around, ...middle].map((reading) => fromScaled(reading, decimals)),
    value: fromScaled(value, decimals),
    uncertainty: { expanded: fromScaled(expanded, decimals), k: '2', p: '0.95' },
    notTestedReason: null,
    evidence: [],
  };
}
