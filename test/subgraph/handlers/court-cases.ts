import type { Hex } from 'viem';
import { addressOf, block, type Case, type Event, emit } from './case.ts';
import { alice, at, bob, digest, expert, id, keeper, payout, producer, world } from './fixtures.ts';
import { seat as below, candidacy, candidates, people, together } from './fixtures-finality.ts';

/** Whoever asks. */
const arbitrable = producer;
const [EVIDENCE, COMMIT, REVEAL, APPEAL] = [200, 300, 150, 250] as const;
/** Fee per juror 10, lock 1,000; an incoherent vote costs a tenth of it, silence a quarter; the bond is as much as the fees. */
const court: Event[] = [
  emit('court', 'CourtOpened', {
    seats: addressOf('elections'),
    token: payout,
    windows: [EVIDENCE, COMMIT, REVEAL, APPEAL, 2],
  }),
  emit('court', 'ParametersSet', { version: 1, parameters: [10n, 1_000n, 1_000, 2_500, 10_000] }),
];
const start = block(at(0), ...world(1), ...people, ...candidates, ...court);
const opened = together(
  1,
  emit('court', 'DisputeCreation', { _disputeID: 1, _arbitrable: arbitrable }),
  emit('court', 'DisputeOpened', {
    disputeId: 1,
    choices: 2,
    version: 1,
    namesConflicts: true,
    evidenceEndsAt: at(4) + EVIDENCE,
  }),
  emit('court', 'Refunded', { disputeId: 1, account: arbitrable, amount: 5n }),
);
const armed = (round: number) => emit('court', 'DrawArmed', { disputeId: 1, round, term: 1, seedBlock: 77 });
function drawn(round: number, time: number): Event {
  const given = { seed: digest(80 + round), candidateIds: [3, 1, 2], commitEndsAt: time + COMMIT };
  return emit('court', 'JuryDrawn', { disputeId: 1, round, ...given });
}
const commitment = (seat: number, round = 0) => digest(90 + 10 * round + seat);
const committed = (seat: number, round = 0) =>
  emit('court', 'VoteCommitted', {
    disputeId: 1,
    round,
    seat,
    candidateId: [3, 1, 2][seat],
    commitment: commitment(seat, round),
  });
const revealed = (seat: number, choice: number, round = 0) =>
  emit('court', 'VoteRevealed', { disputeId: 1, round, seat, candidateId: [3, 1, 2][seat], choice });
const early = (stage: number, round = 0) => emit('court', 'ClosedEarly', { disputeId: 1, round, stage });
const [COMMITTED, REVEALED] = [3, 4] as const;
const executed = (ruling: number) => emit('court', 'RulingExecuted', { disputeId: 1, ruling });

/** A juror loses CTT, as the court does it. */
function penalised(round: number, seat: number, candidateId: number, isSilent: boolean, bond: bigint): Event[] {
  const taken = isSilent ? 250n : 100n;
  const slashed = { candidateId, to: addressOf('court'), asked: taken, fromBond: taken, fromLeaving: 0n };
  return [
    candidacy(candidateId, true, 1_000, bond, 2),
    emit('validators', 'SelfBondSlashed', slashed),
    emit('elections', 'SeatSlashed', { term: 1, candidateId, court: addressOf('court'), asked: taken, taken }),
    emit('court', 'SeatPenalised', { disputeId: 1, round, seat, candidateId, silent: isSilent, taken }),
  ];
}

function settled(round: number, ruling: number, coherent: number, coins: bigint, tokens: bigint): Event {
  return emit('court', 'RoundSettled', { disputeId: 1, round, ruling, coherent, coins, tokens });
}

const round = (index: number) => below(1, index);
const juror = (index: number, seat: number): Hex => `${round(index)}${seat.toString(16).padStart(2, '0')}`;
const openCase = [start, block(at(4), ...opened), block(at(4, 300), armed(0)), block(at(4, 310), drawn(0, at(4, 310)))];

