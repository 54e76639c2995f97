import type { Page } from '@playwright/test';
import { expect } from 'chai';
import type { DemoAccount } from '../../web/app/config.ts';
import { courtMessages } from '../../web/features/court/messages.ts';
import { actionMessages } from '../../web/features/governance/actions/action-messages.ts';
import { governanceMessages } from '../../web/features/governance/messages.ts';
import { editorMessages } from '../../web/features/models/editor-messages.ts';
import { validatorsMessages } from '../../web/features/validators/messages.ts';
import { disputeMessages } from '../../web/shared/disputes/dispute-messages.ts';
import type { Catalogue } from '../../web/shared/i18n/define-messages.ts';
import { LOCALES, type Locale } from '../../web/shared/i18n/locales.ts';
import { membershipMessages } from '../../web/shared/memberships/membership-messages.ts';
import { leftoversOn, loadTexts } from './support/leftovers.ts';
import { faultsOf, paleOn } from './support/look.ts';
import { everywhere, WIDTHS } from './support/places.ts';
import { see } from './support/see.ts';
import { textsIn } from './support/texts.ts';
import { Visit } from './support/visit.ts';
import { openWorld, type World } from './support/world.ts';

/** Of the seeded history. */
const LOTS = { trusted: 0, suspended: 4, flagged: 5, measured: 8, ownedByWu: 9 } as const;
const CASES = { overturned: 1, voted: 2, collecting: 3 } as const;
const PROPOSALS = { executed: 1, defeated: 2, withoutTurnout: 3, passed: 4, voting: 5 } as const;
const GTIN = '09521001000178';

/** Pages by the name of their screenshots. */
const OF_EVERYBODY = {
  landing: '/',
  market: '/market',
  'market-filtered': '/market?grade=80&sort=price',
  'market-nothing': '/market?q=zzzz',
  commodity: '/commodities/1',
  'lot-trusted': `/lots/${LOTS.trusted}`,
  'lot-suspended': `/lots/${LOTS.suspended}`,
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
  platforms: '/platforms',
  platform: '/platforms/1',
  'platform-slashed': '/platforms/2',
  'platform-unknown': '/platforms/77',
  'receipt-check': '/receipts/check',
  validator: '/validators/1',
  'validator-unknown': '/validators/4000',
  court: '/court',
  'case-overturned': `/court/${CASES.overturned}`,
  'case-voted': `/court/${CASES.voted}`,
  'case-collecting': `/court/${CASES.collecting}`,
  'case-unknown': '/court/4000',
  governance: '/governance',
  'governance-new': '/governance/new',
  'proposal-executed': `/governance/${PROPOSALS.executed}`,
  'proposal-defeated': `/governance/${PROPOSALS.defeated}`,
  'proposal-without-turnout': `/governance/${PROPOSALS.withoutTurnout}`,
  'proposal-passed': `/governance/${PROPOSALS.passed}`,
  'proposal-unknown': '/governance/4000',
  treasury: '/treasury',
  'account-nobody': `/account/0x${'00'.repeat(19)}12`,
  'account-unknown': '/account/nobody',
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
  validators: '/validators',
  proposal: `/governance/${PROPOSALS.voting}`,
  account: '/account',
} as const;

