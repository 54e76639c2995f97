import { expect } from 'chai';
import { type Address, parseUnits } from 'viem';
import { TERM_EPOCHS, termOf } from '../../protocol/clock/term.ts';
import { packNominations } from '../../protocol/validators/nominations.ts';
import { MAX_NOMINATIONS } from '../../protocol/validators/solution.ts';
import type { DemoAccount } from '../../web/app/config.ts';
import { validatorsMessages } from '../../web/features/validators/messages.ts';
import { VALIDATOR_SENTENCES } from '../../web/shared/errors/validator-sentences.ts';
import { register } from './roles/experiencer.ts';
import { openForm, openTab, sendForm, tick } from './roles/validator.ts';
import { inOrder } from './support/in-order.ts';
import { everywhere, type Place, WIDTHS } from './support/places.ts';
import { see } from './support/see.ts';
import { Visit } from './support/visit.ts';
import { openWorld, type World } from './support/world.ts';

const PLACES_OF_VALIDATORS = [
  { width: WIDTHS.desktop, locale: 'en' },
  { width: WIDTHS.phone, locale: 'zh-Hans' },
] as const satisfies readonly Place[];

/** Experiencers of the seeded history who have earned power and do not stand. */
const CANDIDATES = ['Gao Reviews', 'Master Peng’s Bench'];
/** Nobody of the demonstration. */
const FIRST_NEWCOMER = 120;
const ctt = (amount: number) => parseUnits(String(amount), 18);
const [STAKE, UNBONDED] = [5_000, 1_000];
const LATER_COMMISSION_BPS = 300;

/** A candidate and a newcomer who backs him, each in front of a browser of his own. */
interface Pair {
  readonly place: Place;
  readonly candidate: Visit;
  readonly who: DemoAccount;
  readonly backer: Visit;
  readonly account: Address;
}

