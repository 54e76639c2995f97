// `npm run check:deployment -- --network NAME`: is a deployment what its sources and profile say? Sends nothing.
import { network } from 'hardhat';
import { PlainError } from '../../local/plain-error.ts';
import { chainFileOf, readChainFile } from '../chain-file.ts';
import { parseOptions } from '../options.ts';
import { profiles } from '../profiles.ts';
import { checkChain, publicExpectations, report } from './check-chain.ts';

const USAGE = `npm run check:deployment -- --network sepolia
On localhost it checks what npm start runs.`;

try {
  const { network: name } = parseOptions(process.argv.slice(2), USAGE);
  const isLocal = name === 'localhost';
  const chain = readChainFile(chainFileOf(name));
  const connection = await network.create(name);
  try {
    const profile = isLocal ? profiles.local : profiles.production;
    const expectations = { ...publicExpectations, hasFaucet: isLocal };
    const problems = report(await checkChain(connection as never, chain, profile, expectations), console.log);
    if (problems > 0)
      throw new PlainError(`\n${problems} problems. What the commune has decided since is one, too, and no fault.`);
  } finally {
    await connection.close();
  }
} catch (error) {
  if (!(error instanceof PlainError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
