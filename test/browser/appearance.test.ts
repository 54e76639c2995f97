import { join } from 'node:path';
import { expect } from 'chai';
import { root } from '../../scripts/checks/tool.ts';
import type { DemoAccount } from '../../web/app/config.ts';
import { LOCALES, type Locale } from '../../web/shared/i18n/locales.ts';
import { walletMessages } from '../../web/shared/wallet/wallet-messages.ts';
import { leftoversOn, loadTexts } from './support/leftovers.ts';
import { faultsOf } from './support/look.ts';
import { Visit, WIDTHS } from './support/visit.ts';
import { openWorld, type World } from './support/world.ts';

/** Kept as artefacts; `test-results/` is not committed. */
const SCREENSHOTS = join(root, 'test-results', 'screenshots');
/** A picture of the whole page has no foot of the window that something could stick to. */
const UNSTUCK = '.sticky, .fixed { position: static !important } a[href="#content"] { display: none }';
/** Of the seeded history. */
const LOTS = { trusted: 0, flagged: 5, measured: 8, ownedByWu: 9 } as const;
const GTIN = '09521001000178';

/** Pages by the name of their screenshots. */
const OF_EVERYBODY = {
  landing: '/',
  market: '/market',
  'market-filtered': '/market?grade=80&sort=price',
  'market-nothing': '/market?q=zzzz',
  commodity: '/commodities/1',
  'lot-trusted': `/lots/${LOTS.trusted}`,
  'lot-flagged': `/lots/${LOTS.flagged}`,
  'lot-measured': `/lots/${LOTS.measured}`,
  'lot-unknown': '/lots/4000',
  'link-gtin': `/01/${GTIN}`,
  'link-lot': `/01/${GTIN}/10/BL-LX-02`,
  experiencers: '/experiencers',
  experiencer: '/experiencers/1',
  models: '/models',
  model: '/models/1',
  epochs: '/epochs',
  epoch: '/epochs/4',
  'epoch-running': '/epochs/9',
  'referral-unknown': '/r/nobody',
  'not-found': '/no/such/page',
} as const;

