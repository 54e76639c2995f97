import type { Hex } from 'viem';
import { addressOf, block, type Case, type Event, emit } from './case.ts';
import { alice, at, bob, cid, digest, expert, id, keeper, payout, producer, world, ZERO } from './fixtures.ts';
import { challenge, court, opened, referred } from './fixtures-disputes.ts';

const disputes = addressOf('disputes');
const start = block(at(0), ...world(2), ...court);
const LISTING = 1;
const MODEL = 2;
const uri = (n: number): string => `ipfs://f01551220${digest(n).slice(2)}`;
const CHALLENGES = `challenges(orderBy: ordinal) { ordinal choice challenger { id } values bond state }`;

function evidence(party: Hex, n: number): Event {
  return emit('disputes', 'Evidence', {
    _arbitrator: addressOf('court'),
    _evidenceGroupID: 1,
    _party: party,
    _evidence: uri(n),
  });
}

const ruled = (ruling: number, lapsed = false) => emit('disputes', 'CaseRuled', { caseId: 1, ruling, lapsed });
const executed = (ruling: number, winner: Hex, charged = 0n, bounty = 0n) =>
  emit('disputes', 'CaseExecuted', { caseId: 1, ruling, winner, charged, bounty });
const settled = (challenger: Hex, bond: bigint, lost: boolean) =>
  emit('disputes', 'BondSettled', { caseId: 1, challenger, bond, lost });
const held = (lotId: number, cases: number) =>
  emit('commodities', 'BondHeld', { lotId, commodityId: 1, disputes, cases });
const released = (lotId: number, cases: number) =>
  emit('commodities', 'BondReleased', { lotId, commodityId: 1, disputes, cases });

