import { block, type Case, emit } from './case.ts';
import { alice, at, bob, expert, id, world, ZERO } from './fixtures.ts';
import {
  APPEAL,
  armed,
  COMMITTED,
  committed,
  drawn,
  early,
  executed,
  openedUnder,
  penalised,
  REVEALED,
  revealed,
  settled,
  start,
} from './fixtures-court.ts';
import { challenge, court, opened, referred } from './fixtures-disputes.ts';
import { together } from './fixtures-finality.ts';

const LISTING = 1;
/** Parameters by which silence costs a quarter of the lock and a wrong vote nothing. */
const LENIENT = 2;
const lenient = emit('court', 'ParametersSet', { version: LENIENT, parameters: [10n, 1_000n, 0, 2_500, 10_000] });
const spared = { disputeId: 1, round: 1, seat: 2, candidateId: 2, silent: false, taken: 0n };

export const historyCases: Case[] = [
  {
    name: 'histories: every step of a dispute, and a wrong vote that costs nothing in the transaction of a slash',
    blocks: [
      start,
      block(at(4), lenient),
      block(at(4, 1), ...openedUnder(LENIENT)),
      block(at(4, 250), armed(0)),
      block(at(4, 300), armed(0)),
      block(at(4, 310), drawn(0, at(4, 310))),
      block(at(4, 400), committed(0), committed(1), committed(2)),
      block(at(4, 410), early(COMMITTED)),
      block(at(4, 450), revealed(0, 1), revealed(1, 1)),
      block(at(4, 700), emit('court', 'Appealed', { disputeId: 1, round: 1, payer: expert, fees: 70n, bond: 70n })),
      block(at(4, 710), armed(1)),
      block(at(4, 720), drawn(1, at(4, 720))),
      block(at(4, 800), committed(0, 1), committed(1, 1), committed(2, 1)),
      block(at(4, 805), early(COMMITTED, 1)),
      block(at(4, 810), revealed(0, 1, 1), revealed(1, 1, 1), revealed(2, 2, 1)),
      block(at(4, 815), early(REVEALED, 1)),
      block(at(4, 820 + APPEAL), executed(1)),
      block(
        at(6),
        ...together(
          9,
          ...penalised(0, 2, 2, true, 750n),
          settled(0, 1, 2, 30n, 250n),
          emit('court', 'SeatPenalised', spared),
          emit('court', 'BondDecided', { disputeId: 1, round: 1, to: ZERO, bond: 70n }),
          settled(1, 1, 2, 100n, 0n),
        ),
      ),
    ],
    assertions: [
      {
        query: `{ courtDispute(id: "${id(1)}") { changes(orderBy: timestamp) { kind round { index } seedBlock timestamp } }
          courtRounds(orderBy: index) { seats(orderBy: seat, first: 1, skip: 2) { coherence lock penalty slash { taken } } }
          candidate(id: "${id(2)}") { incoherentVotes silentVotes slashCount openJuryDuties locked } }`,
        expected: {
          courtDispute: {
            changes: [
              ['OPENED', 0, at(4, 1)],
              ['ARMED', 0, at(4, 250)],
              ['ARMED', 0, at(4, 300)],
              ['DRAWN', 0, at(4, 310)],
              ['COMMITTED', 0, at(4, 410)],
              ['APPEALED', 1, at(4, 700)],
              ['ARMED', 1, at(4, 710)],
              ['DRAWN', 1, at(4, 720)],
              ['COMMITTED', 1, at(4, 805)],
              ['REVEALED', 1, at(4, 815)],
              ['EXECUTED', 1, at(4, 820 + APPEAL)],
              ['SETTLED', 0, at(6)],
              ['SETTLED', 1, at(6)],
            ].map(([kind, index, timestamp]) => ({
              ...{ kind, round: { index }, timestamp: `${timestamp}` },
              seedBlock: kind === 'ARMED' ? '77' : null,
            })),
          },
          courtRounds: [
            { seats: [{ coherence: 'SILENT', lock: '1000', penalty: '250', slash: { taken: '250' } }] },
            { seats: [{ coherence: 'INCOHERENT', lock: '1000', penalty: '0', slash: null }] },
          ],
          candidate: { incoherentVotes: 1, silentVotes: 1, slashCount: 1, openJuryDuties: 0, locked: '0' },
        },
      },
    ],
  },
  {
    name: 'histories: every step of a case that is carried out, and of one that lapses',
    blocks: [
      block(at(0), ...world(2), ...court),
      block(at(2), ...opened(LISTING, 0, at(9))),
      block(at(2, 1), ...challenge(alice, [], 20n, 6n)),
      block(at(2, 2), ...referred(1, [alice], 6n)),
      block(at(3), emit('disputes', 'CaseRuled', { caseId: 1, ruling: 1, lapsed: false })),
      block(
        at(3, 5),
        emit('disputes', 'BondSettled', { caseId: 1, challenger: alice, bond: 20n, lost: true }),
        emit('disputes', 'CaseExecuted', { caseId: 1, ruling: 1, winner: ZERO, charged: 0n, bounty: 0n }),
      ),
      block(at(4), ...opened(LISTING, 0, at(11), 2)),
      block(at(4, 1), ...challenge(bob, [], 30n, 6n, 2)),
      block(at(11), emit('disputes', 'CaseRuled', { caseId: 2, ruling: 0, lapsed: true })),
    ],
    assertions: [
      {
        query: `{ cases(orderBy: number) { changes(orderBy: timestamp) { kind state challenge { challenger { id } } timestamp } } }`,
        expected: {
          cases: [
            [
              ['OPENED', 'COLLECTING', at(2)],
              ['CHALLENGED', 'COLLECTING', at(2, 1), alice],
              ['REFERRED', 'PENDING', at(2, 2)],
              ['RULED', 'RULED', at(3)],
              ['EXECUTED', 'CLOSED', at(3, 5)],
            ],
            [
              ['OPENED', 'COLLECTING', at(4)],
              ['CHALLENGED', 'COLLECTING', at(4, 1), bob],
              ['LAPSED', 'RULED', at(11)],
            ],
          ].map((steps) => ({
            changes: steps.map(([kind, state, timestamp, challenger]) => ({
              ...{ kind, state, timestamp: `${timestamp}` },
              challenge: challenger === undefined ? null : { challenger: { id: challenger } },
            })),
          })),
        },
      },
    ],
  },
];
