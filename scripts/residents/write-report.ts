import type { Hex } from 'viem';
import { blockDigest } from '../../protocol/documents/block-digest.ts';
import { canonicalJson } from '../../protocol/documents/canonical-json.ts';
import { packValues } from '../../protocol/experience/pack-values.ts';
import { reportCommitment } from '../../protocol/experience/report-commitment.ts';
import { reportSalt } from '../../protocol/secrets/derive-salt.ts';
import { measure } from '../seed/measurement.ts';
import { reportDocument } from '../seed/report-document.ts';
import type { TestedLot } from '../seed/tested-lot.ts';
import { worldRandom } from '../seed/world-random.ts';
import type { ResidentTester } from './cast.ts';
import { methodsOfModel } from './catalogue.ts';
import type { LotFacts } from './lot-facts.ts';
import type { Settings } from './settings.ts';
import { truthOf, type VisitorTruths } from './truth.ts';

/** A report with everything that its reveal needs: whoever knows the author's key writes the same one again. */
export interface ResidentReport {
  readonly values: readonly number[];
  /** The canonical document. */
  readonly document: Uint8Array;
  readonly evidenceDigest: Hex;
  readonly salt: Hex;
  readonly commitment: Hex;
}

/** A lot as residents test it. */
export function testedFacts(lot: LotFacts, truths: VisitorTruths): TestedLot {
  return { ...lot, methods: methodsOfModel(lot.modelId), truth: truthOf(lot, truths) };
}

/** What a resident reports on a lot. */
export function writeReport({ commune, truths }: Settings, tester: ResidentTester, lot: LotFacts): ResidentReport {
  const { chainId, contracts } = commune;
  const tested = testedFacts(lot, truths);
  const values = measure(tested, tester, worldRandom());
  const signer = { address: tester.key.address, noiseBps: tester.noiseBps };
  const document = canonicalJson(reportDocument(chainId, tested, signer, values));
  const evidenceDigest = blockDigest(document);
  const salt = reportSalt(tester.root, lot.lotId);
  const commitment = reportCommitment({
    chainId,
    evaluations: contracts.evaluations.address,
    lotId: lot.lotId,
    experiencerId: tester.id,
    values: packValues(values),
    evidenceDigest,
    salt,
  });
  return { values, document, evidenceDigest, salt, commitment };
}
