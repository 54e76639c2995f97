import type { HardhatPlugin } from 'hardhat/types/plugins';

/**
 * Has the compiler leave out opcodes: nobody reads them, they are more than half of its output, and all contracts with their tests in one run
 * come near to what the compiler, a WebAssembly module, can write.
 */
export const leanOutput: HardhatPlugin = {
  id: 'lean-output',
  hookHandlers: { solidity: () => import('./lean-output-hooks.ts') },
};
