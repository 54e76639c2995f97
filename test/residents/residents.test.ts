import { expect } from 'chai';
import { mnemonicToAccount } from 'viem/accounts';
import { buyerSalt } from '../../protocol/secrets/derive-salt.ts';
import { rootSecret } from '../../protocol/secrets/root-secret.ts';
import { secretRequest } from '../../protocol/secrets/secret-request.ts';
import { buyerCommitment } from '../../protocol/settlement/buyer-commitment.ts';
import { TEST_MNEMONIC } from '../../scripts/local/keys.ts';
import { toEpoch } from '../../scripts/local/time.ts';
import { chooseNominee } from '../../scripts/residents/choose-nominee.ts';
import { reveal } from '../../scripts/residents/reveal.ts';
import type { Settings } from '../../scripts/residents/settings.ts';
import { truthOf } from '../../scripts/residents/truth.ts';
import { writeReport } from '../../scripts/residents/write-report.ts';
import { visitorPersona } from '../../scripts/seed/catalogue/roles.ts';
import { historyOf } from '../../scripts/seed/history.ts';
import type { World } from '../../scripts/seed/world.ts';
import { worldRandom } from '../../scripts/seed/world-random.ts';
import { residentsOf, seededWorld } from './seeded-world.ts';

const NOBODY = 0;

