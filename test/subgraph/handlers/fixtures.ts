import { type Hex, numberToHex, stringToHex } from 'viem';
import { cidFromDigest } from '../../../protocol/documents/cid-from-digest.ts';
import { packValues } from '../../../protocol/experience/pack-values.ts';
import { type Event, emit } from './case.ts';

export const GENESIS = 1_700_000_000;
export const EPOCH = 1_000;
/** Some second of an epoch. */
export const at = (epoch: number, second = 0) => GENESIS + epoch * EPOCH + second;

export const ZERO = `0x${'00'.repeat(20)}` as const;
const person = (n: number): Hex => `0x${n.toString(16).padStart(40, 'a')}`;
export const [expert, producer, alice, bob, payout, keeper] = [1, 2, 3, 4, 5, 6].map(person) as [
  Hex,
  Hex,
  Hex,
  Hex,
  Hex,
  Hex,
];
export const digest = (n: number): Hex => numberToHex(n, { size: 32 });
/** CID of the document with this digest. */
export const cid = (n: number): string => cidFromDigest(digest(n));
export const id = (...numbers: number[]): Hex => `0x${numbers.map((n) => n.toString(16).padStart(8, '0')).join('')}`;

/** Digests of the documents that events here refer to. */
export const DOCUMENTS = [1, 2, 5, 8, 9, 101, 102] as const;

export const clock = () => emit('models', 'ClockStarted', { genesis: GENESIS, epochLength: EPOCH });

/** A model of two parameters, the second sealed. */
export function model(modelId = 1): Event[] {
  const parameters = [
    [stringToHex('MOISTURE', { size: 12 }), 2, 1, -50, 200, 10, 4_000, true, false],
    [stringToHex('ASH', { size: 12 }), 0, 2, 0, 900, 20, 6_000, false, true],
  ];
  return [
    emit('models', 'ModelPublished', { modelId, expert, bond: 200n }),
    emit('models', 'RevisionPublished', { modelId, revision: 1, documentDigest: digest(modelId), parameters }),
    emit('models', 'Transfer', { from: ZERO, to: expert, tokenId: modelId }),
  ];
}

export function commodity(commodityId = 1, gtin = 0n): Event {
  const documentDigest = digest(100 + commodityId);
  const terms = { modelId: 1, gtin, feeBps: 1_500, commissionBps: 0, bond: 500n };
  return emit('commodities', 'CommodityListed', { commodityId, producer, documentDigest, ...terms });
}

/** A lot on sale for one epoch; it closes four epochs after its start. */
export function lot(lotId: number, ordinal = lotId + 1, startEpoch = 1, openClaim = -3): Event {
  const claims = packValues([openClaim, 0]);
  const sealed = digest(7);
  // Members in the order of the struct Lot.
  const struct = [1, 1, startEpoch, 1, 1, false, 2, 1_500, 0, 100, ordinal, 0, keeper, 50n, claims, sealed];
  const lotCode = stringToHex(`L-${lotId}`, { size: 20 });
  return emit('commodities', 'LotOffered', {
    lotId,
    commodityId: 1,
    modelId: 1,
    lotCode,
    lot: struct,
    documentDigest: digest(9),
  });
}

/** State as in the contract: 2 Trusted, 3 Flagged. */
export function proven(lotId: number, state: number, grade = 9_000, contested = 0): Event {
  const verdict = [state, [-3, 500], [-3, 450], [10_000, 0], grade, 7, 700n, contested];
  return emit('commodities', 'TwinProven', { lotId, commodityId: 1, verdict });
}

export const unproven = (lotId: number) => emit('commodities', 'TwinUnproven', { lotId, commodityId: 1, reports: 3 });

export function suspended(lotId: number): Event[] {
  return [
    emit('commodities', 'BondChanged', { commodityId: 1, bond: 450n }),
    emit('commodities', 'LotSuspended', { lotId, commodityId: 1, charged: 50n }),
  ];
}

