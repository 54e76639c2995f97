import type { Locator } from '@playwright/test';
import { expect } from 'chai';
import type { Address } from 'viem';
import { demandKind } from '../../protocol/platforms/leaf.ts';
import { leafIdOf } from '../../protocol/platforms/leaf-id-of.ts';
import type { DemoAccount } from '../../web/app/config.ts';
import { platformsMessages } from '../../web/features/platforms/messages.ts';
import { caseMessages } from '../../web/shared/cases/case-messages.ts';
import { inOrder } from './support/in-order.ts';
import { everywhere, type Place, WIDTHS } from './support/places.ts';
import { PATIENCE_MS, see } from './support/see.ts';
import { Visit } from './support/visit.ts';
import { openWorld, type World } from './support/world.ts';

const HONEST = 1;
const CORNER_MARKET = 2;
const BOND = 25_000_000n;
const MIRROR = 'https://copies.example/orders';

/** He who runs the platform at first, and he to whom it is handed over and who hands it back. */
const PLACES_OF_OPERATORS = [
  { width: WIDTHS.desktop, locale: 'en' },
  { width: WIDTHS.phone, locale: 'zh-Hans' },
] as const satisfies readonly Place[];

type FormName = 'deposit' | 'leave' | 'rotate' | 'places' | 'hand';

