import type { Localized } from '../../../protocol/documents/quality-model/types.ts';
import { attachCommune } from './attach-commune.ts';
import { worldFingerprint } from './fingerprint.ts';
import { Journal } from './journal.ts';
import { openChain } from './open-chain.ts';
import type { OpenWorld, WorldOptions } from './open-world.ts';
import { replay } from './replay.ts';
import { WorldFile } from './world-file.ts';

/**
 * Opens the world of the last start where it stopped.
 *
 * @returns the reason why a new one has to be made; undefined when there was none
 */
export async function continueWorld({
  port,
  dataFolder,
  hasTraces,
}: WorldOptions): Promise<OpenWorld | Localized | undefined> {
  const file = new WorldFile(dataFolder);
  const facts = file.read();
  if (facts === undefined) return undefined;
  if (facts.fingerprint !== worldFingerprint()) {
    return {
      en: 'the contracts or the seed have changed since the last start, so a new world is made',
      'zh-Hans': '合约或初始数据自上次启动以来有改动，将创建新的世界',
    };
  }
  const journal = new Journal(file.journalFile);
  const records = journal.read();
  const chain = await openChain(port, facts.genesisTime, () => journal.catchUp(), hasTraces);
  if (records.length > facts.blockNumber && (await replay(chain.connection, records))) {
    journal.follow(chain.connection, records.length - 1);
    return { chain, facts, commune: await attachCommune(chain.connection, facts), isContinued: true };
  }
  await chain.close();
  return {
    en: 'the chain of the last start could not be repeated exactly, so a new world is made',
    'zh-Hans': '无法精确重现上次的链，将创建新的世界',
  };
}
