import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { type Address, isAddressEqual, parseUnits } from 'viem';
import { TERM_EPOCHS } from '../../protocol/clock/term.ts';
import { unpackBallots } from '../../protocol/court/ballots.ts';
import { MAX_CHALLENGES } from '../../protocol/disputes/challenge-list.ts';
import { courtMessages } from '../../web/features/court/messages.ts';
import { creditMessages } from '../../web/shared/credits/credit-messages.ts';
import { disputeMessages } from '../../web/shared/disputes/dispute-messages.ts';
import { sendWithBond, writeEvidence } from './roles/litigant.ts';
import { evidencePhotograph } from './support/evidence.ts';
import { inOrder } from './support/in-order.ts';
import { everywhere, nameOf, PLACES, type Place } from './support/places.ts';
import { see } from './support/see.ts';
import { Visit } from './support/visit.ts';
import { openWorld, type World } from './support/world.ts';

const KEEP = 1;
const PHASES = ['evidence', 'arming', 'drawing', 'commit', 'reveal', 'appeal', 'final'] as const;
type PhaseName = (typeof PHASES)[number];
/** Juries vote in two days each and can be appealed for three. */
const MOST_MOVES = 12;
/** Smallest units. */
const BOND = 55_000_000n;
/** What is typed, in whole units. */
const [SMALLEST_BOND, CHALLENGE_BOND, LARGEST_BOND] = [60, 70, 80];
const units = (amount: number) => parseUnits(String(amount), 6);
/** Begins to close in the epoch after the seeded ones. */
const MEASURED_LOT = 8;
/** Of the seeded history, on sale and undisputed. */
const DISPUTED = { lot: 7, model: 2 } as const;

/** Nobody of the demonstration: an account that has never approved anything. */
const NEWCOMER = 112;

interface Party {
  readonly place: Place;
  readonly visit: Visit;
  readonly address: Address;
}

