import { expect } from 'chai';
import { canonicalJson } from '../../protocol/documents/canonical-json.ts';
import { toOnChainParameters } from '../../protocol/documents/quality-model/to-on-chain-parameters.ts';
import { validateQualityModel } from '../../protocol/documents/quality-model/validate-quality-model.ts';
import { checkLotCode } from '../../protocol/identity/lot-code.ts';
import { normalizeGtin } from '../../protocol/identity/normalize-gtin.ts';
import { commodities } from '../../scripts/seed/catalogue/commodities.ts';
import { lotDocument } from '../../scripts/seed/catalogue/lot-document.ts';
import { lots, presentEpoch } from '../../scripts/seed/catalogue/lots.ts';
import { qualityModels } from '../../scripts/seed/catalogue/quality-models.ts';
import {
  consumers,
  experiencers,
  experts,
  platform,
  producers,
  recommenders,
} from '../../scripts/seed/catalogue/roles.ts';
import type { SeedLot } from '../../scripts/seed/catalogue/types.ts';
import { valuesInOrder } from '../../scripts/seed/catalogue/values-in-order.ts';

const keysOf = (items: readonly { key: string }[]) => items.map(({ key }) => key);

function commodityOf(lot: SeedLot) {
  const commodity = commodities.find(({ key }) => key === lot.commodity);
  if (!commodity) throw new Error(`no commodity ${lot.commodity}`);
  return commodity;
}

function modelOf(lot: SeedLot) {
  const model = qualityModels.find(({ key }) => key === commodityOf(lot).model);
  if (!model) throw new Error(`no model of ${lot.commodity}`);
  return model.document;
}

/** Parameters with claim, truth and how far the truth is on the bad side of the claim. */
function measured(lot: SeedLot) {
  const document = modelOf(lot);
  const claims = valuesInOrder(lot.claims, document);
  const truths = valuesInOrder(lot.truth, document);
  return toOnChainParameters(document).map((parameter, i) => {
    const difference = (truths[i] as number) - (claims[i] as number);
    const bad = [Math.abs(difference), -difference, difference][parameter.direction] as number;
    return { ...parameter, claim: claims[i] as number, truth: truths[i] as number, bad };
  });
}

