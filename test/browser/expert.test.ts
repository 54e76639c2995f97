import { expect } from 'chai';
import { zeroHash } from 'viem';
import type { DemoAccount } from '../../web/app/config.ts';
import { editorMessages } from '../../web/features/models/editor-messages.ts';
import { modelsMessages } from '../../web/features/models/messages.ts';
import { inOrder } from './support/in-order.ts';
import { Visit, WIDTHS } from './support/visit.ts';
import { openWorld, type World } from './support/world.ts';

const NAME = { en: 'Trial rice model', 'zh-Hans': '试验稻米模型' } as const;
/** Smallest units of what the faucet gives. */
const PLAY_MONEY = 10_000_000_000n;
const REVISED = '试验稻米模型（修订）';

describe('an expert in the browser', function () {
  this.timeout(600_000);
  inOrder();
  let world: World;
  let desktop: Visit;
  let phone: Visit;
  let expert: DemoAccount;
  let model: number;

  before(async () => {
    world = await openWorld();
    desktop = await Visit.begin(world, { width: WIDTHS.desktop, locale: 'en' });
    phone = await Visit.begin(world, { width: WIDTHS.phone, locale: 'zh-Hans' });
    // No expert of the seed: an account without money that has never approved anything.
    expert = await desktop.account('governance');
  });

  it('publishes a model from a template, in English on a desktop', async () => {
    await desktop.goto('/models');
    await desktop.be(expert);
    await desktop.marked('write-model').click();
    await desktop.field(editorMessages, 'editor.chooseTemplate').selectOption({ index: 1 });
    await desktop.button(editorMessages, 'editor.begin').first().click();
    await desktop.field(editorMessages, 'editor.nameEn').fill('');
    await desktop.field(editorMessages, 'editor.nameZh').fill(NAME['zh-Hans']);
    await desktop.sees(desktop.say(editorMessages, 'editor.problems', { count: 2 }));
    await desktop.field(editorMessages, 'editor.modelId').fill('trial-rice-1');
    await desktop.field(editorMessages, 'editor.nameEn').fill(NAME.en);
    await desktop.sees(desktop.say(editorMessages, 'editor.ready'));
    await desktop.sees(desktop.main.getByText(/^The account has 0\.00 and \S+ are needed\.$/));
    await desktop.takePlayMoney();
    await desktop.marked('publish').click();
    await desktop.page.waitForURL(/\/models\/\d+$/);
    await desktop.sees(desktop.heading.filter({ hasText: NAME.en }));

    model = Number(desktop.page.url().split('/').at(-1));
    const { models } = world.contracts;
    expect(await models.read.latestRevision([model])).to.equal(1);
    expect(await models.read.documentOf([model, 1])).not.to.equal(zeroHash);
    // The bond was pulled by a permit: nothing had been approved.
    const [bond] = await models.read.bondOf([model]);
    const balance = await world.contracts.asset.read.balanceOf([expert.address]);
    expect(bond > 0n).to.equal(true);
    expect(balance).to.equal(PLAY_MONEY - bond);
    expect(await world.contracts.asset.read.allowance([expert.address, models.address])).to.equal(0n);
  });

  it('revises it, in Chinese on a phone', async () => {
    await phone.goto(`/models/${model}`);
    await phone.sees(phone.heading.filter({ hasText: NAME['zh-Hans'] }));
    await phone.be(expert);
    await phone.main.locator(`a[href="/models/${model}/revise"]`).first().click();
    await phone.field(editorMessages, 'editor.nameZh').fill(REVISED);
    await phone.marked('revise').click();
    await phone.page.waitForURL(/\/models\/\d+$/);
    await phone.sees(phone.heading.filter({ hasText: REVISED }));
    expect(await world.contracts.models.read.latestRevision([model])).to.equal(2);
  });

  it('shows what the revision changed', async () => {
    await phone.main.getByText(phone.say(modelsMessages, 'models.compareWith', { number: '1' })).click();
    const table = phone.main.getByRole('table', { name: phone.say(modelsMessages, 'models.diffPath') });
    const changes = table.or(phone.main.locator('details[open]'));
    await phone.sees(changes.getByText(NAME['zh-Hans'], { exact: true }).first());
    await phone.sees(changes.getByText(REVISED, { exact: true }).first());
  });

  it('without a complaint of any browser', async () => {
    for (const visit of [desktop, phone]) await visit.end();
  });
});
