import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect } from 'chai';
import type { Address } from 'viem';
import type { ControlState } from '../../../scripts/control/api.ts';
import type { AppConfig, DemoAccount } from '../../../web/app/config.ts';
import { shortHex } from '../../../web/shared/format/short-hex.ts';
import type { Catalogue } from '../../../web/shared/i18n/define-messages.ts';
import type { Locale } from '../../../web/shared/i18n/locales.ts';
import { localMessages } from '../../../web/shared/local/local-messages.ts';
import { sessionMessages } from '../../../web/shared/relay/session-messages.ts';
import { uiMessages } from '../../../web/shared/ui/ui-messages.ts';
import { walletMessages } from '../../../web/shared/wallet/wallet-messages.ts';
import { nameOf, type Place, WIDTHS } from './places.ts';
import { FAILURES, SCREENSHOTS } from './results.ts';
import { PATIENCE_MS, see } from './see.ts';
import { type Say, textsIn } from './texts.ts';
import { installWallet, WALLET_NAME } from './wallet.ts';
import type { World } from './world.ts';

const HEIGHTS = { 1280: 900, 390: 844 } as const;

const REST_MS = 150;
/** A move of the clock lets everybody on the chain act. */
const CLOCK_MS = 240_000;

/** A picture of the whole page has no foot of the window that something could stick to. */
const UNSTUCK = '.sticky, .fixed { position: static !important } a[href="#content"] { display: none }';
/** Where nobody asks for anything. */
const NOWHERE = 'about:blank';
const open = new Set<Visit>();

afterEach('screenshots of a failure', async function () {
  if (this.currentTest?.state !== 'failed') return;
  this.timeout(PATIENCE_MS);
  const name = this.currentTest.fullTitle().replaceAll(/\W+/g, '-').slice(-60);
  for (const [i, { page, place }] of [...open].entries()) {
    if (page.url() === NOWHERE) continue;
    const path = join(FAILURES, `${name}-${i}-${nameOf(place)}.png`.replaceAll(' ', '-'));
    await page.screenshot({ path, fullPage: true }).catch(() => {});
  }
});

