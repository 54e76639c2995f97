import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import type { ControlState } from '../../scripts/control/api.ts';
import { callTo } from '../../scripts/local/govern.ts';
import { castVote, type Motion, proposalState, propose, queue } from '../../scripts/local/proposals.ts';
import { now } from '../../scripts/local/time.ts';
import { visitorPersona } from '../../scripts/seed/catalogue/roles.ts';
import { personOf, type Tester } from '../../scripts/seed/people.ts';
import { type LocalWorld, startLocalWorld } from './local-world.ts';

const MOST_MOVES = 4;

describe('a visitor takes part in decisions', function () {
  this.timeout(300_000);
  let local: LocalWorld;
  let wu: Tester;

  before(async () => {
    local = await startLocalWorld();
    wu = personOf(local.world.people.experiencers, visitorPersona);
  });

  after(() => local?.stop());

  async function state(): Promise<ControlState> {
    return (await (await fetch(`${local.controlUrl}/state`)).json()) as ControlState;
  }

  async function go(to: 'next-step' | 'next-phase' | 'next-epoch' = 'next-step'): Promise<ControlState> {
    const response = await fetch(`${local.controlUrl}/clock`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ to, as: wu.address }),
    });
    expect(response.status).to.equal(202);
    for (;;) {
      const answer = await state();
      if (!answer.busy) {
        expect(answer.error).to.equal(null);
        return answer;
      }
      await sleep(100);
    }
  }

  /** Moves on as often as it takes; a visitor should not have to press much. */
  async function until(id: bigint, wanted: string): Promise<void> {
    for (let moves = 0; moves < MOST_MOVES; moves++) {
      if ((await proposalState(local.commune, id)) === wanted) return;
      await go('next-phase');
    }
    expect(await proposalState(local.commune, id)).to.equal(wanted);
  }

  function motion(bps: number): Motion {
    const calls = [callTo(local.commune.contracts.evaluations, 'setKappa', [bps])];
    return { calls, description: `# κ = ${bps}` };
  }

  let own: bigint;

  it('proposes, and the clock stops when the vote begins', async () => {
    own = await propose(local.commune, wu.actor, motion(7_800));
    const { next } = await go('next-epoch');
    const { halted } = await state();
    expect(halted?.en).to.include('“κ = 7800” has begun');
    expect(await proposalState(local.commune, own)).to.equal('Active');
    expect(next.at).to.be.greaterThan(await now(local.commune));
  });

  it('votes, and residents do so after a while', async () => {
    const { governor } = local.commune.contracts;
    await castVote(local.commune, wu.actor, own, 'for');
    await until(own, 'Succeeded');
    const votes = await governor.getEvents.VoteCast({}, { fromBlock: 0n });
    expect(votes.filter(({ args }) => args.proposalId === own).length).to.be.at.least(10);
  });

  it('queues what has passed, and the keeper executes it when he does not', async () => {
    const { evaluations } = local.commune.contracts;
    await queue(local.commune, motion(7_800));
    expect((await state()).next).to.include({ proposalId: String(own) });
    await until(own, 'Executed');
    expect(await evaluations.read.kappaBps()).to.equal(7_800);
  });

  it('finds what waited at the beginning queued and executed by the keeper', async () => {
    const { token } = local.commune.contracts;
    for (const key of ['referenceSamples', 'unsealCharge']) {
      await until(local.world.proposals.get(key) ?? 0n, 'Executed');
    }
    expect(await local.commune.contracts.commodities.read.unsealChargeBps()).to.equal(2_000);
    const lab = personOf(local.world.people.experiencers, 'hexagonLab');
    expect((await token.read.balanceOf([lab.address])) >= 60_000n * 10n ** 18n).to.equal(true);
    expect(local.said).to.deep.equal([]);
  });
});
