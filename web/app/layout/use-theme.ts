import { useEffect, useSyncExternalStore } from 'react';
import { useStored } from '../../shared/storage/use-stored.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const dark = matchMedia('(prefers-color-scheme: dark)');

/** The chosen appearance; index.html applies it before the first paint. */
export function useTheme(): [theme: Theme, setTheme: (theme: Theme) => void] {
  const [theme, store] = useStored<Theme>('theme', (found) => THEMES.find((one) => one === found) ?? 'system');
  const systemIsDark = useSyncExternalStore(
    (changed) => {
      dark.addEventListener('change', changed);
      return () => dark.removeEventListener('change', changed);
    },
    () => dark.matches,
  );
  useEffect(() => {
    const isDark = theme === 'dark' || (theme === 'system' && systemIsDark);
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  }, [theme, systemIsDark]);
  return [theme, store];
}
