import type { Address } from 'viem';
import { fromScaled } from '../../../protocol/documents/quality-model/scaled.ts';
import type { ParameterView } from './parameter-view.ts';
import type { TwinLot } from './twin-query.ts';

/** Where a twin stands: what tells it from a lot of the same number elsewhere. */
export interface TwinPlace {
  readonly chainId: number;
  readonly commodities: Address;
  readonly evaluations: Address;
  readonly link: string;
  /** Unix seconds of the chain. */
  readonly at: number;
}

/** A twin as plain JSON: quantities are decimal strings, amounts in the smallest unit, times in Unix seconds. */
export function twinJson(lot: TwinLot, parameters: readonly ParameterView[], place: TwinPlace) {
  return {
    format: 'trusted-commerce-commune.twin',
    version: 1,
    ...place,
    lot: {
      id: lot.number,
      code: lot.lotCode,
      commodity: lot.commodity.number,
      gtin: lot.commodity.gtin,
      producer: lot.producer.id,
      model: { id: lot.model.number, revision: lot.revision.number, document: lot.revision.documentCid },
      document: lot.documentCid,
      state: lot.state,
      grade: lot.gradeBps == null ? null : fromScaled(lot.gradeBps, 2),
      reports: lot.reports,
      effectiveReports: fromScaled(Number(lot.effectiveReports), 2),
      closingEpoch: lot.closingEpoch,
    },
    parameters: parameters.map(({ decimals, ...parameter }) => {
      const decimal = (value: number | null) => (value === null ? null : fromScaled(value, decimals));
      return {
        code: parameter.code,
        name: parameter.name,
        unit: parameter.unit,
        direction: parameter.direction,
        legal: { min: decimal(parameter.legalMin), max: decimal(parameter.legalMax) },
        tolerance: decimal(parameter.tolerance),
        weightBps: parameter.weightBps,
        critical: parameter.critical,
        sealedClaim: parameter.wasSealed,
        claimed: decimal(parameter.claim),
        measured: decimal(parameter.consensus),
        grade: parameter.gradeBps === null ? null : fromScaled(parameter.gradeBps, 2),
        contested: parameter.contested,
      };
    }),
    reports: lot.round.reports.map((report) => ({
      experiencer: report.experiencer.number,
      account: report.experiencer.account.id,
      state: report.state,
      bond: report.bond,
      fee: report.fee,
      weight: report.weight,
      values: report.values?.map((value, i) => fromScaled(value, parameters[i]?.decimals ?? 0)) ?? null,
      evidence: report.evidenceCid,
    })),
  };
}

/**
 * A twin in the shape of a W3C Verifiable Credential 2.0 with a UNTP 0.6 Digital Product Passport and the header fields of EN 18223.
 * It carries no proof of its own: `evidence` names contract and transaction that a verifier reads instead.
 */
export function twinCredential(lot: TwinLot, parameters: readonly ParameterView[], place: TwinPlace) {
  const account = (address: string) => `did:pkh:eip155:${place.chainId}:${address}`;
  const { document } = lot.commodity;
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://test.uncefact.org/vocabulary/untp/dpp/0.6.0/'],
    type: ['DigitalProductPassport', 'VerifiableCredential'],
    id: place.link,
    issuer: { type: ['CredentialIssuer'], id: account(place.evaluations), name: 'Trusted Commerce Commune' },
    validFrom: isoTime(Number(lot.concludedAt ?? lot.offeredAt)),
    credentialSubject: {
      type: ['ProductPassport'],
      digitalProductPassportId: `eip155:${place.chainId}:${place.commodities}/lot/${lot.number}`,
      uniqueProductIdentifier: place.link,
      granularityLevel: 'batch',
      dppSchemaVersion: '0.6.0',
      dppStatus: lot.state === 'SUSPENDED' ? 'inactive' : 'active',
      lastUpdate: isoTime(place.at),
      economicOperatorId: account(lot.producer.id),
      product: {
        type: ['Product'],
        id: place.link,
        name: document?.nameEn ?? `Commodity ${lot.commodity.number}`,
        batchNumber: lot.lotCode,
        ...(lot.commodity.gtin && { registeredId: lot.commodity.gtin }),
        ...(document && { description: document.descriptionEn, countryOfProduction: document.originCountry }),
        ...(lot.document && { productionDate: lot.document.productionDate }),
        characteristics: parameters.map((parameter) => characteristic(parameter)),
      },
    },
    evidence: [
      {
        type: ['ChainRecord'],
        id: `eip155:${place.chainId}:${lot.transactionHash}`,
        verdict: lot.state,
        grade: lot.gradeBps == null ? null : fromScaled(lot.gradeBps, 2),
        reports: lot.reports,
        effectiveReports: fromScaled(Number(lot.effectiveReports), 2),
        model: lot.revision.documentCid,
      },
    ],
  };
}

function characteristic({ decimals, ...parameter }: ParameterView) {
  const measure = (value: number | null) =>
    value === null ? null : { value: fromScaled(value, decimals), unit: parameter.unit };
  return {
    code: parameter.code,
    name: parameter.name.en,
    claimed: measure(parameter.claim),
    measured: measure(parameter.consensus),
    limits: { min: measure(parameter.legalMin), max: measure(parameter.legalMax) },
    grade: parameter.gradeBps === null ? null : fromScaled(parameter.gradeBps, 2),
  };
}

function isoTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
