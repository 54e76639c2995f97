import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect } from 'chai';
import { localKey } from '../../scripts/local/keys.ts';
import type { AppConfig } from '../../web/app/config.ts';
import { tourMessages } from '../../web/features/tour/messages.ts';
import { TOUR_STEPS } from '../../web/features/tour/tour-steps.ts';
import { nameOf, type Place, WIDTHS } from './support/places.ts';
import { SCREENSHOTS } from './support/results.ts';
import { see } from './support/see.ts';
import { Visit } from './support/visit.ts';
import { openWorld, type World } from './support/world.ts';

/** What the tour promises. */
const WHOLE_TOUR_MS = 5 * 60_000;
/** Residents act at every stop of the clock. */
const STANDSTILL_MS = 120_000;
const LOOK_MS = 100;
const REACTION_MS = 5_000;

/** Accounts that nobody in the demonstration has: each tour is walked by a visitor of its own. */
const WALKS: readonly (Place & { readonly visitor: number })[] = [
  { width: WIDTHS.phone, locale: 'zh-Hans', visitor: 150 },
  { width: WIDTHS.desktop, locale: 'en', visitor: 151 },
];

/** What stands under the middle of the ring: the name of a `data-tour` element that takes a press, or why it cannot be pressed. */
const UNDER_RING = `(() => {
  const ring = document.querySelector('[data-tour-ring]')?.getBoundingClientRect();
  if (!ring) return null;
  const [x, y] = [ring.left + ring.width / 2, ring.top + ring.height / 2];
  const found = document.elementFromPoint(x, y);
  const target = found?.closest('[data-tour]');
  const isBusy = target?.disabled === true || target?.ariaBusy === 'true';
  return { x, y, name: target && !isBusy ? target.dataset.tour : null, covered: !target && found ? found.outerHTML.slice(0, 200) : null };
})()`;

/** Notes every title that the panel has shown: a step may come and be pressed away between two looks. */
const NOTE_TITLES = `(panel => {
  const titles = (window.tourTitles = []);
  const note = () => {
    const title = panel.querySelector('h1, h2, h3')?.innerText;
    if (title && titles.at(-1) !== title) titles.push(title);
  };
  note();
  new MutationObserver(note).observe(panel, { subtree: true, childList: true, characterData: true });
})([...document.querySelectorAll('aside')].find((one) => one.querySelector('h2')))`;

interface UnderRing {
  readonly x: number;
  readonly y: number;
  readonly name: string | null;
  readonly covered: string | null;
}

/** Somebody who knows nothing but what the tour's panel and its ring show. */
describe('the guided tour', function () {
  this.timeout(2 * WHOLE_TOUR_MS);
  let world: World;

  before(async () => {
    world = await openWorld();
  });

  for (const walk of WALKS) {
    it(`leads through a whole cycle within five minutes, at ${nameOf(walk)}`, async () => {
      const visit = await Visit.begin(world, walk);
      await beAnother(visit, walk.visitor);
      await visit.goto('/');
      const from = performance.now();
      await visit.button(tourMessages, 'tour.start').click();
      const walker = new Walker(visit);
      await walker.walk();
      const { steps, presses, read } = walker;
      const took = performance.now() - from;
      expect(await visit.page.evaluate<string[]>('tourTitles')).to.deep.equal([
        ...TOUR_STEPS.map((step) => visit.say(tourMessages, `tour.title.${step}`)),
        visit.say(tourMessages, 'tour.finished'),
      ]);
      console.log(
        `      ${seconds(took)}, ${presses + 1} presses, ${read} ${walk.locale === 'en' ? 'words' : 'characters'}`,
      );
      console.log(`      ${steps.map(({ title, ms }) => `${title} ${seconds(ms)}`).join(', ')}`);
      expect(took, 'milliseconds').to.be.below(WHOLE_TOUR_MS);
      await visit.end();
    });
  }
});

