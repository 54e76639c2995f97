import { epochStart } from '../../protocol/clock/epoch-start.ts';
import { lotSchedule } from '../../protocol/clock/lot-schedule.ts';
import { lotCodeToBytes20 } from '../../protocol/identity/lot-code.ts';
import { sealSalt } from '../../protocol/secrets/derive-salt.ts';
import { offerLot } from '../local/offer.ts';
import { lotDocument } from './catalogue/lot-document.ts';
import { lots as catalogue } from './catalogue/lots.ts';
import { valuesInOrder } from './catalogue/values-in-order.ts';
import type { World } from './world.ts';

const FIRST_REVISION = 1;

/** Offers the lots of the catalogue whose sale starts in an epoch. */
export async function offerLots(world: World, epoch: number): Promise<void> {
  const { commune, documents, commodities, lots } = world;
  for (const seed of catalogue.filter(({ startEpoch }) => startEpoch === epoch)) {
    const commodity = commodities.find((one) => one.seed.key === seed.commodity);
    if (commodity === undefined) throw new RangeError(`no commodity ${seed.commodity}`);
    const { document } = commodity.model;
    const { producer, commodityId } = commodity;
    const salt = sealSalt(producer.root, commodityId, lotCodeToBytes20(seed.lotCode));
    const saleStarts = new Date(epochStart(commune.clock, epoch) * 1000);
    const offered = await offerLot(
      commune,
      producer.actor,
      {
        commodityId,
        revision: FIRST_REVISION,
        lotCode: seed.lotCode,
        units: seed.units,
        startEpoch: seed.startEpoch,
        epochs: seed.epochs,
        openClaims: valuesInOrder(seed.claims, document, 'open'),
        sealedValues: valuesInOrder(seed.claims, document, 'sealed'),
        documentDigest: documents.put(lotDocument(seed, saleStarts)),
      },
      salt,
    );
    if (offered.lotId !== lots.length) throw new Error(`lot ${offered.lotId} where ${lots.length} was expected`);
    const { closingEpoch } = lotSchedule(commune.clock, seed.startEpoch, seed.epochs);
    const scoringEpoch = closingEpoch + (seed.story === 'colluded' ? 2 : 1);
    lots.push({ ...offered, seed, commodity, closingEpoch, scoringEpoch, reports: [] });
  }
}