/** World with a clock, a model, a commodity and lots 0 … lots − 1 in as many epochs. */
export function world(lots: number): Event[] {
  return [clock(), ...model(), commodity(), ...Array.from({ length: lots }, (_, i) => lot(i, i + 1, 1 + i))];
}

export const register = (experiencerId: number, account: Hex, profileDigest = digest(0)) =>
  emit('power', 'ExperiencerRegistered', { experiencerId, account, profileDigest });

/** Of every platform from its admission on. */
export const SIGNER = person(7);

export const admit = (platformId = 1) =>
  emit('platforms', 'PlatformAdmitted', {
    platformId,
    operator: keeper,
    signer: SIGNER,
    endpoint: 'https://relay.example',
  });

/** Of platform 1: fees 3,000 of sales 20,000, a deposit of 1,920 with the commune's 120. */
export function statement(epoch: number): Event {
  const struct = [1, epoch, 3, 1, digest(21), digest(22), 1n, digest(23)];
  const totals = { sales: 20_000n, fees: 3_000n, commissions: 100n, orders: 4n };
  const money = { deposit: 2_020n, communeShare: 120n, opensAt: at(epoch + 2) };
  return emit('settlement', 'StatementCommitted', { platformId: 1, epoch, statement: struct, ...totals, ...money });
}

export function lotOpened(epoch: number, lotId: number, late = false): Event {
  const leaf = {
    innerRoot: digest(31),
    innerDepth: 2,
    expert,
    sales: 20_000n,
    fees: 3_000n,
    commissions: 100n,
    orders: 4n,
  };
  return emit('settlement', 'LotOpened', {
    platformId: 1,
    epoch,
    lotId,
    ...leaf,
    expertShare: 300n,
    potShare: 1_500n,
    late,
  });
}

export function nominated(epoch: number, lotId: number, nomineeId: number, fees: bigint, total = fees): Event {
  const leaf = { innerRoot: digest(32), fees, orders: 2n, nominated: total };
  return emit('settlement', 'NomineeOpened', { platformId: 1, epoch, lotId, nomineeId, ...leaf });
}

export const carried = (lotId: number, added: bigint, carry: bigint) =>
  emit('settlement', 'CarryAdded', { commodityId: 1, lotId, added, carry });

export function committed(lotId: number, experiencerId: number, fee = 10n): Event {
  const hashes = { commitment: digest(41), receiptDigest: digest(42) };
  return emit('evaluations', 'ReportCommitted', { lotId, experiencerId, ...hashes, fee, bond: 6n * fee });
}

export function revealed(lotId: number, experiencerId: number, weight = 5n): Event {
  const report = { values: [-4, 510], evidenceDigest: digest(43), power: 8n, weight };
  return emit('evaluations', 'ReportRevealed', { lotId, experiencerId, ...report });
}

/** State as in the contract: 2 Final, 3 Unproven, 4 Voided. */
export function finalized(lotId: number, state: number, charge = 0n): Event {
  const outcome = state === 2 ? { base: [0, 450], kappaBps: 7_500 } : { base: [], kappaBps: 0 };
  return emit('evaluations', 'RoundFinalized', { lotId, state, scoringEpoch: 6, charge, ...outcome });
}

export function scored(lotId: number, experiencerId: number, quality: number, fees: bigint, powerEarned = 0n): Event {
  return emit('evaluations', 'ReportScored', {
    lotId,
    experiencerId,
    accuracy: quality,
    quality,
    nominated: fees,
    powerEarned,
  });
}

export function closed(lotId: number, prize: bigint, winningBucket: number, winners: number, shares: bigint): Event {
  return emit('evaluations', 'RoundClosed', { lotId, prize, winningBucket, winners, shares });
}

export function claimed(lotId: number, experiencerId: number, bond: bigint, reward: bigint, penalty = 0n): Event {
  return emit('evaluations', 'ReportClaimed', { lotId, experiencerId, account: alice, bond, reward, penalty });
}