export const disputeCases: Case[] = [
  {
    name: 'disputes: a lot is suspended by a court before its round is over, and its round ends all the same',
    blocks: [
      start,
      block(
        at(2),
        ...opened(LISTING, 0, at(9)),
        held(0, 1),
        ...challenge(alice, [], 20n, 6n),
        ...referred(1, [alice], 6n),
      ),
      block(at(2, 5), evidence(bob, 44)),
      block(at(3), ruled(2)),
      block(
        at(3, 5),
        settled(alice, 20n, false),
        emit('commodities', 'BondChanged', { commodityId: 1, bond: 0n }),
        emit('commodities', 'LotSuspended', { lotId: 0, commodityId: 1, charged: 500n }),
        executed(2, alice, 500n, 250n),
        released(0, 0),
      ),
      block(at(3, 9), emit('disputes', 'CreditWithdrawn', { account: alice, amount: 270n })),
      block(at(6), emit('commodities', 'TwinUnproven', { lotId: 0, commodityId: 1, reports: 3 })),
    ],
    assertions: [
      {
        query: `{ case(id: "${id(1)}") { number kind state ground lot { number } commodity { number } round { id } model { id } producer { id } expert { id } arbitrator disputeNumber dispute { number case { number } } choices cost ${CHALLENGES} standing { ordinal } challengeCount
            evidence(orderBy: ordinal) { ordinal party { id } uri cid digest } evidenceCount deadline ruling lapsed moot winner { ordinal } charged bounty openedAt referredAt ruledAt closedAt }
          lot(id: "${id(0)}") { state condemned concluded charged suspendedAt concludedAt openCases reports cases { number } }
          commodity(id: "${id(1)}") { bond charged pledged openCases suspendedLots unprovenLots standing judgedLots { number } }
          account(id: "${alice}") { disputesCredit bountiesEarned challenges { bond } credits(orderBy: timestamp) { kind amount contract case { number } } } evidence: account(id: "${bob}") { evidence { cid } } producer: account(id: "${producer}") { casesAsProducer { number } }
          protocol(id: "0x00") { disputesAuditFund disputeCases openDisputeCases charges bounties arbitrator challengeBond } second: epoch(id: "${id(2)}") { disputeCases } third: epoch(id: "${id(3)}") { disputeCasesClosed charges bounties } }`,
        expected: {
          case: {
            number: 1,
            kind: 'LISTING',
            state: 'CLOSED',
            ground: 'AGAINST_REGULATION',
            lot: { number: 0 },
            commodity: { number: 1 },
            round: null,
            model: null,
            producer: { id: producer },
            expert: { id: expert },
            arbitrator: addressOf('court'),
            disputeNumber: '1',
            dispute: { number: 1, case: { number: 1 } },
            choices: 2,
            cost: '6',
            challenges: [{ ordinal: 1, choice: 2, challenger: { id: alice }, values: [], bond: '20', state: 'WON' }],
            standing: [{ ordinal: 1 }],
            challengeCount: 1,
            evidence: [{ ordinal: 1, party: { id: bob }, uri: uri(44), cid: cid(44), digest: digest(44) }],
            evidenceCount: 1,
            deadline: `${at(9)}`,
            ruling: 2,
            lapsed: false,
            moot: false,
            winner: { ordinal: 1 },
            charged: '500',
            bounty: '250',
            openedAt: `${at(2)}`,
            referredAt: `${at(2)}`,
            ruledAt: `${at(3)}`,
            closedAt: `${at(3, 5)}`,
          },
          lot: {
            state: 'SUSPENDED',
            condemned: true,
            concluded: true,
            charged: '500',
            suspendedAt: `${at(3, 5)}`,
            concludedAt: `${at(6)}`,
            openCases: 0,
            reports: 3,
            cases: [{ number: 1 }],
          },
          commodity: {
            bond: '0',
            charged: '500',
            pledged: '50',
            openCases: 0,
            suspendedLots: 1,
            unprovenLots: 0,
            standing: 'FLAGGED',
            judgedLots: [{ number: 0 }],
          },
          account: {
            disputesCredit: '0',
            bountiesEarned: '250',
            challenges: [{ bond: '20' }],
            credits: [
              { kind: 'CHALLENGE_BOND', amount: '20', contract: disputes, case: { number: 1 } },
              { kind: 'BOUNTY', amount: '250', contract: disputes, case: { number: 1 } },
              { kind: 'WITHDRAWAL', amount: '270', contract: disputes, case: null },
            ],
          },
          evidence: { evidence: [{ cid: cid(44) }] },
          producer: { casesAsProducer: [{ number: 1 }] },
          protocol: {
            disputesAuditFund: '250',
            disputeCases: 1,
            openDisputeCases: 0,
            charges: '500',
            bounties: '250',
            arbitrator: addressOf('court'),
            challengeBond: '50',
          },
          second: { disputeCases: 1 },
          third: { disputeCasesClosed: 1, charges: '500', bounties: '250' },
        },
      },
    ],
  },
  {
    name: 'disputes: a model is retired by a court',
    blocks: [
      start,
      block(
        at(2),
        ...opened(MODEL, 1, at(9)),
        emit('models', 'ModelBondHeld', { modelId: 1, disputes, cases: 1 }),
        ...challenge(alice, [], 0n, 6n),
        ...referred(1, [alice], 6n),
      ),
      block(at(3), ruled(2)),
      block(
        at(3, 5),
        settled(alice, 0n, false),
        emit('models', 'ModelRetired', { modelId: 1, bondFreeFrom: 30 }),
        emit('models', 'ModelCondemned', { modelId: 1, disputes, charged: 200n }),
        executed(2, alice, 200n, 0n),
        emit('models', 'ModelBondReleased', { modelId: 1, disputes, cases: 0 }),
      ),
      block(at(4), emit('disputes', 'AuditFundCollected', { to: payout, amount: 200n })),
    ],
    assertions: [
      {
        query: `{ case(id: "${id(1)}") { kind state model { number } lot { id } producer { id } expert { id casesAsExpert { number } } winner { bond } charged bounty } model(id: "${id(1)}") { retired condemned bond charged openCases cases { number } }
          account(id: "${alice}") { credits { kind } } protocol(id: "0x00") { disputesAuditFund charges } communeMovements { contract fund to amount } }`,
        expected: {
          case: {
            kind: 'MODEL',
            state: 'CLOSED',
            model: { number: 1 },
            lot: null,
            producer: null,
            expert: { id: expert, casesAsExpert: [{ number: 1 }] },
            winner: { bond: '0' },
            charged: '200',
            bounty: '0',
          },
          model: { retired: true, condemned: true, bond: '0', charged: '200', openCases: 0, cases: [{ number: 1 }] },
          account: { credits: [] },
          protocol: { disputesAuditFund: '0', charges: '200' },
          communeMovements: [{ contract: disputes, fund: 'AUDIT_FUND', to: payout, amount: '200' }],
        },
      },
    ],
  },
  {
    name: 'disputes: a listing is kept: the bond is lost; then a case that lapses, with coins paid back and reclaimed',
    blocks: [
      start,
      block(
        at(2),
        ...opened(LISTING, 0, at(9)),
        held(0, 1),
        ...challenge(alice, [], 20n, 6n),
        ...referred(1, [alice], 6n),
      ),
      block(at(3), ruled(1), settled(alice, 20n, true), executed(1, ZERO), released(0, 0)),
      block(
        at(4),
        ...opened(LISTING, 0, at(11), 2),
        held(0, 1),
        ...challenge(bob, [], 30n, 8n, 2),
        ...referred(2, [bob], 6n, 2),
        emit('disputes', 'FeeCredited', { caseId: 2, account: bob, amount: 2n }),
      ),
      block(at(11), emit('disputes', 'CaseRuled', { caseId: 2, ruling: 0, lapsed: true })),
      block(
        at(11, 1),
        emit('disputes', 'BondSettled', { caseId: 2, challenger: bob, bond: 30n, lost: false }),
        emit('disputes', 'CaseExecuted', { caseId: 2, ruling: 0, winner: ZERO, charged: 0n, bounty: 0n }),
        released(0, 0),
      ),
      block(at(11, 2), emit('disputes', 'FeesReturned', { arbitrator: addressOf('court'), amount: 6n })),
      block(at(11, 3), emit('disputes', 'FeeCredited', { caseId: 2, account: bob, amount: 5n })),
      block(at(11, 4), emit('disputes', 'CoinsWithdrawn', { account: bob, amount: 7n })),
    ],
    assertions: [
      {
        query: `{ cases(orderBy: number) { state ruling lapsed dispute { number } winner { id } challenges { state } } lot(id: "${id(0)}") { state condemned openCases cases(orderBy: number) { number } }
          account(id: "${bob}") { disputesCredit disputesCoins courtMovements(orderBy: timestamp) { kind coins contract case { number } } } protocol(id: "0x00") { disputesAuditFund returnedFees openDisputeCases } epoch(id: "${id(3)}") { challengeBondsLost } }`,
        expected: {
          cases: [
            { ruling: 1, lapsed: false, dispute: { number: 1 }, challenges: [{ state: 'LOST' }] },
            { ruling: 0, lapsed: true, dispute: { number: 2 }, challenges: [{ state: 'RETURNED' }] },
          ].map((one) => ({ ...one, state: 'CLOSED', winner: null })),
          lot: { state: 'OFFERED', condemned: false, openCases: 0, cases: [{ number: 1 }, { number: 2 }] },
          account: {
            disputesCredit: '30',
            disputesCoins: '0',
            courtMovements: [
              { kind: 'FEE_CREDITED', coins: '2', contract: disputes, case: { number: 2 } },
              { kind: 'FEE_CREDITED', coins: '5', contract: disputes, case: { number: 2 } },
              { kind: 'WITHDRAWAL', coins: '7', contract: disputes, case: null },
            ],
          },
          protocol: { disputesAuditFund: '20', returnedFees: '1', openDisputeCases: 0 },
          epoch: { challengeBondsLost: '20' },
        },
      },
    ],
  },
  {
    name: 'disputes: what governance decides, and a case before an arbitrator that is no court of ours',
    blocks: [
      start,
      block(at(1), emit('disputes', 'MetaEvidence', { _metaEvidenceID: 1, _evidence: uri(45) })),
      block(at(1, 1), emit('disputes', 'ArbitratorAppointed', { arbitrator: keeper })),
      block(at(1, 2), emit('disputes', 'BondRequiredSet', { previous: 50n, current: 60n })),
      block(
        at(2),
        emit('disputes', 'CaseOpened', {
          ...{ caseId: 1, kind: LISTING, subject: 0, ground: 1, arbitrator: keeper },
          ...{ producer, expert, deadline: at(9) },
        }),
        ...challenge(alice, [], 20n, 6n),
        emit('disputes', 'CaseReferred', {
          caseId: 1,
          disputeId: 2n ** 200n,
          choices: 2,
          cost: 6n,
          challengers: [alice],
        }),
        emit('disputes', 'Dispute', {
          _arbitrator: keeper,
          _disputeID: 2n ** 200n,
          _metaEvidenceID: 1,
          _evidenceGroupID: 1,
        }),
      ),
    ],
    assertions: [
      {
        query: `{ case(id: "${id(1)}") { ground arbitrator disputeNumber dispute { id } metaEvidence { number uri cid } } protocol(id: "0x00") { arbitrator challengeBond }
          parameterChanges(where: { name: "challengeBond" }, orderBy: timestamp) { previous current } appointments(where: { account: "${keeper}" }) { role contract } }`,
        expected: {
          case: {
            ground: 'COUNTERFEIT',
            arbitrator: keeper,
            disputeNumber: `${2n ** 200n}`,
            dispute: null,
            metaEvidence: { number: 1, uri: uri(45), cid: cid(45) },
          },
          protocol: { arbitrator: keeper, challengeBond: '60' },
          parameterChanges: [
            { previous: '0', current: '50' },
            { previous: '50', current: '60' },
          ],
          appointments: [{ role: 'arbitrator', contract: disputes }],
        },
      },
    ],
  },
];
