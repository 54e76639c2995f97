import type { Locator } from '@playwright/test';
import { expect } from 'chai';
import { MEMBERSHIP_YEAR } from '../../protocol/membership/expiry.ts';
import { MEMBERSHIP_KINDS } from '../../protocol/membership/kinds.ts';
import { PROPOSAL_STATES, type ProposalState } from '../../scripts/local/proposals.ts';
import type { DemoAccount } from '../../web/app/config.ts';
import { accountMessages } from '../../web/features/account/messages.ts';
import type { ActionId } from '../../web/features/governance/actions/action-kinds.ts';
import { actionMessages } from '../../web/features/governance/actions/action-messages.ts';
import { governanceMessages } from '../../web/features/governance/messages.ts';
import { treasuryMessages } from '../../web/features/treasury/messages.ts';
import { membershipMessages } from '../../web/shared/memberships/membership-messages.ts';
import { inOrder } from './support/in-order.ts';
import { everywhere, nameOf, PLACES, type Place } from './support/places.ts';
import { see } from './support/see.ts';
import { Visit } from './support/visit.ts';
import { openWorld, type World } from './support/world.ts';

/** A vote begins after a day, lasts five or seven, and cases of the court come between. */
const MOST_MOVES = 30;
/** Rounds that residents report on close every other epoch, and mine two epochs later. */
const MOST_EPOCHS = 6;
const UNIT = 10n ** 6n;
const KIND = 'platform';

/** What somebody asks for at each place: something else everywhere, and nothing that other journeys stand on. */
interface Wish {
  readonly action: ActionId;
  /** Chosen before the value of now is known. */
  readonly key?: string;
  readonly field: `field.${string}` & keyof (typeof actionMessages)['en'];
  /** Outside of the limits. */
  readonly tooMuch: string;
  readonly value: string;
  readonly decisionClass: 'parameter' | 'constitutional';
  /** What it is on chain. */
  readonly read: (contracts: World['contracts']) => Promise<bigint | number>;
  readonly becomes: bigint | number;
}

const WISHES: readonly Wish[] = [
  {
    ...{ action: 'models.setBondRequired', field: 'field.modelBond', tooMuch: '100000.01', value: '61.5' },
    decisionClass: 'parameter',
    read: ({ models }) => models.read.bondRequired(),
    becomes: 61_500_000n,
  },
  {
    ...{ action: 'disputes.setBondRequired', field: 'field.challengeBond', tooMuch: '0.99', value: '45' },
    decisionClass: 'parameter',
    read: ({ disputes }) => disputes.read.bondRequired(),
    becomes: 45n * UNIT,
  },
  {
    ...{ action: 'memberships.setPrice', key: 'expert', field: 'field.membershipPrice', tooMuch: '10001', value: '7' },
    decisionClass: 'parameter',
    read: async ({ memberships }) => (await memberships.read.announcedPriceOf([1]))[0],
    becomes: 7n * UNIT,
  },
  {
    ...{ action: 'governor.setThreshold', field: 'field.thresholdBps', tooMuch: '5.01', value: '0.4' },
    decisionClass: 'constitutional',
    read: ({ governor }) => governor.read.thresholdBps(),
    becomes: 40,
  },
];

interface Party {
  readonly place: Place;
  readonly visit: Visit;
  readonly who: DemoAccount;
  readonly wish: Wish;
  /** The governor's id of what he proposed. */
  proposalId: bigint;
  /** Page of it. */
  path: string;
}

