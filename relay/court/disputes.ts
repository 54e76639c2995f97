import { sql } from 'drizzle-orm';
import type { Address } from 'viem';
import type { Queryable } from '../db/client.ts';

/** What the events say of one round of a dispute. */
export interface CourtRound {
  /** Block whose randomness draws the jury; null before the round is armed. */
  seedBlock: bigint | null;
  /** Candidates on its seats; null before the draw. */
  jury: readonly number[] | null;
  /** Nobody judges: fewer than three could sit. */
  isVoid: boolean;
  /** Revealed votes, by seat. */
  votes: ReadonlyMap<number, number>;
  isSettled: boolean;
}

/** A dispute before the court that somebody still has to do something about. */
export interface CourtDispute {
  disputeId: bigint;
  arbitrable: Address;
  /** Until then evidence is taken; Unix time. */
  evidenceEndsAt: number;
  isExecuted: boolean;
  /** One, and one more for every appeal. */
  rounds: readonly CourtRound[];
}

interface Row extends Record<string, unknown> {
  name: string;
  id: string;
  args: Record<string, unknown>;
}

type Opened = { -readonly [Key in keyof CourtDispute]: CourtDispute[Key] } & { rounds: OpenedRound[] };
type OpenedRound = { -readonly [Key in keyof CourtRound]: CourtRound[Key] } & { votes: Map<number, number> };

const EVENTS = sql`('DisputeCreation', 'DisputeOpened', 'DrawArmed', 'JuryDrawn', 'RoundVoided', 'VoteRevealed', 'Appealed',
  'RulingExecuted', 'RoundSettled')`;
/** ERC-792 spells it in its own way. */
const ID = sql`coalesce(args ->> 'disputeId', args ->> '_disputeID')`;

/**
 * Disputes that are not over, oldest first. Over is one whose rounds are all settled and whose ruling was executed; of others' disputes than
 * those of `arbitrable` only the former counts here.
 */
export async function openDisputes(db: Queryable, arbitrable: Address): Promise<CourtDispute[]> {
  const { rows } = await db.execute<Row>(sql`
    WITH court AS (SELECT ${ID} AS id, name, args, block_number, log_index FROM chain_events WHERE name IN ${EVENTS}),
    open AS (
      SELECT id FROM court GROUP BY id HAVING NOT (
        1 + count(*) FILTER (WHERE name = 'Appealed') = count(*) FILTER (WHERE name IN ('RoundSettled', 'RoundVoided'))
        AND (bool_or(name = 'RulingExecuted')
          OR NOT bool_or(name = 'DisputeCreation' AND lower(args ->> '_arbitrable') = ${arbitrable.toLowerCase()}))
      )
    )
    SELECT court.id, court.name, court.args FROM court JOIN open ON open.id = court.id
    ORDER BY court.block_number, court.log_index`);
  const disputes = new Map<string, Opened>();
  for (const row of rows) {
    const dispute = disputes.get(row.id) ?? newDispute(BigInt(row.id));
    disputes.set(row.id, dispute);
    apply(dispute, row);
  }
  return [...disputes.values()];
}

function apply(dispute: Opened, { name, args }: Row): void {
  const round = dispute.rounds[Number(args.round ?? 0)];
  switch (name) {
    case 'DisputeCreation':
      dispute.arbitrable = args._arbitrable as Address;
      return;
    case 'DisputeOpened':
      dispute.evidenceEndsAt = Number(args.evidenceEndsAt);
      return;
    case 'Appealed':
      dispute.rounds.push(newRound());
      return;
    case 'RulingExecuted':
      dispute.isExecuted = true;
      return;
  }
  if (round === undefined) return;
  switch (name) {
    case 'DrawArmed':
      round.seedBlock = BigInt(args.seedBlock as number);
      break;
    case 'JuryDrawn':
      round.jury = args.candidateIds as number[];
      break;
    case 'VoteRevealed':
      round.votes.set(Number(args.seat), Number(args.choice));
      break;
    case 'RoundVoided':
      round.isVoid = true;
      round.isSettled = true;
      break;
    case 'RoundSettled':
      round.isSettled = true;
      break;
  }
}

function newDispute(disputeId: bigint): Opened {
  return { disputeId, arbitrable: '0x', evidenceEndsAt: 0, isExecuted: false, rounds: [newRound()] };
}

function newRound(): OpenedRound {
  return { seedBlock: null, jury: null, isVoid: false, votes: new Map(), isSettled: false };
}