/** Gives the page another visitor than the one of the demonstration. */
async function beAnother(visit: Visit, index: number): Promise<void> {
  await visit.page.route('**/config.json', async (route) => {
    const answer = await route.fetch();
    const config = (await answer.json()) as AppConfig;
    const accounts = config.local?.accounts.map((one) =>
      one.role === 'visitor' ? { ...one, index, address: localKey(index).address } : one,
    );
    await route.fulfill({ json: { ...config, local: { ...config.local, accounts } } });
  });
}

/** Somebody who presses what is ringed, and where nothing is, the panel's own button. */
class Walker {
  readonly steps: { readonly title: string; ms: number }[] = [];
  presses = 0;
  /** Words of the panel that he has read, characters in Chinese. */
  read = 0;
  readonly #visit: Visit;
  readonly #panel: Locator;
  readonly #title: Locator;
  readonly #action: Locator;
  #isPictured = false;

  constructor(visit: Visit) {
    this.#visit = visit;
    this.#panel = visit.page.getByRole('complementary', { name: visit.say(tourMessages, 'tour.name') });
    this.#title = this.#panel.getByRole('heading');
    this.#action = this.#panel.locator('[data-tour-action]:not([disabled])').first();
  }

  /** Walks until the panel says that it was a whole cycle. */
  async walk(): Promise<void> {
    const finished = this.#visit.say(tourMessages, 'tour.finished');
    await this.#title.waitFor();
    await this.#visit.page.evaluate(NOTE_TITLES);
    let began = performance.now();
    for (let movedAt = began; ; ) {
      const title = await this.#title.innerText();
      const last = this.steps.at(-1);
      if (last) last.ms = performance.now() - began;
      if (title !== last?.title) {
        await this.#readPanel();
        if (title === finished) return;
        this.steps.push({ title, ms: 0 });
        began = performance.now();
      }
      if (title !== last?.title || (await this.#press())) movedAt = performance.now();
      else await this.#visit.page.waitForTimeout(LOOK_MS);
      if (performance.now() - movedAt < STANDSTILL_MS) continue;
      throw new Error(`nothing can be pressed any more at "${title}": ${await this.#situation()}`);
    }
  }

  async #readPanel(): Promise<void> {
    const shown = await this.#panel.innerText();
    this.read += this.#visit.locale === 'en' ? shown.split(/\s+/).length : shown.replaceAll(/\s/g, '').length;
    this.#isPictured = false;
  }

  /** Whether there was something to press. */
  async #press(): Promise<boolean> {
    const { page, place } = this.#visit;
    if (!(await this.#next())) return false;
    if (!this.#isPictured) {
      this.#isPictured = true;
      const name = `tour-${this.steps.length}-${place.width}-${place.locale}.png`;
      await page.screenshot({ path: join(SCREENSHOTS, name) });
    }
    const before = await this.#situation();
    // Anew: the page may have moved while the picture was taken.
    const next = await this.#next();
    if (!next) return false;
    if (next === 'panel') await this.#action.click();
    else if (place.width === WIDTHS.phone) await page.touchscreen.tap(next.x, next.y);
    else await page.mouse.click(next.x, next.y);
    this.presses++;
    // Who sees nothing happen presses again.
    const isChanged = () => this.#situation().then((now) => now !== before);
    await see
      .poll(isChanged, { intervals: [LOOK_MS], timeout: REACTION_MS })
      .toBe(true)
      .catch(() => {});
    return true;
  }

  async #next(): Promise<UnderRing | 'panel' | null> {
    const under = await this.#underRing();
    if (under) return under.name === null ? null : under;
    return (await this.#action.isVisible()) ? 'panel' : null;
  }

  #underRing(): Promise<UnderRing | null> {
    return this.#visit.page.evaluate<UnderRing | null>(UNDER_RING);
  }

  /** What changes when a press has taken effect. */
  async #situation(): Promise<string> {
    const { page, main } = this.#visit;
    const headings = await main.getByRole('heading').allInnerTexts();
    return JSON.stringify([page.url(), await this.#panel.innerText(), headings, await this.#underRing()]);
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
