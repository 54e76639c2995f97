import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The part of an element of the DOM that is read here; Node's types have none. */
interface Widths {
  readonly scrollWidth: number;
  readonly clientWidth: number;
}

/** What is wrong with a page that anybody can see or hear, as sentences; none when all is well. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { scrollWidth, clientWidth } = await page.locator('html').evaluate((html) => {
    const { scrollWidth, clientWidth } = html as unknown as Widths;
    return { scrollWidth, clientWidth };
  });
  const overflow = scrollWidth - clientWidth;
  const headings = await page.locator('h1').count();
  const title = await page.title();
  const untranslated = (await page.locator('body').innerText()).match(/⟦[^⟧]*⟧/g) ?? [];
  return [
    ...(overflow > 0 ? [`scrolls sideways by ${overflow} px`] : []),
    ...(headings === 1 ? [] : [`has ${headings} main headings`]),
    ...(title.includes(' – ') || page.url().endsWith('/') ? [] : [`has the title "${title}"`]),
    ...untranslated.map((id) => `shows the raw message ${id}`),
    ...(await graveViolations(await axe(page))),
  ];
}

/** Colours that cannot be told apart well enough; all that another theme can change. */
export async function paleOn(page: Page): Promise<string[]> {
  return graveViolations((await axe(page)).withRules('color-contrast'));
}

/**
 * Most of the time would go into handing axe over to the page, again for every look at it, into results other than violations, and into a
 * page of its own for what frames say: there are none.
 */
async function axe(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(`typeof axe === 'object'`);
  const builder = new AxeBuilder({ page, ...(isThere === true && { axeSource: ';' }) });
  return builder.options({ resultTypes: ['violations'] }).setLegacyMode();
}

async function graveViolations(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return grave.map(
    ({ impact, id, nodes }) => `axe, ${impact}: ${id} at ${nodes.map(({ target }) => target).join(', ')}`,
  );
}
