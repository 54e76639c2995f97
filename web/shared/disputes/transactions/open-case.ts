import type { Hex } from 'viem';
import { contractCall } from '../../transactions/contract-call.ts';
import type { TransactionRequest } from '../../transactions/transaction.ts';

/** As the contract numbers them. */
export const GROUNDS = ['COUNTERFEIT', 'AGAINST_REGULATION', 'FALSE_DOCUMENT', 'FOREIGN_GTIN'] as const;
export type GroundName = (typeof GROUNDS)[number];
const numberOf = (ground: GroundName) => GROUNDS.indexOf(ground) + 1;

interface Opening {
  readonly ground: GroundName;
  /** Smallest units; allowed before. */
  readonly bond: bigint;
  readonly digest: Hex;
  /** Wei for the court. */
  readonly cost: bigint;
}

/** Asserts that a lot should not be sold. */
export function disputeListing(lotId: number, lotCode: string, opening: Opening): TransactionRequest {
  const { ground, bond, digest, cost } = opening;
  return {
    summary: { en: `Dispute lot ${lotCode}`, 'zh-Hans': `对批号 ${lotCode} 提出争议` },
    call: contractCall('disputes', 'disputeListing', [lotId, numberOf(ground), bond, digest]),
    value: cost,
    subject: `dispute:lot:${lotId}`,
  };
}

/** Asserts that a model is fraudulent. */
export function disputeModel(modelId: number, opening: Opening): TransactionRequest {
  const { ground, bond, digest, cost } = opening;
  return {
    summary: { en: `Dispute model ${modelId}`, 'zh-Hans': `对模型 ${modelId} 提出争议` },
    call: contractCall('disputes', 'disputeModel', [modelId, numberOf(ground), bond, digest]),
    value: cost,
    subject: `dispute:model:${modelId}`,
  };
}

interface Assertion {
  readonly lotId: number;
  readonly lotCode: string;
  /** R′ */
  readonly values: readonly number[];
  readonly bond: bigint;
  readonly digest: Hex;
  readonly cost: bigint;
}

/** Asserts another consensus. */
export function challengeRound({ lotId, lotCode, values, bond, digest, cost }: Assertion): TransactionRequest {
  return {
    summary: { en: `Challenge the consensus of lot ${lotCode}`, 'zh-Hans': `质疑批号 ${lotCode} 的共识` },
    call: contractCall('disputes', 'challenge', [lotId, values, bond, digest]),
    value: cost,
    subject: `dispute:lot:${lotId}`,
  };
}

/** Lets the contract of disputes take a bond. A call that brings coins cannot use a permit, so this one goes before it. */
export function allowBond(disputes: Hex, bond: bigint): TransactionRequest {
  return {
    summary: { en: 'Allow the bond of a dispute', 'zh-Hans': '授权争议保证金' },
    call: contractCall('asset', 'approve', [disputes, bond]),
  };
}

/** Hands in evidence on an open case. */
export function submitEvidence(caseId: number, digest: Hex): TransactionRequest {
  return {
    summary: { en: `Evidence in case ${caseId}`, 'zh-Hans': `在案件 ${caseId} 中提交证据` },
    call: contractCall('disputes', 'submitEvidence', [BigInt(caseId), digest]),
    subject: `case:${caseId}`,
  };
}
