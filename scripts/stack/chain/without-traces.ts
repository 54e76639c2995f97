import hre from 'hardhat';

/**
 * Opens a chain that knows no sources. Hardhat otherwise reads everything that was ever compiled, for Solidity stack traces in its
 * messages: seconds, and hundreds of megabytes. Revert data is complete either way.
 */
export async function withoutTraces<T>(open: () => Promise<T>): Promise<T> {
  const { artifacts } = hre;
  const known = artifacts.getAllBuildInfoIds;
  artifacts.getAllBuildInfoIds = async () => new Set();
  try {
    return await open();
  } finally {
    artifacts.getAllBuildInfoIds = known;
  }
}