describe('decisions in the browser', function () {
  this.timeout(1_200_000);
  inOrder();
  let world: World;
  let parties: readonly Party[] = [];

  before(async () => {
    world = await openWorld();
    const visits = await Promise.all(PLACES.map((place) => Visit.begin(world, place)));
    const [first] = visits as [Visit];
    const strongest = await strongestOf(first);
    parties = visits.map((visit, i) => ({
      ...{ place: visit.place, visit, wish: WISHES[i] as Wish, proposalId: 0n, path: '' },
      who: strongest[i] ?? expect.fail('too few experiencers have power'),
    }));
    await everywhere(parties, async ({ visit, who }) => {
      await visit.goto('/governance');
      await visit.be(who);
    });
  });

  after(() => everywhere(parties, ({ visit }) => visit.end()));

  /** Experiencers of the demonstration by their power. */
  async function strongestOf(visit: Visit): Promise<DemoAccount[]> {
    const accounts = ((await visit.config()).local?.accounts ?? []).filter(({ role }) => role === 'experiencer');
    const { power } = world.contracts;
    const rows = accounts.map(async (who) => ({ who, power: await power.read.getVotes([who.address]) }));
    return (await Promise.all(rows)).sort((a, b) => (a.power > b.power ? -1 : 1)).map(({ who }) => who);
  }

  /** Says how far a proposal has come; steps have the same words. */
  function badge(visit: Visit, state: 'queued' | 'executed'): Locator {
    return visit.main.locator('.rounded-full', { hasText: visit.say(governanceMessages, `governance.state.${state}`) });
  }

  async function stateOf({ proposalId }: Party): Promise<ProposalState> {
    return PROPOSAL_STATES[await world.contracts.governor.read.state([proposalId])] ?? 'Pending';
  }

  /** Goes on from deadline to deadline until all proposals have come so far; nobody else keeps the machine busy meanwhile. */
  async function clockUntil(wanted: ProposalState, isThere: (party: Party) => Promise<boolean>): Promise<void> {
    await everywhere(parties, ({ visit }) => visit.rest());
    const [{ visit: mover }] = parties as [Party];
    await mover.goto('/platforms');
    for (let moves = 0; moves < MOST_MOVES; moves++) {
      const there = await Promise.all(parties.map(isThere));
      if (there.every(Boolean)) return;
      await mover.moveClock('nextStep');
    }
    expect.fail(`not all proposals are ${wanted} after ${MOST_MOVES} moves`);
  }

  it('a form begins with the value of now, keeps the limits, and makes a proposal', () =>
    everywhere(parties, async (party) => {
      const { visit, wish, place } = party;
      await visit.page.getByRole('link', { name: visit.say(governanceMessages, 'governance.new') }).click();
      await visit.page.waitForURL(/\/governance\/new/);
      await visit.field(governanceMessages, 'governance.addFirst').selectOption(wish.action);
      if (wish.key) await visit.main.getByRole('combobox').first().selectOption(wish.key);
      const field = visit.field(actionMessages, wish.field);
      await see(field, 'the value of now').not.toHaveValue('');
      await field.fill(wish.tooMuch);
      await visit.sees(visit.main.getByRole('alert').filter({ hasText: /\d/ }).first());
      await field.fill(wish.value);
      await visit.sees(visit.say(actionMessages, `class.${wish.decisionClass}`));
      await visit.sees(visit.say(governanceMessages, 'governance.mayPropose'));
      await visit
        .field(governanceMessages, 'governance.proposalTitle')
        .fill(`A wish at ${nameOf(place)}, ${(await visit.clock()).now}`);
      await visit.field(governanceMessages, 'governance.body').fill('Because it is better.\n\n- cheaper\n- simpler');
      await visit.settled();
      await visit.picture('governance-new-filled');
      await visit.marked('propose').click();
      await visit.page.waitForURL(/\/governance\/0x[0-9a-f]{64}$/);
      await visit.sees(visit.heading.filter({ hasText: nameOf(place) }), visit.marked('cancel'));
      party.path = new URL(visit.page.url()).pathname;
      party.proposalId = BigInt(party.path.split('/').at(-1) ?? '');
      expect(await stateOf(party)).to.equal('Pending');
    }));

  it('everybody votes with a reason, and sees where the vote stands under the threshold', async () => {
    await clockUntil('Active', async (party) => (await stateOf(party)) === 'Active');
    await everywhere(parties, async (party, i) => {
      const { visit, who } = party;
      const other = parties[(i + 1) % parties.length] as Party;
      for (const { path, proposalId } of [party, other]) {
        await visit.goto(path);
        await visit.main.locator('input[value=FOR]').check();
        await visit.field(governanceMessages, 'governance.reason').fill(`Says ${who.name.en}`);
        await visit.marked('castVoteWithReason').click();
        await visit.sees(visit.main.getByRole('img').first(), visit.main.getByText(`Says ${who.name.en}`).first());
        await see(visit.marked('castVoteWithReason')).toBeHidden();
        expect(await world.contracts.governor.read.hasVoted([proposalId, who.address])).to.equal(true);
      }
      await visit.settled();
      await visit.picture('governance-voted');
    });
  });

  it('what has passed is queued by a button', async () => {
    await clockUntil('Succeeded', async (party) => ['Succeeded', 'Queued', 'Executed'].includes(await stateOf(party)));
    await everywhere(parties, async (party) => {
      const { visit, path } = party;
      await visit.goto(path);
      await visit.settled();
      // Whoever moves the clock gives the keeper time to be faster with what ended days before.
      if ((await stateOf(party)) === 'Succeeded') {
        await visit.marked('queue').click();
        await see(visit.marked('queue')).toBeHidden();
      }
      await visit.sees(badge(visit, 'queued').or(badge(visit, 'executed')).first());
      expect(['Queued', 'Executed']).to.include(await stateOf(party));
    });
  });

  it('it is carried out after its time in the timelock, and the new value counts', async () => {
    const { governor } = world.contracts;
    const isDue = async (party: Party) => {
      if ((await stateOf(party)) === 'Executed') return true;
      const [{ visit }] = parties as [Party];
      return BigInt((await visit.clock()).now) >= (await governor.read.proposalEta([party.proposalId]));
    };
    await clockUntil('Executed', isDue);
    await everywhere(parties, async (party) => {
      const { visit, path, wish } = party;
      await visit.goto(path);
      await visit.settled();
      if ((await stateOf(party)) !== 'Executed') await visit.marked('execute').click();
      await visit.sees(badge(visit, 'executed'));
      expect(await stateOf(party)).to.equal('Executed');
      expect(await wish.read(world.contracts)).to.equal(wish.becomes);
      await visit.settled();
      await visit.picture('governance-executed');
    });
  });

  it('a membership is paid, renewed up to three years, and given up', () =>
    everywhere(parties, async ({ visit, who }) => {
      const { memberships, asset } = world.contracts;
      const kind = MEMBERSHIP_KINDS.indexOf(KIND);
      const price = await memberships.read.priceOf([kind]);
      const before = await asset.read.balanceOf([who.address]);
      await visit.goto('/account');
      const card = visit.main.locator('li', {
        has: visit.page.getByRole('heading', {
          name: visit.say(membershipMessages, `membership.${KIND}`),
          exact: true,
        }),
      });
      const press = (id: 'account.join' | 'account.renew' | 'account.cancel') =>
        card.getByRole('button', { name: visit.say(accountMessages, id), exact: true });
      const pay = async (id: 'account.join' | 'account.renew', name: string, years: number) => {
        await press(id).click();
        await visit.main.getByRole('dialog').getByRole('combobox').selectOption(String(years));
        await visit.marked(name).click();
        await see(visit.main.getByRole('dialog')).toBeHidden();
      };
      await pay('account.join', 'join', 2);
      await visit.sees(card.getByText(visit.say(accountMessages, 'account.member'), { exact: true }));
      expect(await memberships.read.isMember([who.address, kind])).to.equal(true);
      expect(before - (await asset.read.balanceOf([who.address]))).to.equal(2n * price);
      const tokenId = await memberships.read.tokenOf([who.address, kind]);
      const joined = Number(await memberships.read.expiresAt([tokenId]));
      await pay('account.renew', 'renew', 1);
      expect(Number(await memberships.read.expiresAt([tokenId])) - joined).to.equal(MEMBERSHIP_YEAR);
      await see(press('account.renew'), 'three years are paid').toBeHidden();
      await visit.settled();
      await visit.picture('account-member');
      await press('account.cancel').click();
      await visit.marked('cancelSubscription').click();
      await visit.sees(press('account.join'));
      expect(await memberships.read.isMember([who.address, kind])).to.equal(false);
    }));

  it('what members paid comes into the treasury', async () => {
    const { asset, memberships, timelock } = world.contracts;
    const [{ visit }] = parties as [Party];
    await visit.goto('/treasury');
    await visit.settled();
    const waits = await asset.read.balanceOf([memberships.address]);
    const before = await asset.read.balanceOf([timelock.address]);
    expect(waits > 0n, 'payments wait').to.equal(true);
    await visit.marked('collect').click();
    await see(visit.marked('collect')).toBeHidden();
    await visit.sees(visit.say(treasuryMessages, 'treasury.movement.memberships'));
    expect((await asset.read.balanceOf([timelock.address])) - before).to.equal(waits);
  });

  it('CTT that a report mined is claimed', async () => {
    const { token } = world.contracts;
    const [{ visit }] = parties as [Party];
    const { who, amount } = await someWinner(visit);
    await visit.goto('/account');
    await visit.be(who);
    await visit.settled();
    const before = await token.read.balanceOf([who.address]);
    const button = visit.marked('claim').or(visit.marked('multicall')).first();
    await button.click();
    await see(button).toBeHidden();
    expect((await token.read.balanceOf([who.address])) - before >= amount, 'CTT came').to.equal(true);
    await visit.settled();
    await visit.picture('account-mined');
  });

  /** Somebody of the demonstration who has mined CTT and not claimed it; goes on until there is one: keepers claim for who waits. */
  async function someWinner(visit: Visit): Promise<{ who: DemoAccount; amount: bigint }> {
    const { emission, power } = world.contracts;
    const accounts = ((await visit.config()).local?.accounts ?? []).filter(({ role }) => role === 'experiencer');
    await visit.goto('/platforms');
    for (let epochs = 0; epochs < MOST_EPOCHS; epochs++) {
      const { epoch } = await visit.clock();
      const rounds = await emission.getEvents.RoundRegistered({}, { fromBlock: 0n });
      const ready = rounds.filter(({ args }) => (args.epoch ?? epoch) + 2 <= epoch);
      for (const who of accounts) {
        const id = await power.read.idOf([who.address]);
        for (const { args } of ready) {
          const key = [args.lotId ?? 0, id] as const;
          const [amount, isClaimed] = await Promise.all([emission.read.minedBy(key), emission.read.isClaimed(key)]);
          if (amount > 0n && !isClaimed) return { who, amount };
        }
      }
      await visit.moveClock('nextEpoch');
    }
    return expect.fail(`nobody mined anything in ${MOST_EPOCHS} epochs`);
  }
});
