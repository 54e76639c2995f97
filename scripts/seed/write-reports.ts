import { documentDigest } from '../../protocol/documents/document-digest.ts';
import { reportSalt } from '../../protocol/secrets/derive-salt.ts';
import { commitReport } from '../local/report.ts';
import { presentEpoch } from './catalogue/lots.ts';
import { visitorPersona } from './catalogue/roles.ts';
import { valuesInOrder } from './catalogue/values-in-order.ts';
import { measure } from './measurement.ts';
import type { Tester } from './people.ts';
import { reportDocument } from './report-document.ts';
import { testedLot } from './tested-lot.ts';
import type { Lot, Sale, TestReport, World } from './world.ts';

/** Writes the reports on the purchases that a statement settled. Nothing is on chain before they are committed. */
export function writeReports(world: World, epoch: number): void {
  for (const sale of world.sales) {
    if (sale.tester === null || sale.receipt.epoch !== epoch) continue;
    sale.lot.reports.push(writeReport(world, sale, sale.tester));
  }
}

function writeReport(world: World, sale: Sale, tester: Tester): TestReport {
  const { commune, random } = world;
  const { lot } = sale;
  const tested = testedLot(lot);
  const { document: model } = lot.commodity.model;
  const values = isColluding(world, tester) ? valuesInOrder(lot.seed.claims, model) : measure(tested, tester, random);
  const document = reportDocument(commune.chainId, tested, tester, values);
  const draft = {
    lotId: lot.lotId,
    experiencerId: tester.id,
    values,
    evidenceDigest: documentDigest(document),
    salt: reportSalt(tester.root, lot.lotId),
  };
  return { tester, sale, draft, document, commitIn: commitEpoch(lot, tester, sale, random), committed: false };
}

/** They report what the producer claims. */
function isColluding({ people }: World, { id }: Tester): boolean {
  return people.colluders.some((colluder) => colluder.id === id);
}

function commitEpoch(lot: Lot, tester: Tester, { receipt }: Sale, random: World['random']): number | null {
  const { stage } = lot.seed;
  const isLeft = stage === 'running' && tester.key === visitorPersona;
  if (isLeft || stage === 'offered') return null;
  const settledIn = receipt.epoch + 1;
  const delay = random.fork(`experiencer ${tester.id} works on lot ${lot.lotId}`).integer(0, 1);
  return Math.min(settledIn + delay, lot.closingEpoch - 1, Math.max(settledIn, presentEpoch));
}

/** Commits the reports that are due in an epoch. */
export async function commitReports({ commune, lots, statements }: World, epoch: number): Promise<void> {
  for (const report of lots.flatMap(({ reports }) => reports)) {
    if (report.committed || report.commitIn === null || report.commitIn > epoch) continue;
    const { receipt, salt } = report.sale;
    const settled = statements.get(receipt.epoch);
    if (settled === undefined) throw new Error(`epoch ${receipt.epoch} is not settled`);
    await commitReport(commune, report.tester.actor, report.draft, { receipt, salt, settled });
    report.committed = true;
  }
}
