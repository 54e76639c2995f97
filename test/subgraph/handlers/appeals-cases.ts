import { addressOf, block, type Case, emit } from './case.ts';
import { alice, at, digest, expert, id, keeper } from './fixtures.ts';
import {
  arbitrable,
  armed,
  COMMITTED,
  committed,
  drawn,
  early,
  openCase,
  penalised,
  REVEALED,
  revealed,
  round,
  settled,
} from './fixtures-court.ts';
import { together } from './fixtures-finality.ts';

export const appealCases: Case[] = [
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
      block(
        at(6, 5),
        emit('court', 'TreasuryAppointed', { treasury: keeper }),
        emit('court', 'ArbitrableTrusted', { arbitrable, trusted: true }),
      ),
      block(at(6, 6), emit('court', 'TreasuryCollected', { treasury: keeper, coins: 70n, tokens: 100n })),
      block(at(6, 7), emit('court', 'ParametersSet', { version: 2, parameters: [20n, 1_000n, 1_000, 2_500, 10_000] })),
    ],
    assertions: [
      {
        query: `{ court(id: "${addressOf('court')}") { treasury treasuryCoins treasuryTokens parameters { version } } courtDispute(id: "${id(1)}") { currentRuling ruling settledRounds parameters { version } appeals(orderBy: timestamp) { outcome } }
          courtRounds(orderBy: index) { stage ruling fees settled coherent seats(orderBy: seat) { coherence } }
          expert: account(id: "${expert}") { courtCoins courtMovements { kind coins } } alice: account(id: "${alice}") { courtCoins } arbitrable: account(id: "${arbitrable}") { courtCoins } appointments(orderBy: role) { role account appointed } }`,
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
          appointments: [
            { role: 'arbitrable', account: arbitrable, appointed: true },
            { role: 'treasury', account: keeper, appointed: true },
          ],
        },
      },
    ],
  },
];
