import { join } from 'node:path';
import { type BrowserContext, type Locator, type Page, expect as see } from '@playwright/test';
import { expect } from 'chai';
import { root } from '../../../scripts/checks/tool.ts';
import type { ControlState } from '../../../scripts/control/api.ts';
import type { AppConfig, DemoAccount } from '../../../web/app/config.ts';
import type { Catalogue } from '../../../web/shared/i18n/define-messages.ts';
import type { Locale } from '../../../web/shared/i18n/locales.ts';
import { localMessages } from '../../../web/shared/local/local-messages.ts';
import { sessionMessages } from '../../../web/shared/relay/session-messages.ts';
import { uiMessages } from '../../../web/shared/ui/ui-messages.ts';
import { walletMessages } from '../../../web/shared/wallet/wallet-messages.ts';
import { type Say, textsIn } from './texts.ts';
import type { World } from './world.ts';

export const WIDTHS = { desktop: 1280, phone: 390 } as const;
const HEIGHTS = { 1280: 900, 390: 844 } as const;

/** Transactions, uploads and signatures on a busy machine. */
const PATIENCE_MS = 60_000;
const REST_MS = 150;
/** A move of the clock lets everybody on the chain act. */
const CLOCK_MS = 240_000;

/** What a failed journey looked like; `test-results/` is not committed. */
const FAILURES = join(root, 'test-results', 'failures');
const open = new Set<Visit>();

afterEach('screenshots of a failure', async function () {
  if (this.currentTest?.state !== 'failed') return;
  this.timeout(PATIENCE_MS);
  const name = this.currentTest.fullTitle().replaceAll(/\W+/g, '-').slice(-60);
  for (const [i, { page }] of [...open].entries()) {
    await page.screenshot({ path: join(FAILURES, `${name}-${i}.png`), fullPage: true }).catch(() => {});
  }
});

export interface VisitOptions {
  readonly width: (typeof WIDTHS)[keyof typeof WIDTHS];
  readonly locale: Locale;
  readonly theme?: 'light' | 'dark';
}

/** Somebody in front of a browser that knows nothing of the others. */
export class Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly locale: Locale;
  readonly say: Say;
  /** What the console complained about, and what broke. */
  readonly complaints: string[] = [];
  readonly #origin: string;

  private constructor(origin: string, context: BrowserContext, page: Page, locale: Locale) {
    this.#origin = origin;
    this.context = context;
    this.page = page;
    this.locale = locale;
    this.say = textsIn(locale);
    open.add(this);
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${message.text()} (${message.location().url})`);
    });
  }

  static async begin({ browser, page: origin }: World, { width, locale, theme = 'light' }: VisitOptions) {
    const context = await browser.newContext({
      viewport: { width, height: HEIGHTS[width] },
      locale: locale === 'en' ? 'en-GB' : 'zh-CN',
      colorScheme: theme,
      reducedMotion: 'reduce',
      hasTouch: width === WIDTHS.phone,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    return new Visit(origin, context, await context.newPage(), locale);
  }

  async goto(path: string): Promise<void> {
    await this.page.goto(this.#origin + path, { waitUntil: 'domcontentloaded' });
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
    await see.poll(rest, { timeout: PATIENCE_MS, intervals: [REST_MS] }).toBe(true);
  }

  async sees(...what: (Locator | string)[]): Promise<void> {
    for (const one of what) {
      const locator = typeof one === 'string' ? this.page.getByText(one).first() : one;
      await see(locator).toBeVisible({ timeout: PATIENCE_MS });
    }
  }

  /** Becomes one of the demo accounts, by the dialog that everybody uses. */
  async be(who: DemoAccount): Promise<void> {
    const name = who.name[this.locale];
    const header = this.page.getByRole('banner');
    await this.#openAccount();
    await this.button(walletMessages, 'wallet.switch').click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill(name);
    await dialog.getByRole('button', { name }).first().click();
    await see(header.getByRole('button', { name: this.say(walletMessages, 'wallet.account', { name }) })).toBeVisible();
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

  /** Moves time to the next half of an epoch with the control at the foot of the page, and waits until all have acted. */
  async moveClock(): Promise<ControlState> {
    const next = this.button(localMessages, 'local.nextPhase');
    const answered = this.page.waitForResponse(
      (one) => one.url().endsWith('/local/clock') && one.request().method() === 'POST',
    );
    await next.click();
    expect((await answered).status(), 'the clock moves').to.equal(202);
    await see.poll(async () => (await this.clock()).busy, { timeout: CLOCK_MS, intervals: [250] }).toBe(false);
    const state = await this.clock();
    expect(state.error, 'moving the clock').to.equal(null);
    await see(next).toBeEnabled({ timeout: PATIENCE_MS });
    return state;
  }

  /** Moves the clock until the chain has come to a time. */
  async clockTo(time: number): Promise<void> {
    let { now } = await this.clock();
    while (now < time) ({ now } = await this.moveClock());
  }

  /** Ends the visit; nothing may have gone wrong behind the page's back. */
  async end(): Promise<void> {
    open.delete(this);
    await this.context.close();
    expect(this.complaints, 'console and page errors').to.deep.equal([]);
  }
}
