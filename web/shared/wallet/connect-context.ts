import { createContext, useContext } from 'react';

/** Opens the dialog that connects a wallet or switches between demo accounts. */
export const ConnectContext = createContext<() => void>(() => {});

export function useOpenConnect(): () => void {
  return useContext(ConnectContext);
}