export const courtCases: Case[] = [
  {
    name: 'court: a dispute is opened, armed again, and its jury drawn',
    blocks: [start, block(at(4), ...opened), block(at(4, 250), armed(0)), ...openCase.slice(2)],
    assertions: [
      {
        query: `{ court(id: "${addressOf('court')}") { seats token evidenceWindow commitWindow revealWindow appealWindow seedDelay treasury treasuryCoins disputeCount openDisputes parameters { version feePerJuror lockPerSeat incoherentBps silentBps appealBondBps } }
          courtDispute(id: "${id(1)}") { number arbitrable case { id } choices parameters { version } namesConflicts openedAt evidenceEndsAt roundCount currentRuling ruling executed settledRounds latestRound { id } }
          courtRound(id: "${round(0)}") { index stage payer fees jurySize term seedBlock armedAt seed drawnAt size committed revealed commitEndsAt revealEndsAt appealEndsAt votes ruling tied settled appeal { id } seats(orderBy: seat) { id seat candidate { number juryDutyCount } account { id } state commitment choice coherence penalty drawnAt } }
          account(id: "${alice}") { juryDuties { id } } party: account(id: "${arbitrable}") { courtCoins courtMovements { kind coins tokens contract dispute { number } } } protocol(id: "0x00") { courtDisputes } }`,
        expected: {
          court: {
            seats: addressOf('elections'),
            token: payout,
            evidenceWindow: EVIDENCE,
            commitWindow: COMMIT,
            revealWindow: REVEAL,
            appealWindow: APPEAL,
            seedDelay: 2,
            treasury: null,
            treasuryCoins: '0',
            disputeCount: 1,
            openDisputes: 1,
            parameters: {
              version: 1,
              feePerJuror: '10',
              lockPerSeat: '1000',
              incoherentBps: 1_000,
              silentBps: 2_500,
              appealBondBps: 10_000,
            },
          },
          courtDispute: {
            number: 1,
            arbitrable,
            case: null,
            choices: 2,
            parameters: { version: 1 },
            namesConflicts: true,
            openedAt: `${at(4)}`,
            evidenceEndsAt: `${at(4) + EVIDENCE}`,
            roundCount: 1,
            currentRuling: 0,
            ruling: null,
            executed: false,
            settledRounds: 0,
            latestRound: { id: round(0) },
          },
          courtRound: {
            index: 0,
            stage: 'DRAWN',
            payer: arbitrable,
            fees: '30',
            jurySize: 3,
            term: 1,
            seedBlock: '77',
            armedAt: `${at(4, 300)}`,
            seed: digest(80),
            drawnAt: `${at(4, 310)}`,
            size: 3,
            committed: 0,
            revealed: 0,
            commitEndsAt: `${at(4, 610)}`,
            revealEndsAt: `${at(4, 760)}`,
            appealEndsAt: `${at(4, 1_010)}`,
            votes: [0, 0, 0],
            ruling: 0,
            tied: true,
            settled: false,
            appeal: null,
            seats: [
              { candidate: { number: 3, juryDutyCount: 1 }, account: { id: keeper } },
              { candidate: { number: 1, juryDutyCount: 1 }, account: { id: alice } },
              { candidate: { number: 2, juryDutyCount: 1 }, account: { id: bob } },
            ].map((one, i) => ({
              id: juror(0, i),
              seat: i,
              state: 'DRAWN',
              commitment: null,
              choice: null,
              coherence: 'OPEN',
              penalty: '0',
              drawnAt: `${at(4, 310)}`,
              ...one,
            })),
          },
          account: { juryDuties: [{ id: juror(0, 1) }] },
          party: {
            courtCoins: '5',
            courtMovements: [
              { kind: 'REFUNDED', coins: '5', tokens: '0', contract: addressOf('court'), dispute: { number: 1 } },
            ],
          },
          protocol: { courtDisputes: 1 },
        },
      },
    ],
  },
  {
    name: 'court: votes are committed and revealed, the ruling executed, the round settled, and everybody paid',
    blocks: [
      ...openCase,
      block(at(4, 400), committed(0), committed(1), committed(2), early(COMMITTED)),
      block(at(4, 450), revealed(0, 2), revealed(1, 1), revealed(2, 2), early(REVEALED)),
      block(at(4, 700), executed(2)),
      block(at(5), ...together(2, ...penalised(0, 1, 1, false, 900n), settled(0, 2, 2, 31n, 101n))),
      block(at(5, 5), emit('court', 'Withdrawn', { account: keeper, coins: 16n, tokens: 51n })),
    ],
    assertions: [
      {
        query: `{ courtDispute(id: "${id(1)}") { currentRuling ruling executed executedAt settledRounds } court(id: "${addressOf('court')}") { openDisputes treasuryTokens }
          courtRound(id: "${round(0)}") { stage committed revealed commitEndsAt revealEndsAt appealEndsAt votes ruling tied settled settledAt coherent coins tokens seats(orderBy: seat) { state commitment choice coherence penalty coins tokens slash { taken court jurorSeat { id } } } }
          candidates(orderBy: number) { coherentVotes incoherentVotes silentVotes slashed } bob: account(id: "${bob}") { courtCoins courtTokens }
          keeper: account(id: "${keeper}") { courtCoins courtTokens courtMovements(orderBy: timestamp) { kind coins tokens jurorSeat { id } } } }`,
        expected: {
          courtDispute: {
            currentRuling: 2,
            ruling: 2,
            executed: true,
            executedAt: `${at(4, 700)}`,
            settledRounds: 1,
          },
          court: { openDisputes: 0, treasuryTokens: '0' },
          courtRound: {
            stage: 'REVEALED',
            committed: 3,
            revealed: 3,
            commitEndsAt: `${at(4, 400)}`,
            revealEndsAt: `${at(4, 450)}`,
            appealEndsAt: `${at(4, 700)}`,
            votes: [0, 1, 2],
            ruling: 2,
            tied: false,
            settled: true,
            settledAt: `${at(5)}`,
            coherent: 2,
            coins: '31',
            tokens: '101',
            seats: [
              { choice: 2, coherence: 'COHERENT', penalty: '0', coins: '16', tokens: '51', slash: null },
              {
                choice: 1,
                coherence: 'INCOHERENT',
                penalty: '100',
                coins: '0',
                tokens: '0',
                slash: { taken: '100', court: addressOf('court'), jurorSeat: { id: juror(0, 1) } },
              },
              { choice: 2, coherence: 'COHERENT', penalty: '0', coins: '15', tokens: '50', slash: null },
            ].map((one, i) => ({ state: 'REVEALED', commitment: commitment(i), ...one })),
          },
          candidates: [
            { coherentVotes: 0, incoherentVotes: 1, silentVotes: 0, slashed: '100' },
            { coherentVotes: 1, incoherentVotes: 0, silentVotes: 0, slashed: '0' },
            { coherentVotes: 1, incoherentVotes: 0, silentVotes: 0, slashed: '0' },
          ],
          bob: { courtCoins: '15', courtTokens: '50' },
          keeper: {
            courtCoins: '0',
            courtTokens: '0',
            courtMovements: [
              { kind: 'EARNED', coins: '16', tokens: '51', jurorSeat: { id: juror(0, 0) } },
              { kind: 'WITHDRAWAL', coins: '16', tokens: '51', jurorSeat: null },
            ],
          },
        },
      },
    ],
  },
  {
    name: 'court: an appeal of a tie with a silent juror turns it; bond back, nobody coherent in the first round',
    blocks: [
      ...openCase,
      block(at(4, 400), committed(0), committed(1)),
      block(at(4, 650), revealed(0, 2), revealed(1, 1), early(REVEALED)),
      block(at(4, 700), emit('court', 'Appealed', { disputeId: 1, round: 1, payer: expert, fees: 70n, bond: 70n })),
      block(at(4, 710), armed(1)),
      block(
        at(4, 720),
        drawn(1, at(4, 720)),
        emit('court', 'Refunded', { disputeId: 1, account: expert, amount: 40n }),
      ),
      block(at(4, 800), committed(0, 1), committed(1, 1), committed(2, 1), early(COMMITTED, 1)),
      block(at(4, 810), revealed(0, 1, 1), revealed(1, 0, 1), revealed(2, 1, 1), early(REVEALED, 1)),
      block(
        at(6),
        ...together(
          2,
          ...penalised(0, 0, 3, false, 900n),
          ...penalised(0, 2, 2, true, 750n),
          settled(0, 1, 1, 30n, 350n),
        ),
        ...together(
          3,
          ...penalised(1, 1, 1, false, 900n),
          emit('court', 'BondDecided', { disputeId: 1, round: 1, to: expert, bond: 70n }),
          settled(1, 1, 2, 30n, 100n),
        ),
      ),
    ],
    assertions: [
      {
        query: `{ courtDispute(id: "${id(1)}") { roundCount latestRound { index } currentRuling ruling executed settledRounds appeals { appealedRuling payer { id } fees bond outcome round { index } appealed { index } } }
          first: courtRound(id: "${round(0)}") { stage committed revealed commitEndsAt revealEndsAt appealEndsAt ruling tied coherent seats(orderBy: seat) { coherence penalty coins tokens } }
          second: courtRound(id: "${round(1)}") { payer fees jurySize size ruling tied appeal { bond } appealEndsAt coherent coins tokens }
          expert: account(id: "${expert}") { courtCoins appeals { outcome } courtMovements(orderBy: coins) { kind coins } } alice: account(id: "${alice}") { courtCoins courtTokens } candidate(id: "${id(2)}") { silentVotes coherentVotes } }`,
        expected: {
          courtDispute: {
            roundCount: 2,
            latestRound: { index: 1 },
            currentRuling: 1,
            ruling: 1,
            executed: false,
            settledRounds: 2,
            appeals: [
              {
                appealedRuling: 0,
                payer: { id: expert },
                fees: '70',
                bond: '70',
                outcome: 'RETURNED',
                round: { index: 1 },
                appealed: { index: 0 },
              },
            ],
          },
          first: {
            stage: 'REVEALED',
            committed: 2,
            revealed: 2,
            commitEndsAt: `${at(4, 610)}`,
            revealEndsAt: `${at(4, 650)}`,
            appealEndsAt: `${at(4, 900)}`,
            ruling: 0,
            tied: true,
            coherent: 1,
            seats: [
              { coherence: 'INCOHERENT', penalty: '100', coins: '0', tokens: '0' },
              { coherence: 'COHERENT', penalty: '0', coins: '30', tokens: '350' },
              { coherence: 'SILENT', penalty: '250', coins: '0', tokens: '0' },
            ],
          },
          second: {
            payer: expert,
            fees: '30',
            jurySize: 7,
            size: 3,
            ruling: 1,
            tied: false,
            appeal: { bond: '70' },
            appealEndsAt: `${at(4, 1_060)}`,
            coherent: 2,
            coins: '30',
            tokens: '100',
          },
          expert: {
            courtCoins: '110',
            appeals: [{ outcome: 'RETURNED' }],
            courtMovements: [
              { kind: 'REFUNDED', coins: '40' },
              { kind: 'BOND_RETURNED', coins: '70' },
            ],
          },
          alice: { courtCoins: '30', courtTokens: '350' },
          candidate: { silentVotes: 1, coherentVotes: 1 },
        },
      },
    ],
  },
  {
    name: 'court: silence rules 0 and spares votes; appeals that bring nothing, and one that nobody could judge',
    blocks: [
      ...openCase,
      block(at(4, 400), committed(0), committed(1)),
      block(at(4, 650), revealed(0, 2), revealed(1, 1)),
      block(at(4, 700), emit('court', 'Appealed', { disputeId: 1, round: 1, payer: expert, fees: 70n, bond: 70n })),
      block(at(4, 720), armed(1), drawn(1, at(4, 720))),
      block(at(5, 700), emit('court', 'Appealed', { disputeId: 1, round: 2, payer: alice, fees: 150n, bond: 150n })),
      block(at(5, 710), armed(2)),
      block(
        at(5, 720),
        emit('court', 'RoundVoided', { disputeId: 1, round: 2, seed: digest(82) }),
        emit('court', 'Refunded', { disputeId: 1, account: alice, amount: 300n }),
      ),
      block(
        at(6),
        ...together(2, ...penalised(0, 2, 2, true, 750n), settled(0, 0, 0, 30n, 250n)),
        ...together(
          3,
          emit('court', 'BondDecided', { disputeId: 1, round: 1, to: addressOf('court'), bond: 70n }),
          settled(1, 0, 0, 30n, 0n),
        ),
      ),
      block(at(6, 5), emit('court', 'TreasuryAppointed', { treasury: keeper })),
      block(at(6, 6), emit('court', 'TreasuryCollected', { treasury: keeper, coins: 70n, tokens: 100n })),
      block(at(6, 7), emit('court', 'ParametersSet', { version: 2, parameters: [20n, 1_000n, 1_000, 2_500, 10_000] })),
    ],
    assertions: [
      {
        query: `{ court(id: "${addressOf('court')}") { treasury treasuryCoins treasuryTokens parameters { version } } courtDispute(id: "${id(1)}") { currentRuling ruling settledRounds parameters { version } appeals(orderBy: timestamp) { outcome } }
          courtRounds(orderBy: index) { stage ruling fees settled coherent seats(orderBy: seat) { coherence } }
          expert: account(id: "${expert}") { courtCoins courtMovements { kind coins } } alice: account(id: "${alice}") { courtCoins } arbitrable: account(id: "${arbitrable}") { courtCoins } appointments { role account } }`,
        expected: {
          court: { treasury: keeper, treasuryCoins: '0', treasuryTokens: '150', parameters: { version: 2 } },
          courtDispute: {
            currentRuling: 0,
            ruling: 0,
            settledRounds: 3,
            parameters: { version: 1 },
            appeals: [{ outcome: 'TREASURY' }, { outcome: 'RETURNED' }],
          },
          courtRounds: [
            {
              stage: 'DRAWN',
              ruling: 0,
              fees: '30',
              settled: true,
              coherent: 0,
              seats: [{ coherence: 'SPARED' }, { coherence: 'SPARED' }, { coherence: 'SILENT' }],
            },
            {
              stage: 'DRAWN',
              ruling: 0,
              fees: '30',
              settled: true,
              coherent: 0,
              seats: [{ coherence: 'SPARED' }, { coherence: 'SPARED' }, { coherence: 'SPARED' }],
            },
            { stage: 'VOID', ruling: 0, fees: '0', settled: true, coherent: null, seats: [] },
          ],
          expert: { courtCoins: '30', courtMovements: [{ kind: 'FEES_RETURNED', coins: '30' }] },
          alice: { courtCoins: '300' },
          arbitrable: { courtCoins: '35' },
          appointments: [{ role: 'treasury', account: keeper }],
        },
      },
    ],
  },
];
