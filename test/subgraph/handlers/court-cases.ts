import { addressOf, block, type Case, emit } from './case.ts';
import { alice, at, bob, digest, id, keeper, payout } from './fixtures.ts';
import {
  APPEAL,
  arbitrable,
  armed,
  COMMIT,
  COMMITTED,
  commitment,
  committed,
  EVIDENCE,
  early,
  executed,
  juror,
  openCase,
  opened,
  penalised,
  REVEAL,
  REVEALED,
  revealed,
  round,
  settled,
  start,
} from './fixtures-court.ts';
import { together } from './fixtures-finality.ts';

const drawnOnce = { juryDutyCount: 1, openJuryDuties: 1, locked: '1000' };

export const courtCases: Case[] = [
  {
    name: 'court: a dispute is opened, armed again, and its jury drawn',
    blocks: [start, block(at(4), ...opened), block(at(4, 250), armed(0)), ...openCase.slice(2)],
    assertions: [
      {
        query: `{ court(id: "${addressOf('court')}") { seats token evidenceWindow commitWindow revealWindow appealWindow seedDelay treasury treasuryCoins disputeCount openDisputes parameters { version feePerJuror lockPerSeat incoherentBps silentBps appealBondBps } }
          courtDispute(id: "${id(1)}") { number arbitrable case { id } choices parameters { version } namesConflicts openedAt evidenceEndsAt roundCount currentRuling ruling executed settledRounds latestRound { id } }
          courtRound(id: "${round(0)}") { index stage payer fees jurySize term seedBlock armedAt seed drawnAt size committed revealed commitEndsAt revealEndsAt appealEndsAt votes ruling tied settled appeal { id } seats(orderBy: seat) { id seat candidate { number juryDutyCount openJuryDuties locked } account { id } state commitment choice coherence lock penalty drawnAt } }
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
              { candidate: { number: 3, ...drawnOnce }, account: { id: keeper } },
              { candidate: { number: 1, ...drawnOnce }, account: { id: alice } },
              { candidate: { number: 2, ...drawnOnce }, account: { id: bob } },
            ].map((one, i) => ({
              id: juror(0, i),
              seat: i,
              state: 'DRAWN',
              commitment: null,
              choice: null,
              coherence: 'OPEN',
              lock: '1000',
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
          candidates(orderBy: number) { coherentVotes incoherentVotes silentVotes slashed openJuryDuties locked } bob: account(id: "${bob}") { courtCoins courtTokens }
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
            { coherentVotes: 0, incoherentVotes: 1, slashed: '100' },
            { coherentVotes: 1, incoherentVotes: 0, slashed: '0' },
            { coherentVotes: 1, incoherentVotes: 0, slashed: '0' },
          ].map((one) => ({ ...one, silentVotes: 0, openJuryDuties: 0, locked: '0' })),
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
];
