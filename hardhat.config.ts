import { createRequire } from 'node:module';
import hardhatIgnitionViem from '@nomicfoundation/hardhat-ignition-viem';
import hardhatKeystore from '@nomicfoundation/hardhat-keystore';
import hardhatMocha from '@nomicfoundation/hardhat-mocha';
import hardhatNetworkHelpers from '@nomicfoundation/hardhat-network-helpers';
import hardhatVerify from '@nomicfoundation/hardhat-verify';
import hardhatViem from '@nomicfoundation/hardhat-viem';
import hardhatViemAssertions from '@nomicfoundation/hardhat-viem-assertions';
import { configVariable, defineConfig } from 'hardhat/config';
import { leanOutput } from './scripts/hardhat/lean-output.ts';
import { ACCOUNT_COUNT } from './scripts/local/accounts.ts';

const require = createRequire(import.meta.url);

/** Address of a node and key of the deployer come from `hardhat keystore` (or the environment) and are asked for when they are used. */
const publicNetwork = (chainType: 'l1' | 'op' | 'generic', chainId: number, name: string) => ({
  type: 'http' as const,
  chainType,
  chainId,
  url: configVariable(`${name}_RPC_URL`),
  accounts: [configVariable('DEPLOYER_PRIVATE_KEY')],
});

export default defineConfig({
  plugins: [
    ...[hardhatIgnitionViem, hardhatMocha, hardhatNetworkHelpers, hardhatViem, hardhatViemAssertions],
    ...[hardhatKeystore, hardhatVerify, leanOutput],
  ],
  paths: {
    sources: './contracts',
    tests: { solidity: './test', mocha: './test' },
    ignition: './scripts/ignition',
  },
  solidity: {
    version: '0.8.37',
    npmFilesToBuild: [
      '@openzeppelin/contracts/access/manager/AccessManager.sol',
      '@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol',
    ],
    // The compiler comes from npm, so that a build needs no other download.
    path: require.resolve('solc/soljson.js'),
    settings: { evmVersion: 'prague', optimizer: { enabled: true, runs: 200 } },
  },
  // Every action of a handler is allowed when it is taken; a revert would be a hole in the test.
  test: { solidity: { invariant: { runs: 32, depth: 64, failOnRevert: true } } },
  networks: {
    default: { type: 'edr-simulated', chainId: 31337, accounts: { count: ACCOUNT_COUNT } },
    localhost: { type: 'http', url: 'http://127.0.0.1:8545' },
    sepolia: publicNetwork('l1', 11_155_111, 'SEPOLIA'),
    optimism: publicNetwork('op', 10, 'OPTIMISM'),
    base: publicNetwork('op', 8_453, 'BASE'),
    arbitrum: publicNetwork('generic', 42_161, 'ARBITRUM'),
  },
  verify: { etherscan: { apiKey: configVariable('ETHERSCAN_API_KEY') } },
});
