import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The part of an element of the DOM that is read here; Node's types have none. */
interface Widths {
  readonly scrollWidth: number;
  readonly clientWidth: number;
}

/** What is wrong with a page that anybody can see or hear, as sentences; none when all is well. */
export async function faultsOf(page: Page, { axe }: { axe: boolean }): Promise<string[]> {
  const { scrollWidth, clientWidth } = await page.locator('html').evaluate((html) => {
    const { scrollWidth, clientWidth } = html as unknown as Widths;
    return { scrollWidth, clientWidth };
  });
  const overflow = scrollWidth - clientWidth;
  const headings = await page.locator('h1').count();
  const title = await page.title();
  const untranslated = (await page.locator('body').innerText()).match(/⟦[^⟧]*⟧/g) ?? [];
  const { violations } = axe ? await new AxeBuilder({ page }).analyze() : { violations: [] };
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return [
    ...(overflow > 0 ? [`scrolls sideways by ${overflow} px`] : []),
    ...(headings === 1 ? [] : [`has ${headings} main headings`]),
    ...(title.includes(' – ') || page.url().endsWith('/') ? [] : [`has the title "${title}"`]),
    ...untranslated.map((id) => `shows the raw message ${id}`),
    ...grave.map(({ impact, id, nodes }) => `axe, ${impact}: ${id} at ${nodes.map(({ target }) => target).join(', ')}`),
  ];
}
