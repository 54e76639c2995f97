import { type Hex, keccak256, stringToHex } from 'viem';
import { packValues } from '../../protocol/experience/pack-values.ts';
import { reportCommitment } from '../../protocol/experience/report-commitment.ts';
import { purchaseProofArgument } from '../../protocol/settlement/contract-arguments.ts';
import type { Receipt } from '../../protocol/settlement/receipt.ts';
import { type Actor, type Commune, sent } from './deploy-local.ts';
import type { Settled } from './settle.ts';

/** A report as its author keeps it between commit and reveal. */
export interface DraftReport {
  lotId: number;
  experiencerId: number;
  values: readonly number[];
  evidenceDigest: Hex;
  salt: Hex;
}

/** A salt that is the same in every run: local chains only, where runs must be repeatable. */
export function localSalt(...parts: (string | number)[]): Hex {
  return keccak256(stringToHex(['local salt', ...parts].join('/')));
}

/** Commits to a report with the proof that its author bought the good. */
export async function commitReport(
  commune: Commune,
  author: Actor,
  draft: DraftReport,
  purchase: { receipt: Receipt; salt: Hex; settled: Settled },
): Promise<void> {
  const { evaluations } = commune.contracts;
  const commitment = reportCommitment({
    chainId: commune.chainId,
    evaluations: evaluations.address,
    lotId: draft.lotId,
    experiencerId: draft.experiencerId,
    values: packValues(draft.values),
    evidenceDigest: draft.evidenceDigest,
    salt: draft.salt,
  });
  const args = [
    purchase.receipt,
    purchaseProofArgument(purchase.settled.trees, purchase.receipt.orderId),
    purchase.salt,
    commitment,
  ] as const;
  await sent(commune, 'commit report', evaluations.write.commit(args, { account: author.account }));
}

/** Reveals a committed report. */
export async function revealReport(commune: Commune, author: Actor, draft: DraftReport): Promise<void> {
  const { lotId, experiencerId, values, evidenceDigest, salt } = draft;
  const args = [lotId, experiencerId, values, evidenceDigest, salt] as const;
  await sent(commune, 'reveal report', commune.contracts.evaluations.write.reveal(args, { account: author.account }));
}
