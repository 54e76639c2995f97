import { lotCodeToBytes20 } from '../../protocol/identity/lot-code.ts';
import { sealSalt } from '../../protocol/secrets/derive-salt.ts';
import { valuesInOrder } from '../seed/catalogue/values-in-order.ts';
import { commodityOfId } from './catalogue.ts';
import { followUpOf } from './follow-up.ts';
import { inParallel } from './in-parallel.ts';
import type { LotFacts } from './lot-facts.ts';
import { sealedHash } from './sealed-hash.ts';
import { GAS, type Sending, sendTogether } from './send-together.ts';
import type { Moment, Settings } from './settings.ts';
import { writeReport } from './write-report.ts';

const WIDTH = 16;

/** In the first half of a lot's closing epoch: its producer opens the seal, experiencers reveal and publish their reports. */
export async function reveal(settings: Settings, { epoch, half }: Moment): Promise<number> {
  if (half > 0) return 0;
  const { commune, chain, failed } = settings;
  const closing = [...chain.lots.values()].filter((lot) => lot.closingEpoch === epoch);
  const sendings = closing.flatMap((lot) => unsealing(settings, lot));
  await inParallel(
    closing.flatMap((lot) => settings.cast.testers.map((tester) => ({ tester, lot }))),
    WIDTH,
    async ({ tester, lot }) => {
      const committed = chain.reportOf(lot.lotId, tester.id);
      if (committed?.stage !== 'committed') return;
      const report = writeReport(settings, tester, lot);
      // A visitor in his place has measured something else, and reveals it himself.
      if (report.commitment !== committed.commitment) return;
      await settings.relay.request('/documents', { method: 'POST', as: tester.key, body: report.document });
      const args = [lot.lotId, tester.id, report.values, report.evidenceDigest, report.salt] as const;
      const { account } = tester.actor;
      sendings.push({
        what: `reveal of ${tester.name} on lot ${lot.lotId}`,
        send: () => commune.contracts.evaluations.write.reveal(args, { account, gas: GAS }),
      });
    },
    ({ tester, lot }, error) => failed(`report of ${tester.name} on lot ${lot.lotId}`, error),
  );
  return (await sendTogether(commune, sendings, failed)).length;
}

/** Nothing when a visitor sealed the lot, even in the name of a resident producer. */
function unsealing({ commune, chain, cast }: Settings, lot: LotFacts): Sending[] {
  const commodity = commodityOfId(lot.commodityId);
  if (commodity === undefined || chain.unsealed.has(lot.lotId)) return [];
  const own = commodity.lots.find(({ lotCode }) => lotCode === lot.lotCode) ?? followUpOf(commodity, lot.lotCode);
  const producer = cast.producers.find(({ name }) => name === commodity.seed.producer);
  if (own === undefined || producer === undefined) return [];
  const lotCode = lotCodeToBytes20(lot.lotCode);
  const salt = sealSalt(producer.root, lot.commodityId, lotCode);
  if (sealedHash(commune, lot.commodityId, lotCode, own, commodity.model, salt) !== lot.sealedClaims) return [];
  const args = [lot.lotId, valuesInOrder(own.claims, commodity.model, 'sealed'), salt] as const;
  const { account } = producer.actor;
  return [
    {
      what: `unseal lot ${lot.lotId}`,
      send: () => commune.contracts.commodities.write.unseal(args, { account, gas: GAS }),
    },
  ];
}
