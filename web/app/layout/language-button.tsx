import { useLocale } from '../../shared/i18n/use-locale.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { ICON_BUTTON } from './icon-button.ts';
import { layoutMessages } from './layout-messages.ts';

/** Switches to the other language, saying so in that language. */
export function LanguageButton() {
  const text = useText(layoutMessages);
  const [locale, setLocale] = useLocale();
  const other = locale === 'en' ? 'zh-Hans' : 'en';
  const sign = other === 'en' ? 'EN' : '中';
  return (
    <button
      type="button"
      lang={other}
      aria-label={`${sign} – ${text('layout.language')}`}
      title={text('layout.language')}
      className={`${ICON_BUTTON} text-sm font-medium`}
      onClick={() => setLocale(other)}
    >
      {sign}
    </button>
  );
}