describe('running a platform in the browser', function () {
  this.timeout(600_000);
  inOrder();
  let world: World;
  let operators: readonly { readonly place: Place; readonly visit: Visit; readonly who: DemoAccount }[] = [];

  const platform = () => world.contracts.platforms.read.platformOf([CORNER_MARKET]);

  before(async () => {
    world = await openWorld();
    operators = await Promise.all(
      PLACES_OF_OPERATORS.map(async (place, i) => {
        const visit = await Visit.begin(world, place);
        await visit.goto(`/platforms/${CORNER_MARKET}`);
        const who =
          i === 0 ? await visit.account('platform', 'Corner Market') : await visit.account('consumer', 'María López');
        await visit.be(who);
        await visit.takePlayMoney();
        return { place, visit, who };
      }),
    );
  });

  after(() =>
    everywhere(operators, async ({ visit }) => {
      const complaints = visit.complaints.filter((one) => !one.includes('ERR_CONNECTION_REFUSED'));
      visit.complaints.splice(0, visit.complaints.length, ...complaints);
      await visit.end();
    }),
  );

  /** Opens one of the operator's forms. */
  async function openForm(visit: Visit, form: FormName): Promise<Locator> {
    await visit.button(platformsMessages, `platforms.${form}`).click();
    const dialog = visit.page.getByRole('dialog');
    await visit.sees(dialog.getByRole('heading', { name: visit.say(platformsMessages, `platforms.${form}`) }));
    await visit.picture(`operator-${form}`);
    return dialog;
  }

  const fieldOf = (visit: Visit, dialog: Locator, id: keyof (typeof platformsMessages)['en']) =>
    dialog.getByLabel(visit.say(platformsMessages, id)).first();

  /** Presses a transaction's button and waits until its form is gone. */
  async function send(dialog: Locator, functionName: string): Promise<void> {
    await dialog.locator(`[data-tour=${functionName}]`).click();
    await see(dialog).toBeHidden();
  }

  const close = (visit: Visit) => visit.page.keyboard.press('Escape');

  for (const [i, { width, locale }] of PLACES_OF_OPERATORS.entries()) {
    const actor = () => operators[i] ?? expect.fail('nobody is there');
    const other = () => operators[1 - i] ?? expect.fail('nobody is there');

    describe(`at ${width}, in ${locale}`, () => {
      it('adds to the bond', async () => {
        const { visit } = actor();
        const { bond } = await platform();
        const dialog = await openForm(visit, 'deposit');
        await fieldOf(visit, dialog, 'platforms.amount').fill('twelve');
        await visit.sees(visit.say(platformsMessages, 'platforms.amountBad'));
        await fieldOf(visit, dialog, 'platforms.amount').fill(String(BOND / 1_000_000n));
        await send(dialog, 'depositBond');
        expect((await platform()).bond - bond).to.equal(BOND);
      });

      it('asks a part of it back, and thinks better of it', async () => {
        const { visit } = actor();
        const asking = await openForm(visit, 'leave');
        await fieldOf(visit, asking, 'platforms.amount').fill('5');
        await send(asking, 'requestWithdrawal');
        expect((await platform()).leaving).to.equal(5_000_000n);
        const back = visit.button(platformsMessages, 'platforms.leaveCancel');
        // The page offers it once the index knows of the request.
        await see
          .poll(async () => {
            await openForm(visit, 'leave');
            const isOffered = await back.isVisible();
            if (!isOffered) await close(visit);
            return isOffered;
          })
          .toBe(true);
        await back.click();
        await see(visit.page.getByRole('dialog')).toBeHidden();
        expect((await platform()).leaving).to.equal(0n);
      });

      it('names a key for later epochs', async () => {
        const { visit } = actor();
        const epoch = (await world.contracts.platforms.read.currentEpoch()) + 20 + i;
        const key = other().who.address;
        const dialog = await openForm(visit, 'rotate');
        await fieldOf(visit, dialog, 'platforms.rotateKey').fill('0x1234');
        await visit.sees(visit.say(platformsMessages, 'platforms.addressBad'));
        await fieldOf(visit, dialog, 'platforms.rotateKey').fill(key);
        await fieldOf(visit, dialog, 'platforms.rotateEpoch').fill(String(epoch));
        await send(dialog, 'setSigner');
        expect(await world.contracts.platforms.read.signerOf([CORNER_MARKET, epoch])).to.equal(key);
        await visit.sees(visit.say(platformsMessages, 'platforms.key.next'));
      });

      it(i === 0 ? 'says where else its orders can be had' : 'and that they cannot', async () => {
        const { visit } = actor();
        const mirror = visit.main.getByText(MIRROR);
        if (i > 0) await visit.sees(mirror);
        const dialog = await openForm(visit, 'places');
        await fieldOf(visit, dialog, 'platforms.mirrorsField').fill(i === 0 ? MIRROR : '');
        await dialog.locator('[data-tour=setMirrors]').click();
        if (i === 0) await visit.sees(mirror);
        else await see(mirror).toBeHidden();
        await close(visit);
      });

      it('hands the platform over', async () => {
        const { visit, who } = actor();
        const heir = other();
        const dialog = await openForm(visit, 'hand');
        await fieldOf(visit, dialog, 'platforms.handTo').fill(heir.who.address);
        await send(dialog, 'offerOperator');
        expect((await platform()).operator).to.equal(who.address);
        await heir.visit.sees(heir.visit.say(platformsMessages, 'platforms.offered'));
        await heir.visit.picture('operator-offered');
        await heir.visit.marked('acceptOperator').click();
        await heir.visit.sees(heir.visit.say(platformsMessages, 'platforms.run'));
        expect((await platform()).operator).to.equal(heir.who.address);
        await see(visit.button(platformsMessages, 'platforms.deposit')).toBeHidden();
      });
    });
  }

  describe('owed by another', () => {
    it('a leaf is demanded on either page, and the honest platform answers', () =>
      everywhere(operators, async ({ visit, place, who }) => {
        const lotId = place.width === WIDTHS.phone ? 1 : 0;
        const epoch = place.width === WIDTHS.phone ? await fromEpochPage(visit) : await fromPlatformPage(visit);
        const dialog = visit.page.getByRole('dialog');
        await visit.sees(dialog.getByText(visit.say(caseMessages, 'cases.demandHelp')));
        await dialog.getByLabel(visit.say(caseMessages, 'cases.lotNumber')).fill(String(lotId));
        await visit.picture('demand');
        await send(dialog, 'demandLeaf');
        const leaf = { platformId: HONEST, epoch, kind: demandKind.lot, lotId, payeeId: 0 };
        const { demands } = world.contracts;
        const caseOf = () => demands.read.demandOf([leafIdOf(leaf)]);
        expect((await caseOf()).challenger).to.equal(who.address satisfies Address);
        await see.poll(async () => (await caseOf()).state, { timeout: 2 * PATIENCE_MS }).toBe(2);
      }));
  });

  async function fromPlatformPage(visit: Visit): Promise<number> {
    await visit.goto(`/platforms/${HONEST}`);
    await visit.button(caseMessages, 'cases.demand').click();
    return Number(
      await visit.page.getByRole('dialog').getByLabel(visit.say(caseMessages, 'cases.demandEpoch')).inputValue(),
    );
  }

  /** Of the newest epoch that has a statement of the honest platform with leaves to demand. */
  async function fromEpochPage(visit: Visit): Promise<number> {
    const button = visit.button(caseMessages, 'cases.demand').first();
    for (let epoch = (await world.contracts.platforms.read.currentEpoch()) - 2; epoch >= 0; epoch--) {
      await visit.goto(`/epochs/${epoch}`);
      await visit.settled();
      if (!(await button.isVisible())) continue;
      await button.click();
      return epoch;
    }
    return expect.fail('no epoch has leaves to demand');
  }
});