/** Answers that say that something is not there, which browsers take for errors. */
const NOT_THERE = /404 \(Not Found\) \(\S*\/relay\/(referrals\/nobody|catalogue\/\d+)/;

const UNCONNECTED = {
  orders: '/orders',
  experience: '/experience',
  produce: '/produce',
  recommend: '/recommend',
} as const;

describe('every page, at both widths and in both languages', function () {
  this.timeout(600_000);
  let world: World;
  let visit: Visit;
  let texts: Awaited<ReturnType<typeof loadTexts>>;

  before(async () => {
    world = await openWorld();
    texts = await loadTexts();
    visit = await Visit.begin(world, { width: WIDTHS.desktop, locale: 'en' });
  });

  after(() => visit?.end());

  async function switchTo(locale: Locale): Promise<void> {
    const { page } = visit;
    if ((await page.locator('html').getAttribute('lang')) === locale) return;
    await page.getByRole('banner').locator(`button[lang="${locale}"]`).click();
    await page.locator(`html[lang="${locale}"]`).waitFor();
  }

  /** Looks at the page that is open from all four sides; colours and roles are the same in two of them. */
  async function look(name: string): Promise<void> {
    const { page } = visit;
    const faults: string[] = [];
    for (const locale of LOCALES) {
      await switchTo(locale);
      for (const width of [WIDTHS.desktop, WIDTHS.phone]) {
        await page.setViewportSize({ width, height: width === WIDTHS.phone ? 844 : 900 });
        await visit.settled();
        const other = locale === 'en' ? 'zh-Hans' : 'en';
        const isForAxe = (locale === 'en') === (width === WIDTHS.desktop);
        const found = [
          ...(await faultsOf(page, { axe: isForAxe })),
          ...(await leftoversOn(page, other, texts[other])).map((text) => `says "${text}"`),
        ];
        faults.push(...found.map((fault) => `${width} ${locale}: ${fault}`));
        await page.screenshot({
          path: join(SCREENSHOTS, `${name}-${width}-${locale}.png`),
          fullPage: true,
          style: UNSTUCK,
        });
      }
    }
    await page.setViewportSize({ width: WIDTHS.desktop, height: 900 });
    const complaints = visit.complaints.splice(0).filter((one) => !NOT_THERE.test(one));
    faults.push(...complaints.map((complaint) => `console: ${complaint}`));
    expect(faults, name).to.deep.equal([]);
  }

  async function lookAt(name: string, path: string): Promise<void> {
    await visit.goto(path);
    await look(name);
  }

  async function be(who: DemoAccount): Promise<void> {
    await switchTo('en');
    await visit.be(who);
  }

  describe('as anybody', () => {
    for (const [name, path] of Object.entries(OF_EVERYBODY)) it(name, () => lookAt(name, path));

    it('a lot on sale, and its checkout', async () => {
      const { commodities } = world.contracts;
      let lot = (await commodities.read.lotCount()) - 1;
      while (!(await commodities.read.isSellable([lot]))) lot--;
      await lookAt('lot-on-sale', `/lots/${lot}`);
      await lookAt('checkout', `/checkout/${lot}`);
    });
  });

  describe('as somebody who has bought', () => {
    before(async () => {
      await visit.goto('/orders');
      await be(await visit.account('experiencer', 'Inspector Wu'));
      await visit.signInFor(visit.main.locator('a[href^="/orders/0x"]').first());
    });

    it('his orders', () => look('orders'));

    it('one of them', async () => {
      await switchTo('en');
      await visit.main.locator('a[href^="/orders/0x"]').first().click();
      await visit.page.waitForURL(/\/orders\/0x/);
      await look('order');
    });

    it('his desk', () => lookAt('experience-desk', '/experience'));
    it('a report to write', () => lookAt('experience-report', `/experience/${LOTS.ownedByWu}`));
  });

  describe('as a producer', () => {
    before(async () => {
      await visit.goto('/produce');
      await be(await visit.account('producer'));
    });

    it('his commodities', () => look('produce-own'));
    it('a new commodity', () => lookAt('produce-new', '/produce/new'));
    it('one of his', () => lookAt('produce-commodity', '/produce/commodities/1'));
    it('a new lot', () => lookAt('produce-offer', '/produce/commodities/1/offer'));
    it('one of his lots', () => lookAt('produce-lot', '/produce/lots/12'));
  });

  describe('as an expert', () => {
    before(async () => {
      await visit.goto('/models');
      await be(await visit.account('expert'));
    });

    it('a new model', () => lookAt('model-new', '/models/new'));
    it('a copy of a model', async () => {
      await visit.goto('/models/new?from=3');
      await switchTo('en');
      await visit.main.getByRole('button', { name: 'Begin' }).first().click();
      await visit.sees(visit.main.getByRole('heading', { name: 'Parameters' }));
      await look('model-editor');
    });
    it('a revision', () => lookAt('model-revise', '/models/1/revise'));
  });

  describe('as a recommender', () => {
    it('his links', async () => {
      await visit.goto('/recommend');
      await be(await visit.account('recommender'));
      const links = visit.main.getByRole('heading', { name: 'Links', exact: true });
      await visit.signInFor(links);
      await look('recommend-desk');
    });
  });

  describe('connected to nobody', () => {
    before(async () => {
      await visit.goto('/');
      await switchTo('en');
      await visit.page
        .getByRole('banner')
        .getByRole('button', { name: /^Account:/ })
        .click();
      await visit.button(walletMessages, 'wallet.disconnect').click();
      await visit.sees(visit.button(walletMessages, 'wallet.connect').first());
    });

    for (const [name, path] of Object.entries(UNCONNECTED)) it(name, () => lookAt(`${name}-unconnected`, path));
  });

  describe('in the dark', () => {
    before(async () => visit.page.emulateMedia({ colorScheme: 'dark' }));

    for (const name of ['landing', 'lot-trusted', 'epoch'] as const) {
      it(name, () => lookAt(`${name}-dark`, OF_EVERYBODY[name]));
    }
  });
});
