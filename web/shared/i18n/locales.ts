export const LOCALES = ['zh-Hans', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

/** How each language calls itself. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { 'zh-Hans': '简体中文', en: 'English' };