describe('validators and those who back them, in the browser', function () {
  this.timeout(1_200_000);
  inOrder();
  let world: World;
  let pairs: readonly Pair[] = [];
  /** The one that is elected: journeys before this one may have moved the clock. */
  let term = 0;
  /** When all of what was unbonded can be withdrawn. */
  let releaseEpoch = 0;

  const idOf = (account: Address) => world.contracts.validators.read.candidateIdOf([account]);
  const candidateNow = async ({ who }: Pair) =>
    world.contracts.validators.read.candidateOf([await idOf(who.address as Address)]);
  const voterNow = async ({ account }: Pair) => {
    const { validators } = world.contracts;
    return validators.read.voterOf([await validators.read.voterIdOf([account])]);
  };

  before(async () => {
    world = await openWorld();
    pairs = await Promise.all(
      PLACES_OF_VALIDATORS.map(async (place, i) => {
        const [candidate, backer] = await Promise.all([Visit.begin(world, place), Visit.begin(world, place)]);
        await candidate.goto('/validators');
        const who = await candidate.account('experiencer', CANDIDATES[i]);
        await candidate.be(who);
        const account = await backer.bringWallet(FIRST_NEWCOMER + i);
        await backer.takePlayMoney();
        return { place, candidate, who, backer, account };
      }),
    );
    const [{ backer }] = pairs as [Pair];
    const { epoch } = await backer.clock();
    // In the last epoch of a term everything is frozen.
    if (epoch % TERM_EPOCHS === TERM_EPOCHS - 1) await clockTo(epoch + 1);
    term = termOf((await backer.clock()).epoch) + 1;
  });

  after(() => everywhere(pairs, ({ candidate, backer }) => Promise.all([candidate.end(), backer.end()])));

  /** Goes on to an epoch with the clock on the page; nobody else keeps the machine busy meanwhile. */
  async function clockTo(epoch: number): Promise<void> {
    const [{ backer: mover }] = pairs as [Pair];
    for (const { candidate, backer } of pairs) await Promise.all([candidate.rest(), backer.rest()]);
    await mover.goto('/platforms');
    while ((await mover.clock()).epoch < epoch) await mover.moveClock('nextEpoch');
  }

  it('who has no experience power cannot stand, and is told so', () =>
    everywhere(pairs, async ({ backer, account }) => {
      await backer.goto('/experience');
      await register(backer);
      await backer.goto('/validators');
      await openForm(backer, 'stand');
      await backer.sees(backer.say(validatorsMessages, 'validators.standWeak'));
      const send = backer.say(validatorsMessages, 'validators.standSend', { amount: '1,000' });
      await see(backer.main.getByRole('button', { name: send })).toBeDisabled();
      await backer.picture('validators-no-power');
      expect(await idOf(account)).to.equal(0);
    }));

  it('who has earned it stands with a self-bond and a commission', () =>
    everywhere(pairs, async (pair) => {
      const { candidate } = pair;
      await openForm(candidate, 'stand');
      await candidate.field(validatorsMessages, 'validators.commissionField').fill('21');
      await candidate.sees(candidate.say(validatorsMessages, 'validators.commissionBad'));
      await candidate.field(validatorsMessages, 'validators.commissionField').fill('7.5');
      await candidate.field(validatorsMessages, 'validators.standAmount').fill('999');
      const tooLow = VALIDATOR_SENTENCES.SelfBondTooLow[candidate.locale].replaceAll(/{\w+}/g, '[\\d,]+');
      await candidate.sees(candidate.main.getByRole('dialog').getByText(new RegExp(tooLow)));
      await candidate.picture('validators-stand');
      await candidate.field(validatorsMessages, 'validators.standAmount').fill('1500');
      await sendForm(candidate, 'stand');
      await candidate.sees(candidate.button(validatorsMessages, 'validators.standDown'));
      const { running, bond, commissionBps } = await candidateNow(pair);
      expect({ running, bond, commissionBps }).to.deep.equal({ running: true, bond: ctt(1_500), commissionBps: 750 });
    }));

  it('anybody bonds CTT and names sixteen candidates, and no seventeenth', () =>
    everywhere(pairs, async (pair) => {
      const { backer, who } = pair;
      await backer.goto('/validators');
      const dialog = await openForm(backer, 'bond');
      await backer.field(validatorsMessages, 'validators.amount').fill(String(STAKE));
      await tick(backer, who.name[backer.locale], true);
      const boxes = dialog.getByRole('checkbox', { checked: false });
      while ((await dialog.getByRole('checkbox', { checked: true }).count()) < MAX_NOMINATIONS)
        await boxes.first().check();
      await backer.sees(dialog.getByText(backer.say(validatorsMessages, 'validators.full')));
      await see(boxes.first()).toBeDisabled();
      await backer.picture('validators-sixteen');
      await sendForm(backer, 'multicall');
      await backer.sees(backer.say(validatorsMessages, 'validators.listedYes'));
      const { stake, targets, position } = await voterNow(pair);
      expect(stake).to.equal(ctt(STAKE));
      expect(position, 'in the list of voters').to.be.greaterThan(0);
      expect(targets >> BigInt(16 * (MAX_NOMINATIONS - 1)) > 0n, 'sixteen lanes').to.equal(true);
    }));

  it('changes his mind about whom to name, and unbonds a part', () =>
    everywhere(pairs, async (pair) => {
      const { backer, who } = pair;
      const dialog = await openForm(backer, 'choose');
      const checked = dialog.getByRole('checkbox', { checked: true });
      for (let left = MAX_NOMINATIONS; left > 0; left--) await checked.first().uncheck();
      await tick(backer, who.name[backer.locale], true);
      await sendForm(backer, 'nominate');
      const form = await openForm(backer, 'unbond');
      await form.getByRole('textbox').fill(String(UNBONDED));
      await sendForm(backer, 'unbond');
      const voter = await voterNow(pair);
      expect(voter.targets).to.equal(packNominations([await idOf(who.address as Address)]));
      expect([voter.stake, voter.leaving]).to.deep.equal([ctt(STAKE - UNBONDED), ctt(UNBONDED)]);
      releaseEpoch = Math.max(releaseEpoch, voter.releaseEpoch);
      await backer.sees(backer.say(validatorsMessages, 'validators.leaving'));
      await see(backer.marked('withdrawStake'), 'not before two terms are over').toBeHidden();
    }));

  it('a validator changes his commission before the election', () =>
    everywhere(pairs, async (pair) => {
      const { candidate } = pair;
      const dialog = await openForm(candidate, 'setCommission');
      await dialog.getByRole('textbox').fill('3');
      await sendForm(candidate, 'setCommission');
      expect((await candidateNow(pair)).commissionBps).to.equal(LATER_COMMISSION_BPS);
    }));

  it('the election seats them, and everybody sees whose stake stands behind whom', async () => {
    const opens = term * TERM_EPOCHS - 1;
    await clockTo(opens);
    await everywhere(pairs, async ({ backer, who }) => {
      await backer.goto('/validators');
      await openTab(backer, 'election');
      const bar = backer.main.getByRole('tabpanel').locator('li', { hasText: who.name[backer.locale] });
      await backer.sees(bar, bar.getByText(backer.say(validatorsMessages, 'validators.yours', { amount: '4,000' })));
      await backer.settled();
      await backer.picture('validators-election-open');
    });
    await clockTo(opens + 1);
    await everywhere(pairs, async ({ backer, who }) => {
      const { elections } = world.contracts;
      const id = await idOf(who.address as Address);
      expect(await elections.read.sits([term, id])).to.equal(true);
      const seat = (await elections.read.seatsIn([term])).find(({ candidateId }) => candidateId === id);
      expect(seat).to.include({ support: ctt(STAKE - UNBONDED), commissionBps: LATER_COMMISSION_BPS });
      await backer.goto(`/validators/${id}`);
      await backer.sees(backer.say(validatorsMessages, 'validators.seatOf', { term }));
    });
  });

  it('what the commune earned in the term is claimed: by the voter with a proof, by the validator as commission', async () => {
    await clockTo((term + 1) * TERM_EPOCHS);
    await everywhere(pairs, async (pair) => {
      const { candidate, backer, account, who } = pair;
      const { asset, rewards, validators } = world.contracts;
      const id = await idOf(who.address as Address);
      const people = [
        { visit: backer, address: account, call: 'claim' },
        { visit: candidate, address: who.address as Address, call: 'claimCommission' },
      ];
      for (const { visit, address, call } of people) {
        const before = await asset.read.balanceOf([address]);
        await visit.goto('/validators');
        await visit.marked(call).click();
        await see(visit.marked(call)).toBeHidden();
        await visit.sees(visit.say(validatorsMessages, 'validators.rewardsPaid'));
        await visit.settled();
        await visit.picture(`validators-${call}`);
        expect((await asset.read.balanceOf([address])) > before, `${call} pays`).to.equal(true);
      }
      expect(await rewards.read.rewardClaimed([term, await validators.read.voterIdOf([account])])).to.equal(true);
      expect(await rewards.read.commissionClaimed([term, id])).to.equal(true);
    });
  });

  it('two terms after he asked for it, the voter withdraws what he unbonded', async () => {
    await clockTo(releaseEpoch);
    await everywhere(pairs, async (pair) => {
      const { backer, account } = pair;
      const { token } = world.contracts;
      const before = await token.read.balanceOf([account]);
      await backer.goto('/validators');
      await backer.marked('withdrawStake').click();
      await see(backer.marked('withdrawStake')).toBeHidden();
      expect((await token.read.balanceOf([account])) - before).to.equal(ctt(UNBONDED));
      expect((await voterNow(pair)).leaving).to.equal(0n);
    });
  });
});
