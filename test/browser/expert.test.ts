import { expect } from 'chai';
import type { Address } from 'viem';
import { zeroHash } from 'viem';
import { editorMessages } from '../../web/features/models/editor-messages.ts';
import { modelsMessages } from '../../web/features/models/messages.ts';
import { errorMessages } from '../../web/shared/errors/error-messages.ts';
import { formatAmount } from '../../web/shared/format/format-amount.ts';
import { inOrder } from './support/in-order.ts';
import { everywhere, nameOf, PLACES, type Place } from './support/places.ts';
import { Visit } from './support/visit.ts';
import { openWorld, type World } from './support/world.ts';

const NAMES = { en: 'Trial rice model', 'zh-Hans': '试验稻米模型' } as const;
const REVISED = { en: 'Trial rice model, revised', 'zh-Hans': '试验稻米模型（修订）' } as const;
const NAME_FIELDS = { en: 'editor.nameEn', 'zh-Hans': 'editor.nameZh' } as const;
/** Smallest units of what the faucet gives, and of what a model is worth to its expert. */
const PLAY_MONEY = 10_000_000_000n;
const BOND = 200_000_000n;
/** No experts of the demonstration: accounts without money that have never approved anything. */
const FIRST_EXPERT = 104;

interface Expert {
  readonly place: Place;
  readonly visit: Visit;
  readonly address: Address;
  /** Number of his model, once it is published. */
  model: number;
}

describe('an expert in the browser', function () {
  this.timeout(600_000);
  inOrder();
  let world: World;
  let experts: readonly Expert[];

  before(async () => {
    world = await openWorld();
    experts = await Promise.all(PLACES.map(begin));
  });

  async function begin(place: Place, i: number): Promise<Expert> {
    const visit = await Visit.begin(world, place);
    return { place, visit, address: await visit.bringWallet(FIRST_EXPERT + i), model: 0 };
  }

  it('publishes a model from a template, his bond by a permit', () =>
    everywhere(experts, async (expert) => {
      const { place, visit, address } = expert;
      await visit.goto('/models');
      await visit.marked('write-model').click();
      await visit.field(editorMessages, 'editor.chooseTemplate').selectOption({ index: 1 });
      await visit.button(editorMessages, 'editor.begin').first().click();
      await visit.field(editorMessages, 'editor.nameEn').fill('');
      await visit.field(editorMessages, 'editor.nameZh').fill(NAMES['zh-Hans']);
      await visit.sees(visit.say(editorMessages, 'editor.problems', { count: 2 }));
      await visit.field(editorMessages, 'editor.modelId').fill(`trial-rice-${nameOf(place).replace(' ', '-')}`);
      await visit.field(editorMessages, 'editor.nameEn').fill(NAMES.en);
      await visit.sees(visit.say(editorMessages, 'editor.ready'));
      const [balance, needed] = [formatAmount(0n, place.locale), formatAmount(BOND, place.locale)];
      await visit.sees(visit.say(errorMessages, 'error.ERC20InsufficientBalance', { balance, needed }));
      await visit.takePlayMoney();
      await visit.marked('publish').click();
      await visit.page.waitForURL(/\/models\/\d+$/);
      await visit.sees(visit.heading.filter({ hasText: NAMES[place.locale] }));

      expert.model = Number(visit.page.url().split('/').at(-1));
      const { models, asset } = world.contracts;
      expect(await models.read.latestRevision([expert.model])).to.equal(1);
      expect(await models.read.documentOf([expert.model, 1])).not.to.equal(zeroHash);
      expect((await models.read.bondOf([expert.model]))[0]).to.equal(BOND);
      expect(await asset.read.balanceOf([address])).to.equal(PLAY_MONEY - BOND);
      expect(await asset.read.allowance([address, models.address]), 'nothing was approved').to.equal(0n);
    }));

  it('revises it', () =>
    everywhere(experts, async ({ visit, model }) => {
      const { locale } = visit;
      await visit.goto(`/models/${model}`);
      await visit.main.locator(`a[href="/models/${model}/revise"]`).first().click();
      await visit.field(editorMessages, NAME_FIELDS[locale]).fill(REVISED[locale]);
      await visit.marked('revise').click();
      await visit.page.waitForURL(/\/models\/\d+$/);
      await visit.sees(visit.heading.filter({ hasText: REVISED[locale] }));
      expect(await world.contracts.models.read.latestRevision([model])).to.equal(2);
    }));

  it('shows what the revision changed', () =>
    everywhere(experts, async ({ visit }) => {
      await visit.main.getByText(visit.say(modelsMessages, 'models.compareWith', { number: '1' })).click();
      const changes = visit.main.locator('details[open]');
      await visit.sees(changes.getByText(NAMES[visit.locale], { exact: true }).first());
      await visit.sees(changes.getByText(REVISED[visit.locale], { exact: true }).first());
      await visit.picture('expert-revision');
    }));

  it('without a complaint of any browser', () => everywhere(experts, ({ visit }) => visit.end()));
});
