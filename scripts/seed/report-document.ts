import { cidFromDigest } from '../../protocol/documents/cid-from-digest.ts';
import { fromScaled } from '../../protocol/documents/quality-model/scaled.ts';
import type { OnChainParameter } from '../../protocol/documents/quality-model/to-on-chain-parameters.ts';
import type { Localized } from '../../protocol/documents/quality-model/types.ts';
import { commodityLink } from '../../protocol/identity/commodity-link.ts';
import { lotLink } from '../../protocol/identity/lot-link.ts';
import { caip10 } from './caip10.ts';
import type { Person } from './people.ts';
import { codeOf, type TestedLot, type TestMethod } from './tested-lot.ts';

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
  lot: TestedLot,
  tester: Pick<Person, 'address'> & { readonly noiseBps: number },
  values: readonly number[],
): ReportDocument {
  return {
    modelCid: cidFromDigest(lot.modelDigest),
    commodity: {
      chainId,
      id: String(lot.commodityId),
      digitalLink: linkOf(chainId, lot),
      lot: lot.lotCode,
      serial: '',
    },
    acquisition: 'bought',
    tester: caip10(chainId, tester.address),
    instruments: instrumentsOf(lot.methods),
    results: lot.parameters.map((parameter, i) => {
      const expanded = Math.round((2 * parameter.tolerance * tester.noiseBps) / 10_000);
      return result(parameter, lot.methods[i]?.replicates ?? 1, values[i] ?? 0, expanded);
    }),
    conflicts: '',
  };
}

function linkOf(chainId: number, { commodityId, gtin, lotCode }: TestedLot): string {
  return gtin === null ? commodityLink(LINK_BASE, chainId, commodityId) : lotLink(LINK_BASE, gtin, lotCode);
}

function instrumentsOf(methods: readonly TestMethod[]): Localized[] {
  const all = methods.flatMap(({ instruments }) => instruments);
  return [...new Map(all.map((instrument) => [instrument.en, instrument])).values()];
}

/** @param expanded two standard deviations, in units of 10^−decimals */
function result(parameter: OnChainParameter, replicates: number, value: number, expanded: number): MeasuredResult {
  const { decimals, legalMin } = parameter;
  const spread = Math.min(Math.floor(expanded / 2), value - Math.min(0, legalMin, value));
  const around = [value - spread, value + spread].slice(0, replicates - (replicates % 2));
  const middle = Array.from({ length: replicates - around.length }, () => value);
  return {
    code: codeOf(parameter),
    readings: [...around, ...middle].map((reading) => fromScaled(reading, decimals)),
    value: fromScaled(value, decimals),
    uncertainty: { expanded: fromScaled(expanded, decimals), k: '2', p: '0.95' },
    notTestedReason: null,
    evidence: [],
  };
}
