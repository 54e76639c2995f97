import { join, sep } from 'node:path';
import { unclaimedLotId } from '../seed/run-rounds.ts';
import type { World } from '../seed/world.ts';
import { openPurchases } from './open-purchases.ts';

/** Commands that work as they stand. */
export function tryOut(world: World, rpcUrl: string, dataFolder: string): string {
  return `1. Wallet: add a network with the RPC URL ${rpcUrl} and chain id ${world.commune.chainId}, then import the mnemonic.
   钱包：添加网络，RPC 地址 ${rpcUrl}，链 ID ${world.commune.chainId}，再导入上面的助记词。

2. Ask the chain anything by JSON-RPC · 用 JSON-RPC 查询链：
   curl -s ${rpcUrl} -H 'content-type: application/json' -d '{"jsonrpc":"2.0","id":1,"method":"eth_blockNumber"}'

3. Open a console in another terminal, in the project's folder · 在另一个终端的项目目录中打开控制台：
   npx hardhat console --network localhost
   and paste, in this order · 依次粘贴：
${indent(opening(rpcUrl, dataFolder))}

   Is lot ${onSale(world)} on sale, and what does its twin say? · 第 ${onSale(world)} 批是否在售？其数字孪生如何？
${indent(`await commodities.read.isSellable([${onSale(world)}])
await commodities.read.lotOf([${onSale(world)}])`)}

   Pay a tester the reward of lot ${unclaimedLotId}; anybody may send it · 为第 ${unclaimedLotId} 批的测评者发放奖励，任何人都可发送：
${indent(`await evaluations.write.claim([${unclaimedLotId}, 1])`)}

   Commit a report on a purchase that nobody has reported on (${openPurchases(world).length} wait in purchases.json)
   为尚未测评的购买提交一份报告（purchases.json 中有 ${openPurchases(world).length} 笔待测评）：
${indent(COMMIT)}

   Go seven days, one epoch, forward in time · 将链上时间拨快七天，即一个周期：
${indent('await networkHelpers.time.increase(7 * 24 * 3600)')}

4. A whole cycle on orders of your own shop, on a chain of its own · 用您自己商店的订单跑一个完整周期（使用独立的链）：
   npm run cycle -- --orders FILE.csv      (npm run cycle -- --help)`;
}

function onSale({ lots }: World): number {
  return lots.find(({ seed }) => seed.stage === 'offered')?.lotId ?? 0;
}

function opening(rpcUrl: string, dataFolder: string): string {
  const quoted = JSON.stringify(join(dataFolder, sep));
  const params = `{ network: 'localhost', override: { url: '${rpcUrl}' } }`;
  return `const { viem, networkHelpers } = await network.create(${params})
const fs = await import('node:fs')
const local = (file) => JSON.parse(fs.readFileSync(${quoted} + file, 'utf8'))
const { contracts } = local('deployment.json')
const commodities = await viem.getContractAt('Commodities', contracts.commodities)
const evaluations = await viem.getContractAt('Evaluations', contracts.evaluations)`;
}

const COMMIT = `const bought = local('purchases.json').at(-1)
const { packValues } = await import(process.cwd() + '/protocol/experience/pack-values.ts')
const secret = '0x' + '42'.repeat(32)
const report = [bought.lotId, bought.experiencerId, packValues(bought.exampleValues), bought.evidenceDigest, secret]
const commitment = await evaluations.read.hashReport(report)
await evaluations.write.commit([bought.receipt, bought.proof, bought.salt, commitment], { account: bought.address })`;

function indent(lines: string): string {
  return lines
    .split('\n')
    .map((line) => `     ${line}`)
    .join('\n');
}