describe('a dispute in the browser', function () {
  this.timeout(1_200_000);
  inOrder();
  let world: World;
  /** Sit on the jury that votes now. */
  let jurors: readonly Party[] = [];
  /** Has no part in anything. */
  let outsider: Party;
  let voted: { readonly caseId: number; readonly disputeId: bigint };
  let collecting: { readonly caseId: number; readonly disputeId: bigint };

  const all = () => [...jurors, outsider];

  async function phaseOf(disputeId: bigint): Promise<PhaseName> {
    const [phase] = await world.contracts.court.read.phaseOf([disputeId]);
    return PHASES[phase] ?? 'final';
  }

  /** Asserts that the first value is another one, for everybody another one; the tally window of the lot is open. */
  async function challenge(visit: Visit, index: number, bond: number): Promise<void> {
    await visit.goto(`/lots/${MEASURED_LOT}`);
    await visit.button(disputeMessages, 'disputes.challenge').click();
    const dialog = visit.main.getByRole('dialog');
    const value = dialog.getByRole('textbox').first();
    await see(value).not.toHaveValue('');
    await value.fill(String(Number(await value.inputValue()) + 5 * (index + 1)));
    await writeEvidence(visit, 'Another laboratory', 'Measured again in an accredited laboratory.');
    await visit.field(disputeMessages, 'disputes.bond').fill(String(bond));
    await sendWithBond(visit, 'challenge');
    await see(dialog).toBeHidden();
    await visit.sees(visit.main.locator('a[href^="/court/"]').first());
  }

  /** The case of a phase that the seeded history has left open. */
  async function caseIn(wanted: PhaseName) {
    const { court, disputes } = world.contracts;
    for (let disputeId = await court.read.disputeCount(); disputeId > 0n; disputeId--) {
      if ((await phaseOf(disputeId)) !== wanted) continue;
      const caseId = Number(await disputes.read.caseOfDispute([court.address, disputeId]));
      if (caseId > 0) return { caseId, disputeId };
    }
    throw new Error(`no case is in the phase ${wanted}: this needs the seeded history as it was`);
  }

  before(async () => {
    world = await openWorld();
    [voted, collecting] = [await caseIn('commit'), await caseIn('evidence')];
    const { court, validators } = world.contracts;
    const jury = await court.read.juryOf([voted.disputeId, 0n]);
    const seatJuror = async (place: Place, candidateId: number): Promise<Party> => {
      const visit = await Visit.begin(world, place);
      await visit.goto('/court');
      const { account: address } = await validators.read.candidateOf([candidateId]);
      const accounts = (await visit.config()).local?.accounts ?? [];
      const who = accounts.find((one) => isAddressEqual(one.address, address));
      await visit.be(who ?? expect.fail(`nobody plays ${address}`));
      await visit.takePlayMoney();
      return { place, visit, address };
    };
    jurors = await Promise.all(jury.map((candidateId, seat) => seatJuror(PLACES[seat] as Place, candidateId)));
    const place = PLACES.at(-1) as Place;
    const visit = await Visit.begin(world, place);
    outsider = { place, visit, address: await visit.bringWallet(NEWCOMER) };
    await visit.takePlayMoney();
  });

  after(() => everywhere(all(), ({ visit }) => visit.end()));

  it('is heard: anybody hands in evidence, and everybody sees that it is what was handed in', () =>
    everywhere(all(), async ({ visit, place }) => {
      const { disputes } = world.contracts;
      await visit.goto('/court');
      await visit.main.locator(`a[href="/court/${collecting.caseId}"]`).first().click();
      await visit.button(courtMessages, 'court.evidenceAdd').click();
      const name = `Weighed and photographed at ${nameOf(place)}`;
      await writeEvidence(visit, name, 'The box carries the mark of the moulder in Taizhou.\nSee the photograph.');
      await visit.marked('submitEvidence').click();
      const handedIn = visit.main.locator('li', { hasText: name });
      await visit.sees(handedIn, handedIn.getByAltText(evidencePhotograph.name));
      const [checked = ''] = visit.say(disputeMessages, 'disputes.evidenceChecked', { digest: '…' }).split('…');
      await see(handedIn).toContainText(checked.trim());
      expect(await disputes.read.caseOf([BigInt(collecting.caseId)])).to.include({ answered: false });
    }));

  it('is begun about a lot and about a model, from their pages, with a bond and the court’s cost', async () => {
    const { disputes } = world.contracts;
    const [first] = jurors as [Party];
    const steps = [
      { party: first, path: `/lots/${DISPUTED.lot}`, kind: 'lot', call: 'disputeListing' },
      { party: outsider, path: `/models/${DISPUTED.model}`, kind: 'model', call: 'disputeModel' },
    ] as const;
    await Promise.all(
      steps.map(async ({ party: { visit }, path, kind, call }) => {
        await visit.goto(path);
        await visit.button(disputeMessages, `disputes.open.${kind}`).click();
        await visit.main.getByRole('dialog').getByRole('combobox').selectOption('COUNTERFEIT');
        await writeEvidence(visit, 'Not what it says', 'Two of three boxes hold something else.');
        await visit.field(disputeMessages, 'disputes.bond').fill('55');
        await sendWithBond(visit, call);
        await visit.sees(visit.main.locator('a[href^="/court/"]').first());
        await visit.picture(`disputed-${kind}`);
      }),
    );
    const caseIds = [
      await disputes.read.caseOfListing([DISPUTED.lot]),
      await disputes.read.caseOfModel([DISPUTED.model]),
    ];
    for (const caseId of caseIds) {
      const [challenge] = await disputes.read.challengesOf([caseId]);
      expect(challenge?.bond).to.equal(BOND);
    }
  });

  it('is voted on: each juror seals a vote that only his wallet, or the file he saved, opens again', async () => {
    const { court } = world.contracts;
    const files: string[] = [];
    await everywhere(jurors, async ({ visit }, i) => {
      await visit.goto('/court');
      await visit.sees(visit.say(courtMessages, 'court.task.vote'));
      await visit.main.locator(`a[href="/court/${voted.caseId}"]`).first().click();
      await visit.main.getByRole('radio', { name: visit.say(disputeMessages, 'disputes.choice.LISTING.1') }).check();
      await visit.button(courtMessages, 'court.seal').click();
      await visit.sees(visit.marked('commit'));
      const download = visit.page.waitForEvent('download');
      await visit.button(courtMessages, 'court.saveBallot').click();
      files[i] = await (await download).path();
      await visit.picture('vote-sealed');
      await visit.marked('commit').click();
      await visit.sees(visit.button(courtMessages, 'court.unlock'));
    });
    expect(await phaseOf(voted.disputeId), 'all have voted').to.equal('reveal');
    await everywhere(jurors, async ({ visit }, i) => {
      // As in another browser: nothing is left in the page's memory.
      await visit.goto(`/court/${voted.caseId}`);
      await visit.sees(visit.say(courtMessages, 'court.revealNow'));
      if (i === 0) {
        const other = { name: 'vote.json', mimeType: 'application/json', buffer: Buffer.from('{}') };
        await visit.main.locator('input[type=file]').setInputFiles(other);
        await visit.sees(visit.say(courtMessages, 'court.otherSalt'));
        const saved = { ...other, buffer: await readFile(files[0] as string) };
        await visit.main.locator('input[type=file]').setInputFiles(saved);
      } else await visit.button(courtMessages, 'court.unlock').click();
      await visit.sees(visit.say(courtMessages, 'court.youVoted'));
      await visit.marked('reveal').click();
      await visit.sees(visit.say(courtMessages, 'court.revealedToast'));
    });
    const { votes, size } = await court.read.roundOf([voted.disputeId, 0n]);
    expect(unpackBallots(votes, size)).to.deep.equal(jurors.map(() => ({ state: 'revealed', choice: KEEP })));
    expect(await phaseOf(voted.disputeId)).to.equal('appeal');
  });

  it('can be appealed by anybody as long as the window is open, and goes to a larger jury', async () => {
    const { visit, address } = outsider;
    const { court } = world.contracts;
    await visit.goto(`/court/${collecting.caseId}`);
    for (let moves = 0; (await phaseOf(collecting.disputeId)) !== 'appeal' && moves < MOST_MOVES; moves++) {
      await visit.moveClock('nextStep');
    }
    await visit.goto(`/court/${collecting.caseId}`);
    await visit.sees(visit.say(courtMessages, 'court.appealTitle'));
    await visit.picture('appeal');
    await visit.marked('appeal').click();
    await visit.sees(visit.say(courtMessages, 'court.appealedBy'));
    const round = await court.read.roundOf([collecting.disputeId, 1n]);
    expect(isAddressEqual(round.payer, address), 'the appellant').to.equal(true);
    expect(Number(round.bond)).to.be.greaterThan(0);
  });

  it('ends with a ruling that is carried out, and jurors who are paid', async () => {
    const { court, disputes } = world.contracts;
    const { visit } = outsider;
    const isOver = async () => (await disputes.read.caseOf([BigInt(voted.caseId)])).state === 4;
    for (let moves = 0; !(await isOver()) && moves < MOST_MOVES; moves++) await visit.moveClock('nextStep');
    expect(await isOver(), 'carried out').to.equal(true);
    // The relay's keeper has ended the case and paid the jurors.
    await everywhere(jurors, async ({ visit, address }) => {
      await visit.goto(`/court/${voted.caseId}`);
      await visit.sees(visit.say(disputeMessages, 'disputes.phase.closed'));
      const right = visit.main.locator('li li', { hasText: visit.say(courtMessages, 'court.coherence.COHERENT') });
      await see(right.getByText(/\+\s*0\.002/)).toHaveCount(jurors.length);
      expect(await court.read.balanceOf([address])).to.deep.equal([0n, 0n]);
    });
    expect((await court.read.roundOf([voted.disputeId, 0n])).settled).to.equal(true);
  });

  it('about a consensus begins in the tally window, with other values and a bond', async () => {
    const { commodities, disputes, evaluations } = world.contracts;
    const { closingEpoch } = await commodities.read.termsOf([MEASURED_LOT]);
    const { visit: first } = outsider;
    const isOpen = async () => {
      const { epoch, phase } = await first.clock();
      return epoch === closingEpoch && phase === 'second';
    };
    for (let moves = 0; !(await isOpen()) && moves < 2 * TERM_EPOCHS; moves++) await first.moveClock();
    await everywhere(all(), ({ visit }, i) => challenge(visit, i, visit === first ? SMALLEST_BOND : CHALLENGE_BOND));
    const caseId = await disputes.read.caseOfRound([MEASURED_LOT]);
    const bonds = async () => (await disputes.read.challengesOf([caseId])).map(({ bond }) => bond);
    expect(await bonds()).to.have.members(
      all().map(({ visit }) => units(visit === first ? SMALLEST_BOND : CHALLENGE_BOND)),
    );
    expect((await evaluations.read.roundOf([MEASURED_LOT])).held).to.equal(true);
    await everywhere(all(), async ({ visit }) => {
      await visit.goto(`/court/${caseId}`);
      await visit.sees(visit.say(courtMessages, 'court.assertions'));
      await visit.settled();
      await visit.picture('case-evaluation');
    });
  });

  it('takes four challenges at most: who is outbid by a fifth withdraws all that he paid', async () => {
    const { asset, disputes } = world.contracts;
    const [{ visit: fifth }] = jurors as [Party];
    const { visit, address } = outsider;
    await fifth.be(await fifth.account('consumer', 'Liu Yiming'));
    await challenge(fifth, MAX_CHALLENGES, LARGEST_BOND);
    const challenges = await disputes.read.challengesOf([await disputes.read.caseOfRound([MEASURED_LOT])]);
    expect(challenges).to.have.lengthOf(MAX_CHALLENGES);
    expect(challenges.some(({ challenger }) => isAddressEqual(challenger, address))).to.equal(false);
    const before = await asset.read.balanceOf([address]);
    await visit.goto('/court');
    await visit.sees(visit.say(creditMessages, 'credits.disputes'), visit.say(creditMessages, 'credits.fees'));
    await visit.picture('court-owed');
    for (const call of ['withdraw', 'withdrawCoins']) {
      await visit.marked(call).click();
      await see(visit.marked(call)).toBeHidden();
    }
    expect((await asset.read.balanceOf([address])) - before).to.equal(units(SMALLEST_BOND));
    expect(await disputes.read.creditOf([address])).to.equal(0n);
    expect(await disputes.read.coinsOf([address])).to.equal(0n);
  });
});