describe('residents of a seeded chain', function () {
  this.timeout(120_000);
  let world: World;
  let settings: Settings;
  let requests: { path: string }[];

  before(async () => {
    world = await seededWorld();
    ({ settings, requests } = await residentsOf(world));
  });

  const running = () => world.lots.filter(({ seed }) => seed.stage === 'running');

  it('find the whole seeded history in the events', () => {
    const { chain, cast } = settings;
    expect([...chain.lots.keys()]).to.deep.equal(world.lots.map(({ lotId }) => lotId));
    for (const lot of world.lots) {
      const facts = chain.lots.get(lot.lotId);
      expect(facts?.lotCode).to.equal(lot.seed.lotCode);
      expect(facts?.closingEpoch).to.equal(lot.closingEpoch);
      expect(facts?.gtin).to.equal(lot.commodity.seed.gtin);
      expect(chain.closed.has(lot.lotId)).to.equal(lot.seed.stage === 'finished');
    }
    const { experiencers, jurors, colluders } = world.people;
    expect(chain.experiencers.size).to.equal(experiencers.length + jurors.length + colluders.length);
    for (const { id } of cast.testers) expect(chain.recordOf(id)).to.have.members(world.records.get(id) ?? []);
  });

  it('know what is true of every seeded lot, and guess of a visitor’s', () => {
    for (const lot of world.lots) {
      const facts = settings.chain.lots.get(lot.lotId);
      if (facts === undefined) throw new Error('no lot');
      const { truth } = lot.seed;
      expect(truthOf(facts, settings.truths)).to.deep.equal(
        lot.commodity.model.document.parameters.map(({ code }) => truth[code]),
      );
      const foreign = { ...facts, lotCode: 'VISITOR-1' };
      for (const [i, value] of truthOf(foreign, settings.truths).entries()) {
        const { legalMin, legalMax } = facts.parameters[i] ?? { legalMin: 0, legalMax: 0 };
        expect(value).to.equal(facts.openClaims[i] ?? Math.trunc((legalMin + legalMax) / 2));
      }
      const said = facts.parameters.map((_, i) => i + 7);
      expect(truthOf(foreign, { find: () => said })).to.deep.equal(said);
    }
  });

  it('write the reports again that they have committed to', () => {
    let committed = 0;
    for (const { lotId } of running()) {
      const lot = settings.chain.lots.get(lotId);
      if (lot === undefined) throw new Error('no lot');
      for (const tester of settings.cast.testers) {
        const report = settings.chain.reportOf(lotId, tester.id);
        if (report === undefined) continue;
        expect(writeReport(settings, tester, lot).commitment).to.equal(report.commitment);
        committed += 1;
      }
    }
    expect(committed).to.be.above(30);
  });

  it('leave one experiencer’s purchases to the visitor', () => {
    const persona = world.people.experiencers.find(({ key }) => key === visitorPersona);
    if (persona === undefined) throw new Error('no persona');
    expect(settings.cast.testers.map(({ id }) => id)).not.to.include(persona.id);
    for (const { lotId } of running()) expect(settings.chain.reportOf(lotId, persona.id)).to.equal(undefined);
    expect(settings.chain.recordOf(persona.id).length).to.be.at.least(5);
  });

  it('name themselves, good records, and now and then a newcomer; never the producer', () => {
    const [lot] = settings.chain.lots.values();
    if (lot === undefined) throw new Error('no lot');
    const newcomer = 99;
    settings.chain.experiencers.set(newcomer, '0x0000000000000000000000000000000000000099');
    settings.chain.experiencers.set(100, lot.producer);
    const chosen = Array.from({ length: 2_000 }, (_, i) =>
      chooseNominee(settings.chain, lot, NOBODY, worldRandom().fork(`order ${i}`)),
    );
    settings.chain.experiencers.delete(newcomer);
    settings.chain.experiencers.delete(100);
    const count = (id: number) => chosen.filter((one) => one === id).length;
    expect(count(newcomer)).to.be.within(160, 320);
    expect(count(100)).to.equal(0);
    expect(count(NOBODY)).to.be.within(300, 500);
    for (const { id } of settings.cast.testers) expect(count(id)).to.be.within(40, 180);
    const own = Array.from({ length: 200 }, (_, i) =>
      chooseNominee(settings.chain, lot, 3, worldRandom().fork(`${i}`)),
    );
    expect(own.filter((id) => id === 3).length).to.be.within(110, 170);
  });

  it('have secrets that a browser with the same wallet derives', async () => {
    const { orders } = await historyOf(world);
    const { commune, people } = world;
    const person = people.consumers[0];
    if (person === undefined) throw new Error('no consumer');
    const wallet = mnemonicToAccount(TEST_MNEMONIC, { addressIndex: person.index });
    const request = secretRequest(commune.chainId, commune.contracts.evaluations.address, wallet.address);
    const root = rootSecret(await wallet.signTypedData(request));
    expect(rootSecret(await person.actor.signTypedData({ account: person.actor.account, ...request }))).to.equal(root);
    const own = orders.filter(({ buyer }) => buyer === person.address);
    expect(own).not.to.be.empty;
    for (const { receipt, commitmentNonce } of own) {
      const salt = buyerSalt(root, receipt.lotId, commitmentNonce);
      expect(buyerCommitment(wallet.address, salt)).to.equal(receipt.buyerCommitment);
    }
  });

  it('reveal and unseal in the closing epoch, once', async () => {
    const [lot] = running();
    if (lot === undefined) throw new Error('no running lot');
    const { commune } = world;
    await toEpoch(commune, lot.closingEpoch);
    const moment = { now: 0, epoch: lot.closingEpoch, half: 0 };
    const closing = running().filter(({ closingEpoch }) => closingEpoch === lot.closingEpoch);
    const revealed = await reveal(settings, moment);
    await settings.chain.refresh();
    const reports = [...settings.chain.reports].filter(({ lotId }) => closing.some((one) => one.lotId === lotId));
    expect(reports.every(({ stage }) => stage === 'revealed')).to.equal(true);
    expect(revealed).to.equal(reports.length + closing.length);
    expect(requests.filter(({ path }) => path === '/documents').length).to.equal(reports.length);
    for (const { lotId } of closing) {
      expect((await commune.contracts.commodities.read.lotOf([lotId])).unsealed).to.equal(true);
      expect((await commune.contracts.evaluations.read.roundOf([lotId])).revealed).to.be.at.least(8);
    }
    expect(await reveal(settings, moment)).to.equal(0);
    expect(await reveal(settings, { ...moment, half: 1 })).to.equal(0);
  });
});
