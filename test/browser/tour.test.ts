import { join } from 'node:path';
import { expect as see } from '@playwright/test';
import { expect } from 'chai';
import { root } from '../../scripts/checks/tool.ts';
import { localKey } from '../../scripts/local/keys.ts';
import type { AppConfig } from '../../web/app/config.ts';
import { tourMessages } from '../../web/features/tour/messages.ts';
import { TOUR_STEPS } from '../../web/features/tour/tour-steps.ts';
import { nameOf, type Place, WIDTHS } from './support/places.ts';
import { Visit } from './support/visit.ts';
import { openWorld, type World } from './support/world.ts';

const SCREENSHOTS = join(root, 'test-results', 'screenshots');
/** What the tour promises. */
const WHOLE_TOUR_MS = 5 * 60_000;
/** Residents act at every stop of the clock. */
const STANDSTILL_MS = 120_000;
const LOOK_MS = 100;

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
      const { steps, presses, words } = await follow(visit, walk);
      const took = performance.now() - from;
      expect(steps.map(({ title }) => title)).to.deep.equal(
        TOUR_STEPS.map((step) => visit.say(tourMessages, `tour.title.${step}`)),
      );
      console.log(
        `      ${seconds(took)}, ${presses + 1} presses, ${words} ${walk.locale === 'en' ? 'words' : 'characters'}`,
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

/** Presses what is ringed, and where nothing is, the panel's own button, until the panel says that it was a whole cycle. */
async function follow(visit: Visit, { width, locale }: Place) {
  const { page } = visit;
  const panel = page.getByRole('complementary', { name: visit.say(tourMessages, 'tour.name') });
  const title = panel.getByRole('heading');
  const action = panel.locator('[data-tour-action]:not([disabled])').first();
  const finished = visit.say(tourMessages, 'tour.finished');
  const steps: { title: string; ms: number }[] = [];
  let presses = 0;
  let words = 0;
  let began = performance.now();
  await title.waitFor();
  for (let now = await title.innerText(), movedAt = began; ; ) {
    const isNew = now !== steps.at(-1)?.title;
    if (isNew) {
      const shown = await panel.innerText();
      words += locale === 'en' ? shown.split(/\s+/).length : shown.replaceAll(/\s/g, '').length;
      await page.screenshot({ path: join(SCREENSHOTS, `tour-${steps.length + 1}-${width}-${locale}.png`) });
      if (now === finished) return { steps, presses, words };
      steps.push({ title: now, ms: 0 });
      began = performance.now();
      movedAt = began;
    }
    const before = await situation();
    if (await press()) {
      presses++;
      movedAt = performance.now();
      // Some presses take effect only after a while; who sees nothing happen presses again.
      await see
        .poll(situation, { intervals: [LOOK_MS], timeout: 5_000 })
        .not.toBe(before)
        .catch(() => {});
    } else await page.waitForTimeout(LOOK_MS);
    const stood = performance.now() - movedAt;
    if (stood > STANDSTILL_MS) throw new Error(`nothing to press for ${seconds(stood)} at "${now}": ${before}`);
    now = await title.innerText();
    const step = steps.at(-1);
    if (step) step.ms = performance.now() - began;
  }

  /** What changes when a press has taken effect. */
  async function situation(): Promise<string> {
    const heading = await visit.main.getByRole('heading').allInnerTexts();
    return JSON.stringify([page.url(), await panel.innerText(), heading, await underRing()]);
  }

  async function underRing(): Promise<UnderRing | null> {
    return page.evaluate<UnderRing | null>(UNDER_RING);
  }

  async function press(): Promise<boolean> {
    const under = await underRing();
    if (under?.name) {
      await (width === WIDTHS.phone ? page.touchscreen.tap(under.x, under.y) : page.mouse.click(under.x, under.y));
      return true;
    }
    if (under !== null || !(await action.isVisible())) return false;
    await action.click();
    return true;
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