/** Somebody in front of a browser that knows nothing of the others. */
export class Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly place: Place;
  readonly say: Say;
  /** What the console complained about, and what broke. */
  readonly complaints: string[] = [];
  readonly #origin: string;

  private constructor(origin: string, context: BrowserContext, page: Page, place: Place) {
    this.#origin = origin;
    this.context = context;
    this.page = page;
    this.place = place;
    this.say = textsIn(place.locale);
    open.add(this);
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${message.text()} (${message.location().url})`);
    });
  }

  static async begin({ browser, page: origin }: World, place: Place): Promise<Visit> {
    const { width, locale } = place;
    const context = await browser.newContext({
      viewport: { width, height: HEIGHTS[width] },
      locale: locale === 'en' ? 'en-GB' : 'zh-CN',
      reducedMotion: 'reduce',
      hasTouch: width === WIDTHS.phone,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    return new Visit(origin, context, await context.newPage(), place);
  }

  get locale(): Locale {
    return this.place.locale;
  }

  async goto(path: string): Promise<void> {
    await this.page.goto(this.#origin + path, { waitUntil: 'domcontentloaded' });
  }

  /** Leaves the page, so that nothing is asked for until the next {@link goto}. */
  async rest(): Promise<void> {
    await this.page.goto(NOWHERE);
  }

  get main(): Locator {
    return this.page.locator('main');
  }

  /** Main heading of the page that is open. */
  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  button<Id extends string>(from: Catalogue<Id>, id: NoInfer<Id>, values?: Record<string, unknown>): Locator {
    return this.page.getByRole('button', { name: this.say(from, id, values), exact: true });
  }

  field<Id extends string>(from: Catalogue<Id>, id: NoInfer<Id>): Locator {
    // Optional fields say so in their label.
    return this.main.getByLabel(this.say(from, id)).first();
  }

  /** An element of the page's content by the mark that the tour points to; buttons of transactions have the function's name. */
  marked(name: string): Locator {
    return this.main.locator(`[data-tour="${name}"]`);
  }

  /** Resolves when nothing is being fetched for the first time and the content has come to rest. */
  async settled(): Promise<void> {
    await this.heading.first().waitFor();
    let before = -1;
    const rest = async () => {
      const [waiting, length] = await Promise.all([
        this.main.locator('.animate-pulse').count(),
        this.main.innerText().then((text) => text.length),
      ]);
      const isResting = waiting === 0 && length === before;
      before = length;
      return isResting;
    };
    await see.poll(rest, { intervals: [REST_MS] }).toBe(true);
  }

  async sees(...what: (Locator | string)[]): Promise<void> {
    for (const one of what) {
      const locator = typeof one === 'string' ? this.page.getByText(one).first() : one;
      await see(locator).toBeVisible();
    }
  }

  /** Keeps a picture of the whole page. @param name of what is seen; @param as which look of it */
  async picture(name: string, as: string = this.locale): Promise<void> {
    const path = join(SCREENSHOTS, `${name}-${this.place.width}-${as}.png`);
    // Whatever was pressed last looks as if somebody were about to press it again.
    await this.page.mouse.move(0, 0);
    await this.page.screenshot({ path, fullPage: true, style: UNSTUCK });
  }

  /** Becomes one of the demo accounts, by the dialog that everybody uses. */
  async be(who: DemoAccount): Promise<void> {
    const name = who.name[this.locale];
    const dialog = await this.#openWallets();
    await dialog.getByRole('searchbox').fill(name);
    await dialog.getByRole('button', { name }).first().click();
    await this.#seesAccount(name);
  }

  /**
   * Comes with a wallet extension and connects it; has to be the first thing of a visit.
   *
   * @param index of its account under the test mnemonic
   */
  async bringWallet(index: number): Promise<Address> {
    const address = await installWallet(this.context, await this.config(), index);
    await this.goto('/');
    const dialog = await this.#openWallets();
    await dialog.getByRole('button', { name: WALLET_NAME, exact: true }).click();
    await this.#seesAccount(shortHex(address));
    return address;
  }

  async disconnect(): Promise<void> {
    await this.#openAccount();
    await this.button(walletMessages, 'wallet.disconnect').click();
    await this.sees(this.button(walletMessages, 'wallet.connect').first());
  }

  async #openWallets(): Promise<Locator> {
    await this.#openAccount();
    await this.button(walletMessages, 'wallet.switch').click();
    return this.page.getByRole('dialog');
  }

  async #seesAccount(name: string): Promise<void> {
    const header = this.page.getByRole('banner');
    await this.sees(header.getByRole('button', { name: this.say(walletMessages, 'wallet.account', { name }) }));
  }

  /** Has the faucet of the local chain fill the account that is connected. */
  async takePlayMoney(): Promise<void> {
    await this.#openAccount();
    const dialog = this.page.getByRole('dialog');
    await dialog.locator('[data-tour=faucet]').click();
    await this.sees(this.say(localMessages, 'local.faucetDone'));
    await dialog.getByRole('button', { name: this.say(uiMessages, 'ui.close') }).click();
  }

  async #openAccount(): Promise<void> {
    const name = this.say(walletMessages, 'wallet.account', { name: '' }).trim();
    await this.page.getByRole('banner').getByRole('button', { name }).click();
  }

  /** Signs in where the page asks for it, before `next` can be seen. */
  async signInFor(next: Locator): Promise<void> {
    const signIn = this.main.getByRole('button', { name: this.say(sessionMessages, 'session.signIn'), exact: true });
    await this.sees(signIn.or(next).first());
    if (await signIn.isVisible()) await signIn.click();
    await this.sees(next);
  }

  async config(): Promise<AppConfig> {
    return (await this.page.request.get(`${this.#origin}/config.json`)).json();
  }

  /** The first demo account of a role, or the one with a name. */
  async account(role: DemoAccount['role'], name?: string): Promise<DemoAccount> {
    const accounts = (await this.config()).local?.accounts ?? [];
    const found = accounts.find((one) => one.role === role && (name === undefined || one.name.en === name));
    if (!found) throw new Error(`there is no demo account of ${name ?? role}`);
    return found;
  }

  async clock(): Promise<ControlState> {
    return (await this.page.request.get(`${this.#origin}/local/state`)).json();
  }

  /**
   * Moves time with the control at the foot of the page, and waits until all have acted.
   *
   * @param to the next half of an epoch; or an earlier deadline of the court where there is one: only then the page offers it; or the next
   * epoch, which phones have no room for
   */
  async moveClock(to: 'nextPhase' | 'nextStep' | 'nextEpoch' = 'nextPhase'): Promise<ControlState> {
    const { next } = await this.clock();
    const button = to === 'nextStep' && next.disputeId === null && next.proposalId === null ? 'nextPhase' : to;
    const [answer] = await Promise.all([
      this.page.waitForResponse((one) => one.url().endsWith('/local/clock') && one.request().method() === 'POST'),
      this.button(localMessages, `local.${button}`).click(),
    ]);
    expect(answer.status(), 'the clock moves').to.equal(202);
    await see.poll(async () => (await this.clock()).busy, { timeout: CLOCK_MS, intervals: [250] }).toBe(false);
    const state = await this.clock();
    expect(state.error, 'moving the clock').to.equal(null);
    await see(this.button(localMessages, 'local.nextPhase')).toBeEnabled();
    return state;
  }

  /** Ends the visit; nothing may have gone wrong behind the page's back. */
  async end(): Promise<void> {
    open.delete(this);
    await this.context.close();
    // Whole, as it is the URL that tells.
    if (this.complaints.length > 0) expect.fail(`console and page errors: ${this.complaints.join('\n')}`);
  }
}
