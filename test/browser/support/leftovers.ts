import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../../scripts/checks/tool.ts';
import { onMessagesDefined } from '../../../web/shared/i18n/define-messages.ts';
import { LOCALES, type Locale } from '../../../web/shared/i18n/locales.ts';

/** The parts of the DOM that are read here; Node's types have none. */
interface Body {
  readonly ownerDocument: { createTreeWalker(root: unknown, what: number): Walker };
}
interface Walker {
  nextNode(): unknown;
  readonly currentNode: { textContent: string | null; parentElement: { closest(selector: string): unknown } | null };
}

/** `NodeFilter.SHOW_TEXT`, which Node does not know. */
const TEXT_NODES = 4;

/** Texts of each language that the other one says differently, as they stand in the catalogues. */
export async function loadTexts(): Promise<Readonly<Record<Locale, readonly string[]>>> {
  const texts: Record<Locale, string[]> = { 'zh-Hans': [], en: [] };
  onMessagesDefined((catalogue) => {
    for (const id of Object.keys(catalogue.en)) {
      const pair = { en: catalogue.en[id] ?? '', 'zh-Hans': catalogue['zh-Hans'][id] ?? '' };
      if (pair.en === pair['zh-Hans']) continue;
      for (const locale of LOCALES) if (!pair[locale].includes('{')) texts[locale].push(pair[locale]);
    }
  });
  for (const file of globSync('web/{app,features,shared}/**/*.ts', { cwd: root })) {
    if (readFileSync(join(root, file), 'utf8').includes('= defineMessages(')) await import(join(root, file));
  }
  return texts;
}

/** Texts of a language that are seen on a page of the other one, outside of elements that say they are in that language. */
export function leftoversOn(page: Page, language: Locale, texts: readonly string[]): Promise<string[]> {
  return page.locator('body').evaluate(
    (body, { language, texts, TEXT_NODES }) => {
      const known = new Set(texts);
      const found: string[] = [];
      const walker = (body as unknown as Body).ownerDocument.createTreeWalker(body, TEXT_NODES);
      while (walker.nextNode()) {
        const text = walker.currentNode.textContent?.trim() ?? '';
        const element = walker.currentNode.parentElement;
        if (!known.has(text) || element?.closest(`[lang="${language}"]`)) continue;
        // A single word may be a code or a name: a unit, a brand.
        if (language === 'en' && !text.includes(' ')) continue;
        found.push(text);
      }
      return found;
    },
    { language, texts, TEXT_NODES },
  );
}