describe('seed catalogue', () => {
  describe('quality models', () => {
    it('are at least seven of every expert, each key once', () => {
      expect(qualityModels.length).to.be.at.least(7);
      expect(new Set(keysOf(qualityModels)).size).to.equal(qualityModels.length);
      expect(new Set(qualityModels.map(({ document }) => document.modelId)).size).to.equal(qualityModels.length);
      expect(qualityModels.map(({ expert }) => expert)).to.include.members(keysOf(experts));
    });

    for (const { key, document } of qualityModels) {
      it(`${key} validates, has 3–8 parameters and survives canonical JSON`, () => {
        expect(validateQualityModel(document)).to.deep.equal([]);
        expect(document.parameters.length).to.be.within(3, 8);
        expect(JSON.parse(new TextDecoder().decode(canonicalJson(document)))).to.deep.equal(document);
      });

      it(`${key} cites every standard it lists and bounds the bad side`, () => {
        const cited = document.parameters.flatMap(({ method, requirement }) => [
          method.standard,
          requirement?.standard,
        ]);
        for (const standard of document.standards) expect(cited).to.include(standard.key);
        expect(document.parameters.some(({ critical }) => critical)).to.equal(true);
        for (const { code, direction, limitSource, requirement } of document.parameters) {
          if (!requirement) continue;
          if (direction === 'atLeast') expect(limitSource.min, code).to.equal('standard');
          if (direction === 'atMost') expect(limitSource.max, code).to.equal('standard');
        }
      });
    }
  });

  describe('commodities', () => {
    it('are at least nine by at least four producers, each key once', () => {
      expect(commodities.length).to.be.at.least(9);
      expect(new Set(keysOf(commodities)).size).to.equal(commodities.length);
      expect(new Set(commodities.map(({ producer }) => producer)).size).to.be.at.least(4);
    });

    it('use every model', () => {
      expect(commodities.map(({ model }) => model)).to.include.members(keysOf(qualityModels));
    });

    it('have GTINs of the demonstration prefix with valid check digits, all but one', () => {
      const gtins = commodities.map(({ gtin }) => gtin).filter((gtin) => gtin !== null);
      expect(gtins).to.have.length(commodities.length - 1);
      expect(new Set(gtins).size).to.equal(gtins.length);
      for (const gtin of gtins) {
        expect(gtin).to.match(/^0952\d{10}$/);
        expect(normalizeGtin(gtin)).to.equal(gtin);
      }
    });

    for (const { key, producer, feeBps, commissionBps, document } of commodities) {
      it(`${key} has a known producer, rates in bounds and a complete document`, () => {
        expect(keysOf(producers)).to.include(producer);
        expect(feeBps).to.be.within(100, 3_000);
        expect(commissionBps).to.be.within(0, 2_000);
        expect(document.origin.country).to.match(/^[A-Z]{2}$/);
        expect(document.netContent.value).to.match(/^\d+(\.\d+)?$/);
        canonicalJson(document);
      });
    }
  });

  describe('lots', () => {
    it('are at least fourteen in the order of their sale, each code once', () => {
      expect(lots.length).to.be.at.least(14);
      expect(new Set(lots.map(({ lotCode }) => lotCode)).size).to.equal(lots.length);
      const starts = lots.map(({ startEpoch }) => startEpoch);
      expect(starts).to.deep.equal([...starts].sort((a, b) => a - b));
      expect(lots.map(({ commodity }) => commodity)).to.include.members(keysOf(commodities));
    });

    it('give a history: four finished over three commodities, one with two, the second measured later', () => {
      const finished = lots.filter(({ stage }) => stage === 'finished');
      expect(finished.length).to.be.at.least(4);
      const goods = new Set(finished.map(({ commodity }) => commodity));
      expect(goods.size).to.be.at.least(3);
      const series = [...goods].map((key) => finished.filter(({ commodity }) => commodity === key));
      expect(series.some((of) => of.length >= 2)).to.equal(true);
      for (const of of series) {
        const closing = of.map(({ startEpoch, epochs }) => startEpoch + epochs);
        expect(new Set(closing).size).to.equal(closing.length);
      }
      expect(lots.some(({ stage }) => stage === 'running')).to.equal(true);
      expect(lots.some(({ stage }) => stage === 'offered')).to.equal(true);
      expect(lots.filter(({ story }) => story === 'exaggerated').length).to.be.at.least(2);
      expect(lots.filter(({ story }) => story === 'criticalFailure').length).to.equal(1);
      expect(lots.filter(({ story }) => story === 'colluded').length).to.equal(1);
    });

    it('have something on sale in every epoch up to the present', () => {
      for (let epoch = 0; epoch <= presentEpoch; epoch++) {
        const onSale = lots.filter(({ startEpoch, epochs }) => startEpoch <= epoch && epoch < startEpoch + epochs);
        expect(onSale, `epoch ${epoch}`).not.to.be.empty;
      }
    });

    for (const lot of lots) {
      describe(`${lot.commodity} ${lot.lotCode}`, () => {
        it('has a code, price, units and epochs that the contracts accept', () => {
          checkLotCode(lot.lotCode);
          expect(lot.epochs).to.be.within(1, 3);
          expect(lot.units).to.be.within(1, 2 ** 32 - 1);
          expect(lot.unitPrice > 0n).to.equal(true);
        });

        it('claims exactly the parameters of its model, inside the legal range', () => {
          const codes = modelOf(lot).parameters.map(({ code }) => code);
          expect(lot.claims).to.have.all.keys(codes);
          expect(lot.truth).to.have.all.keys(codes);
          for (const { claim, truth, legalMin, legalMax } of measured(lot)) {
            expect(Number.isInteger(claim)).to.equal(true);
            expect(claim).to.be.within(legalMin, legalMax);
            expect(truth | 0).to.equal(truth);
          }
          const { length: open } = valuesInOrder(lot.claims, modelOf(lot), 'open');
          const { length: closed } = valuesInOrder(lot.claims, modelOf(lot), 'sealed');
          expect(open + closed).to.equal(codes.length);
          expect(closed).to.be.above(0);
        });

        it('is as true as its story says', () => {
          const off = measured(lot).filter(({ bad, tolerance }) => bad > tolerance);
          const failed = measured(lot).filter(
            ({ bad, tolerance, critical, truth, legalMin, legalMax }) =>
              (critical && bad > tolerance) || truth < legalMin || truth > legalMax,
          );
          expect(off.length > 0).to.equal(lot.story !== 'honest');
          const isDangerous = lot.story === 'criticalFailure' || lot.story === 'colluded';
          expect(failed.some(({ critical }) => critical)).to.equal(isDangerous);
          if (!isDangerous) expect(failed).to.deep.equal([]);
        });

        it('is at its stage at the present epoch', () => {
          const end = lot.startEpoch + lot.epochs;
          const stage =
            presentEpoch < end ? 'offered' : presentEpoch < end + 3 ? 'running' : presentEpoch >= end + 5 && 'finished';
          expect(lot.startEpoch).to.be.at.most(presentEpoch);
          expect(stage).to.equal(lot.stage);
        });

        it('has a document with dates in order', () => {
          const { productionDate, bestBefore } = lotDocument(lot, new Date('2026-03-02T00:00:00Z'));
          expect(productionDate < '2026-03-02').to.equal(true);
          if (bestBefore) expect(bestBefore > '2026-03-02').to.equal(true);
        });
      });
    }
  });

  it('has enough experiencers for a quorum, and names everyone in both languages, each key once', () => {
    // (ΣW)² ≥ 7·ΣW² can hold only with seven reports.
    expect(experiencers.length).to.be.at.least(8);
    for (const roles of [experts, producers, experiencers, recommenders, consumers, [platform]]) {
      expect(new Set(keysOf(roles)).size).to.equal(roles.length);
    }
    expect(missingTranslations([experts, producers, experiencers, recommenders, consumers, platform])).to.deep.equal(
      [],
    );
    expect(missingTranslations([qualityModels, commodities, lots])).to.deep.equal([]);
  });
});

/** Objects with a text in only one of the two languages. */
function missingTranslations(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const languages = ['zh-Hans', 'en'].filter((language) => language in value);
  const texts = languages.map((language) => (value as Record<string, unknown>)[language]);
  const isIncomplete = languages.length === 1 || texts.some((text) => typeof text !== 'string' || text.trim() === '');
  return [...(isIncomplete ? [value] : []), ...Object.values(value).flatMap(missingTranslations)];
}
