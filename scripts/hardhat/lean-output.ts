import type { SolidityHooks } from 'hardhat/types/hooks';
import type { HardhatPlugin } from 'hardhat/types/plugins';

const isOpcodes = (output: string) => output.endsWith('ytecode.opcodes');

const hooks: Partial<SolidityHooks> = {
  async invokeSolc(context, compiler, input, config, next) {
    const selection = Object.fromEntries(
      Object.entries(input.settings.outputSelection).map(([source, contracts]) => [
        source,
        Object.fromEntries(
          Object.entries(contracts).map(([name, outputs]) => [name, outputs.filter((output) => !isOpcodes(output))]),
        ),
      ]),
    );
    const lean = { ...input, settings: { ...input.settings, outputSelection: selection } };
    const output = await next(context, compiler, lean, config);
    // Whoever reads the build info expects the field.
    for (const contract of Object.values(output.contracts ?? {}).flatMap((source) => Object.values(source))) {
      for (const bytecode of [contract.evm?.bytecode, contract.evm?.deployedBytecode]) {
        if (bytecode !== undefined) bytecode.opcodes = '';
      }
    }
    return output;
  },
};

/**
 * Has the compiler leave out opcodes: nobody reads them, they are more than half of its output, and all contracts with their tests in one run
 * come near to what the compiler, a WebAssembly module, can write.
 */
export const leanOutput: HardhatPlugin = {
  id: 'lean-output',
  hookHandlers: { solidity: async () => ({ default: async () => hooks }) },
};
