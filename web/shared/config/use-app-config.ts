import { createContext, useContext } from 'react';
import type { AppConfig } from '../../app/config.ts';

export const AppConfigContext = createContext<AppConfig | null>(null);

/** Where everything is. */
export function useAppConfig(): AppConfig {
  const config = useContext(AppConfigContext);
  if (!config) throw new Error('useAppConfig outside of the app');
  return config;
}
