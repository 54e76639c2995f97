import type { Localized } from '../../protocol/documents/quality-model/types.ts';
import { formatMoney } from '../cycle/format-number.ts';
import { formatTable, type TableColumn } from '../cycle/table.ts';
import type { Commune } from '../local/deploy-local.ts';
import { TEST_MNEMONIC } from '../local/keys.ts';
import { presentEpoch } from '../seed/catalogue/lots.ts';
import type { World } from '../seed/world.ts';
import { listAccounts, ROLES } from './accounts.ts';
import { lotStatuses } from './lot-states.ts';
import { tryOut } from './try-out.ts';

const text = (title: string): TableColumn => ({ title, align: 'left' });
const number = (title: string): TableColumn => ({ title, align: 'right' });
const DAY = 24 * 60 * 60;
/** Addresses must not be cut, whatever the terminal. */
const UNCUT = Infinity;

/** Everything a visitor needs to know, in English and Chinese. */
export async function summary(world: World, rpcUrl: string, dataFolder: string): Promise<string> {
  return [
    heading('Chain', '链'),
    chainFacts(world, rpcUrl, dataFolder),
    heading('Contracts', '合约'),
    formatTable([text('name · 名称'), text('address · 地址')], Object.entries(contractAddresses(world.commune)), UNCUT),
    heading('Accounts', '账户'),
    `WARNING: the keys of all these accounts are public (everybody knows this mnemonic). Use them on this machine only
and never send anything of value to them.
警告：以下账户的私钥全部公开（助记词众所周知）。仅限本机使用，切勿向其转入任何有价值的资产。

mnemonic · 助记词  ${TEST_MNEMONIC}
path · 路径        m/44'/60'/0'/0/<index>
`,
    accountsTable(world),
    heading('Quality models', '质量模型'),
    modelsTable(world),
    heading('Commodities', '商品'),
    commoditiesTable(world),
    heading('Lots', '批次'),
    await lotsTable(world),
    heading('What to try', '可以试试'),
    tryOut(world, rpcUrl, dataFolder),
  ].join('\n');
}

function chainFacts({ commune }: World, rpcUrl: string, dataFolder: string): string {
  const days = commune.clock.epochLength / DAY;
  return `JSON-RPC · 接口  ${rpcUrl} (HTTP and WebSocket)
chain id · 链 ID  ${commune.chainId}
epoch · 周期     ${presentEpoch} at the start; each takes ${days} days of chain time, which the page can move forward
                 启动时为第 ${presentEpoch} 周期；每个周期为链上时间 ${days} 天，可在网页上拨快
files · 文件     ${dataFolder}`;
}

/** Addresses by name, in the order of deployment. */
function contractAddresses({ contracts }: Commune) {
  return Object.fromEntries(Object.entries(contracts).map(([name, { address }]) => [name, address]));
}

function heading(en: string, zh: string): string {
  return `\n── ${en} · ${zh} ──`;
}

function both({ en, 'zh-Hans': zh }: Localized): string {
  return `${en} · ${zh}`;
}

function accountsTable(world: World): string {
  const rows = listAccounts(world).map(({ role, name, address, index, id, hint }) => [
    `${both(ROLES[role])}${id === undefined ? '' : ` #${id}`}`,
    both(name),
    address,
    String(index),
    hint === undefined ? '' : both(hint),
  ]);
  const columns = [text('role · 角色'), text('name · 名字'), text('address · 地址'), number('index'), text('')];
  return formatTable(columns, rows, UNCUT);
}

function modelsTable({ models }: World): string {
  const rows = models.map(({ modelId, document }) => [
    String(modelId),
    both(document.name),
    String(document.parameters.length),
    document.standards[0]?.id ?? '',
  ]);
  const columns = [number('id'), text('model · 模型'), number('parameters · 参数'), text('first standard · 首要标准')];
  return formatTable(columns, rows, UNCUT);
}

function commoditiesTable({ commodities }: World): string {
  const rows = commodities.map(({ commodityId, seed, producer, model }) => [
    String(commodityId),
    both(seed.document.name),
    producer.name.en,
    String(model.modelId),
    seed.gtin ?? '–',
  ]);
  const columns = [number('id'), text('commodity · 商品'), text('producer · 生产者'), number('model'), text('GTIN-14')];
  return formatTable(columns, rows, UNCUT);
}

async function lotsTable(world: World): Promise<string> {
  const statuses = await lotStatuses(world);
  const rows = statuses.map(({ lot, state, reports, grade }) => [
    String(lot.lotId),
    lot.seed.lotCode,
    String(lot.commodity.commodityId),
    formatMoney(lot.seed.unitPrice),
    `${lot.seed.startEpoch}–${lot.seed.startEpoch + lot.seed.epochs - 1}`,
    both(state),
    String(reports),
    String(lot.closingEpoch),
    grade,
  ]);
  const columns = [
    number('id'),
    text('lot code · 批号'),
    number('commodity · 商品'),
    number('price · 价格'),
    text('sold in · 销售周期'),
    text('state · 状态'),
    number('reports · 报告'),
    number('revealed in · 揭示周期'),
    number('grade · 评分'),
  ];
  return formatTable(columns, rows, UNCUT);
}
