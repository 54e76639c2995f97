import { epochAt } from '../../protocol/clock/epoch-at.ts';
import { overdueDemands, overdueReceipts } from '../cases/watch-duties.ts';
import type { Job } from '../jobs/job.ts';
import type { Relay } from '../relay.ts';
import { armDuties, drawDuties } from './court-duties.ts';
import { courtEndDuties } from './court-end-duties.ts';
import { executeDuties, lapseDuties, referDuties, returnedFeeDuties } from './dispute-duties.ts';
import type { Duty } from './duty.ts';
import { electionDuties } from './election-duties.ts';
import { minedClaimDuties, mintTreasuryDuties, registerDuties } from './emission-duties.ts';
import { enlistDuties } from './enlist-duties.ts';
import { openRounds } from './open-rounds.ts';
import { openingDuties } from './opening-duties.ts';
import { Patience, type SetAside } from './patience.ts';
import { planDuties } from './plan-duties.ts';
import { executeProposalDuties, queueDuties } from './proposal-duties.ts';
import { closeTermDuties, termRewardDuties } from './reward-duties.ts';
import { claimDuties, closeDuty, finalizeDuty, scoreDuties, sweepDuty } from './round-duties.ts';
import type { RoundHistory } from './round-history.ts';
import { tallyDuty } from './tally-duty.ts';
import {
  auditFundDuties,
  carryDuties,
  communeDuties,
  membershipDuties,
  slashAuditDuties,
  sweepStatementDuties,
} from './treasury-duties.ts';

type Due = (now: number, epoch: number) => Promise<Duty[]>;

const patienceOf = new WeakMap<Relay, Patience>();

/** What the keeper of this relay could not do at its last tries; kept in memory of the process that runs jobs. */
export function dutiesSetAside(relay: Relay): SetAside[] {
  return patienceOf.get(relay)?.setAside() ?? [];
}

/**
 * What anybody may do and somebody must: each kind is a job of its own, so that one that fails does not keep the others from being done.
 * Without a key for the keeper there are none.
 */
export function keeperJobs(relay: Relay): readonly Job[] {
  const { chain, config } = relay;
  if (chain.keeper === null) return [];
  const patience = patienceOf.get(relay) ?? new Patience((now) => phase(relay, now));
  patienceOf.set(relay, patience);

  const kind = (name: string, due: Due): Job => ({
    name: `keeper-${name}`,
    async run(now) {
      const duties = await due(now, epochAt(chain.clock, now));
      patience.keepOnly(new Set(duties.map(({ key }) => key)), `${name}/`);
      return planDuties(relay, name, duties, patience, now);
    },
  });
  const ofRounds = (name: string, due: (round: RoundHistory, now: number, epoch: number) => (Duty | null)[]): Job =>
    kind(name, async (now, epoch) =>
      (await openRounds(relay, epoch)).flatMap((round) => due(round, now, epoch).filter((duty) => duty !== null)),
    );

  return [
    kind('open', (now, epoch) => openingDuties(relay, now, epoch)),
    ofRounds('tally', (round, now) => [tallyDuty(chain, chain.clock, round, now)]),
    kind('refer', (_, epoch) => referDuties(relay, epoch)),
    kind('court-arm', (now) => armDuties(relay, now)),
    kind('court-draw', () => drawDuties(relay)),
    kind('court-end', () => courtEndDuties(relay)),
    kind('lapse', (now) => lapseDuties(relay, now)),
    kind('execute-case', () => executeDuties(relay)),
    kind('returned-fees', () => returnedFeeDuties(relay)),
    ofRounds('finalize', (round, _, epoch) => [finalizeDuty(chain, round, epoch)]),
    ofRounds('score', (round, _, epoch) => scoreDuties(chain, round, epoch)),
    // Before closing, which makes a carry fresh again even if it adds nothing.
    kind('carry', (_, epoch) => carryDuties(relay, epoch)),
    ofRounds('close', (round, _, epoch) => [closeDuty(chain, round, epoch)]),
    // Soon after closing: later than this epoch it cannot be done.
    kind('register-round', (_, epoch) => registerDuties(relay, epoch)),
    ofRounds('claim', (round, _, epoch) => claimDuties(chain, round, epoch, config.claimDelayEpochs)),
    ofRounds('sweep', (round) => [sweepDuty(chain, round)]),
    kind('claim-mined', (_, epoch) => minedClaimDuties(relay, epoch, config.claimDelayEpochs)),
    kind('execute-proposal', (now) => executeProposalDuties(relay, now)),
    kind('queue-proposal', (now) => queueDuties(relay, now)),
    kind('enlist', () => enlistDuties(relay)),
    kind('elect', (_, epoch) => electionDuties(relay, epoch)),
    kind('close-term', (_, epoch) => closeTermDuties(relay, epoch)),
    kind('term-rewards', (_, epoch) => termRewardDuties(relay, epoch, config.claimDelayEpochs)),
    kind('commune', (_, epoch) => communeDuties(relay, epoch)),
    kind('slash-audit', (_, epoch) => slashAuditDuties(relay, epoch)),
    kind('audit-fund', (_, epoch) => auditFundDuties(relay, epoch)),
    kind('mint-treasury', (_, epoch) => mintTreasuryDuties(relay, epoch)),
    kind('memberships', (_, epoch) => membershipDuties(relay, epoch)),
    kind('sweep-statement', (_, epoch) => sweepStatementDuties(relay, epoch)),
    ...(config.watch
      ? [
          kind('watch-receipts', (now) => overdueReceipts(relay, now)),
          kind('watch-demands', (now) => overdueDemands(relay, now)),
        ]
      : []),
  ];
}

/** Number of the half epoch. */
function phase({ chain }: Relay, now: number): number {
  const { genesis, epochLength } = chain.clock;
  return Math.floor((now - genesis) / (epochLength / 2));
}