describe('every page, at both widths and in both languages', function () {
  this.timeout(600_000);
  let world: World;
  /** One in front of a desktop and one with a phone; both begin in English and switch. */
  let visits: readonly Visit[];
  let texts: Awaited<ReturnType<typeof loadTexts>>;

  before(async () => {
    world = await openWorld();
    texts = await loadTexts();
    visits = await Promise.all(Object.values(WIDTHS).map((width) => Visit.begin(world, { width, locale: 'en' })));
  });

  after(async () => {
    if (visits) await everywhere(visits, (visit) => visit.end());
  });

  const both = (step: (visit: Visit) => Promise<void>) => everywhere(visits, step);
  const go = (path: string) => both((visit) => visit.goto(path));

  async function switchTo({ page }: Visit, locale: Locale): Promise<void> {
    if ((await page.locator('html').getAttribute('lang')) === locale) return;
    await page.getByRole('banner').locator(`button[lang="${locale}"]`).click();
    await page.locator(`html[lang="${locale}"]`).waitFor();
  }

  /** Looks at the page that is open in both languages, and in the dark. @param open brings what is to be seen in a language */
  const look = (name: string, open: (visit: Visit, locale: Locale) => Promise<void> = switchTo) =>
    both(async (visit) => {
      const { page } = visit;
      const faults: string[] = [];
      for (const locale of LOCALES) {
        await open(visit, locale);
        await visit.settled();
        const other = locale === 'en' ? 'zh-Hans' : 'en';
        const leftovers = await leftoversOn(page, other, texts[other]);
        const found = [...(await faultsOf(page)), ...leftovers.map((text) => `says "${text}"`)];
        faults.push(...found.map((fault) => `${locale}: ${fault}`));
        await visit.picture(name, locale);
      }
      await inTheDark(page, async () => {
        faults.push(...(await paleOn(page)).map((fault) => `dark: ${fault}`));
        await visit.picture(name, 'dark');
      });
      const complaints = visit.complaints.splice(0).filter((one) => !NOT_THERE.test(one));
      faults.push(...complaints.map((complaint) => `console: ${complaint}`));
      expect(faults.join('\n'), name).to.equal('');
    });

  async function inTheDark(page: Page, see: () => Promise<void>): Promise<void> {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html[data-theme=dark]').waitFor();
    await see();
    await page.emulateMedia({ colorScheme: 'light' });
    await page.locator('html[data-theme=light]').waitFor();
  }

  async function lookAt(name: string, path: string): Promise<void> {
    await go(path);
    await look(name);
  }

  /** Looks at the dialog behind a button of a page. */
  const lookInto = <Id extends string>(name: string, path: string, from: Catalogue<Id>, id: NoInfer<Id>) =>
    look(name, async (visit, locale) => {
      await visit.goto(path);
      await switchTo(visit, locale);
      await visit.page.getByRole('button', { name: textsIn(locale)(from, id), exact: true }).click();
      await visit.page.getByRole('dialog').waitFor();
    });

  /** Opens a page as somebody. */
  const openAs = (path: string, role: DemoAccount['role'], name?: string) =>
    both(async (visit) => {
      await visit.goto(path);
      await switchTo(visit, 'en');
      await visit.be(await visit.account(role, name));
    });

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
      await openAs('/orders', 'experiencer', 'Inspector Wu');
      await both((visit) => visit.signInFor(visit.main.locator('a[href^="/orders/0x"]').first()));
    });

    it('his orders', () => look('orders'));

    it('one of them', async () => {
      await both(async ({ main, page }) => {
        await main.locator('a[href^="/orders/0x"]').first().click();
        await page.waitForURL(/\/orders\/0x/);
      });
      await look('order');
    });

    it('his desk', () => lookAt('experience-desk', '/experience'));
    it('a report to write', () => lookAt('experience-report', `/experience/${LOTS.ownedByWu}`));
  });

  describe('as a validator who is drawn for a jury', () => {
    before(() => openAs('/validators', 'experiencer', 'Inspector Wu'));

    for (const tab of ['seats', 'election', 'candidates'] as const) {
      it(`validators: ${tab}`, async () => {
        await both(({ main }) => main.locator(`[role=tab][id$=${tab}]`).click());
        await look(`validators-${tab}`);
      });
    }
    it('another validator', () => lookAt('validator-for-voters', '/validators/2'));
    it('his jury duty', () => lookAt('court-duty', '/court'));
    it('a vote to cast', () => lookAt('case-vote', `/court/${CASES.voted}`));
    it('evidence to hand in', () =>
      lookInto('evidence-dialog', `/court/${CASES.collecting}`, courtMessages, 'court.evidenceAdd'));
    it('a dispute about a lot', () =>
      lookInto('dispute-dialog', `/lots/${LOTS.trusted}`, disputeMessages, 'disputes.open.lot'));
    it('his commission', () =>
      lookInto('validators-commission', '/validators', validatorsMessages, 'validators.setCommission'));
    it('a proposal to vote on', () => lookAt('proposal-vote', `/governance/${PROPOSALS.voting}`));
    it('his account', () => lookAt('account', '/account'));
    it('a membership to pay', () =>
      look('account-join', async (visit, locale) => {
        await visit.goto('/account');
        await switchTo(visit, locale);
        const platform = visit.main.locator('li', {
          hasText: textsIn(locale)(membershipMessages, 'membership.platform'),
        });
        await platform.getByRole('button').first().click();
        await visit.page.getByRole('dialog').waitFor();
      }));
    it('a proposal of several things', () =>
      look('governance-new-filled', async (visit, locale) => {
        await visit.goto('/governance/new');
        await switchTo(visit, locale);
        const picker = visit.main.getByRole('combobox').last();
        for (const action of ['court.setParameters', 'token.transfer', 'governor.setTiming', 'call', 'raw']) {
          await picker.selectOption(action);
        }
        const boxes = visit.main.getByRole('textbox');
        await see(boxes.first()).not.toHaveValue('');
        const say = textsIn(locale);
        const field = (id: `field.${string}` & keyof (typeof actionMessages)['en']) =>
          visit.main.getByLabel(say(actionMessages, id), { exact: true });
        const fill = (id: Parameters<typeof field>[0], text: string) => field(id).fill(text);
        await field('field.contract').selectOption('power');
        await field('field.function').selectOption('appointMinter(address,bool)');
        await visit.main.getByLabel('account address').fill(`0x${'56'.repeat(20)}`);
        await visit.main.getByLabel('appointed bool').selectOption('true');
        await fill('field.recipient', `0x${'12'.repeat(20)}`);
        await fill('field.amount', '900000000');
        await fill('field.target', `0x${'34'.repeat(20)}`);
        await fill('field.data', '0x12345678');
        await visit.sees(say(governanceMessages, 'governance.unknownTarget'));
      }));
    it('a report that lost its bond', () => lookAt('experience-suspended', `/experience/${LOTS.suspended}`));
  });

  describe('as somebody who backs validators', () => {
    before(() => openAs('/validators', 'consumer', 'Liu Yiming'));

    it('his stake and rewards', () => look('validators-stake'));
    for (const task of ['bondMore', 'choose', 'unbond'] as const) {
      it(`${task}`, () => lookInto(`validators-${task}`, '/validators', validatorsMessages, `validators.${task}`));
    }
  });

  describe('as a producer', () => {
    before(() => openAs('/produce', 'producer'));

    it('his commodities', () => look('produce-own'));
    it('a new commodity', () => lookAt('produce-new', '/produce/new'));
    it('one of his', () => lookAt('produce-commodity', '/produce/commodities/1'));
    it('a new lot', () => lookAt('produce-offer', '/produce/commodities/1/offer'));
    it('one of his lots', () => lookAt('produce-lot', '/produce/lots/12'));
  });

  describe('as an expert', () => {
    before(() => openAs('/models', 'expert'));

    it('a new model', () => lookAt('model-new', '/models/new'));
    it('a copy of a model', async () => {
      await both(async (visit) => {
        await visit.goto('/models/new?from=3');
        await switchTo(visit, 'en');
        await visit.button(editorMessages, 'editor.begin').first().click();
        await visit.sees(visit.main.getByRole('heading', { name: 'Parameters' }));
      });
      await look('model-editor');
    });
    it('a revision', () => lookAt('model-revise', '/models/1/revise'));
  });

  describe('as a recommender', () => {
    it('his links', async () => {
      await openAs('/recommend', 'recommender');
      await both((visit) => visit.signInFor(visit.main.getByRole('heading', { name: 'Links', exact: true })));
      await look('recommend-desk');
    });
  });

  describe('connected to nobody', () => {
    before(() =>
      both(async (visit) => {
        await visit.goto('/');
        await switchTo(visit, 'en');
        await visit.disconnect();
      }),
    );

    for (const [name, path] of Object.entries(UNCONNECTED)) it(name, () => lookAt(`${name}-unconnected`, path));
  });
});
