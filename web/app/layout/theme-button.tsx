import { Monitor, Moon, Sun } from 'lucide-react';
import { useText } from '../../shared/i18n/use-text.ts';
import { ICON_BUTTON } from './icon-button.ts';
import { layoutMessages } from './layout-messages.ts';
import { THEMES, useTheme } from './use-theme.ts';

const ICONS = { system: Monitor, light: Sun, dark: Moon };

/** Goes round: as the system, light, dark. */
export function ThemeButton() {
  const text = useText(layoutMessages);
  const [theme, setTheme] = useTheme();
  const Icon = ICONS[theme];
  const label = text('layout.theme', { theme: text(`layout.theme.${theme}`) });
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
  return (
    <button type="button" aria-label={label} title={label} className={ICON_BUTTON} onClick={() => setTheme(next)}>
      <Icon aria-hidden="true" />
    </button>
  );
}
