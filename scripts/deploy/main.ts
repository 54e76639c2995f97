// `npm run deploy -- --network NAME --parameters FILE`: deploys the protocol, checks it, and writes where it is.
import { network } from 'hardhat';
import { PlainError } from '../local/plain-error.ts';
import { chainFileOf, writeChainFile } from './chain-file.ts';
import { checkChain, publicExpectations, report } from './check/check-chain.ts';
import { deployPublic } from './deploy-public.ts';
import { parseOptions } from './options.ts';
import { readParameters } from './parameters.ts';
import { profiles } from './profiles.ts';

const USAGE = `npm run deploy -- --network sepolia --parameters FILE.json

The node's address and the deployer's key come from the keystore:
  npx hardhat keystore set SEPOLIA_RPC_URL
  npx hardhat keystore set DEPLOYER_PRIVATE_KEY
The file: see docs/operations.md. An interrupted deployment goes on when the same command is given again.`;

const say = (line: string) => console.log(line);

try {
  const { network: name, parameters: file } = parseOptions(process.argv.slice(2), USAGE);
  if (name === 'localhost') throw new PlainError('npm start deploys to the local chain.');
  if (file === undefined) throw new PlainError(`--parameters is missing.\n\n${USAGE}`);
  const parameters = readParameters(file, Math.floor(Date.now() / 1_000));
  const connection = await network.create(name);
  try {
    const deployed = await deployPublic(connection as never, parameters, name);
    const problems = report(
      await checkChain(connection as never, deployed, profiles.production, publicExpectations),
      say,
    );
    if (problems > 0) throw new PlainError(`The deployment has ${problems} problems; its addresses were not written.`);
    writeChainFile(chainFileOf(name), deployed);
    say(`\nWhere everything is: ${chainFileOf(name)}. Commit it, with Ignition's journal.`);
  } finally {
    await connection.close();
  }
} catch (error) {
  if (!(error instanceof PlainError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
