import { expect } from 'chai';
import type { Address } from 'viem';
import { numberToHex } from 'viem';
import type { Row } from '../index-reader.ts';
import { type Assertion, all, type Context, expectFields, one } from './context.ts';
import { byLog } from './validators.ts';

const STATES = ['NONE', 'COLLECTING', 'PENDING', 'RULED', 'CLOSED'];
const VOID = 5;
/** In which order steps of a case and of a round can come; what ends it comes once. */
const CASE_STEPS = ['OPENED', 'CHALLENGED', 'REFERRED', 'RULED', 'LAPSED', 'EXECUTED', 'MOOT'];
const ROUND_STEPS = ['OPENED', 'APPEALED', 'ARMED', 'DRAWN', 'VOID', 'COMMITTED', 'REVEALED', 'EXECUTED', 'SETTLED'];

export const historyKinds: Record<string, Assertion> = {
  async CaseChange(context, rows) {
    const { disputes } = context.commune.contracts;
    await expectLogs(context, disputes.address, rows);
    for (const row of all(context, 'Case')) {
      const { state, disputeId } = await disputes.read.caseOf([BigInt(row.number)]);
      const changes = rows.filter((change) => change.case === row.id).toSorted(byLog);
      const timesOf = (...kinds: string[]) => timesIn(changes, kinds);
      expectOrder(row.id, changes, CASE_STEPS);
      expect(changes.at(-1)?.state, row.id).to.equal(STATES[state]);
      expect(timesOf('OPENED')).to.deep.equal([row.openedAt]);
      expect(timesOf('REFERRED')).to.deep.equal(disputeId === 0n ? [] : [row.referredAt]);
      expect(timesOf(row.lapsed ? 'LAPSED' : 'RULED')).to.deep.equal(row.ruledAt === null ? [] : [row.ruledAt]);
      expect(timesOf('RULED', 'LAPSED').length).to.equal(row.ruledAt === null ? 0 : 1);
      expect(timesOf(row.moot ? 'MOOT' : 'EXECUTED')).to.deep.equal(row.closedAt === null ? [] : [row.closedAt]);
      expect(timesOf('MOOT', 'EXECUTED').length).to.equal(state === STATES.indexOf('CLOSED') ? 1 : 0);
      const asserted = changes.filter(({ kind }) => kind === 'CHALLENGED').map(({ challenge }) => challenge);
      const challenges = all(context, 'Challenge').filter((challenge) => challenge.case === row.id);
      const inOrder = challenges.toSorted((a, b) => a.ordinal - b.ordinal);
      expect(asserted).to.deep.equal(inOrder.map(({ id }) => id));
    }
    for (const { challenge, kind, transactionHash } of rows) {
      if (kind !== 'CHALLENGED') expect(challenge).to.equal(null);
      else expect(transactionHash).to.equal(one(context, 'Challenge', challenge).transactionHash);
    }
  },

  async CourtDisputeChange(context, rows) {
    const { court } = context.commune.contracts;
    await expectLogs(context, court.address, rows);
    for (const round of all(context, 'CourtRound')) {
      const dispute = one(context, 'CourtDispute', round.dispute);
      const of = await court.read.roundOf([BigInt(dispute.number), BigInt(round.index)]);
      const { ruled, openedAt, lastRound } = await court.read.disputeOf([BigInt(dispute.number)]);
      const changes = rows.filter((change) => change.round === round.id).toSorted(byLog);
      const timesOf = (...kinds: string[]) => timesIn(changes, kinds);
      // Rounds can be settled before the ruling is told.
      expectOrder(round.id, changes, ROUND_STEPS, ['EXECUTED', 'SETTLED']);
      const begun = round.index === 0 ? String(openedAt) : one(context, 'Appeal', round.id).timestamp;
      expect(timesOf(round.index === 0 ? 'OPENED' : 'APPEALED')).to.deep.equal([begun]);
      const armed = changes.filter(({ kind }) => kind === 'ARMED');
      expect(armed.at(-1)?.seedBlock ?? '0', round.id).to.equal(String(of.seedBlock));
      expect(armed.at(-1)?.timestamp ?? null).to.equal(round.armedAt);
      expect(timesOf(of.stage === VOID ? 'VOID' : 'DRAWN')).to.deep.equal(
        round.drawnAt === null ? [] : [round.drawnAt],
      );
      expect(timesOf('COMMITTED')).to.deep.equal(timesOf('COMMITTED').length === 0 ? [] : [round.commitEndsAt]);
      expect(timesOf('REVEALED')).to.deep.equal(timesOf('REVEALED').length === 0 ? [] : [round.revealEndsAt]);
      expect(timesOf('REVEALED').length).to.equal(round.stage === 'REVEALED' ? 1 : 0);
      expect(timesOf('SETTLED').length).to.equal(of.settled && of.stage !== VOID ? 1 : 0);
      const isLast = round.index === lastRound;
      expect(timesOf('EXECUTED')).to.deep.equal(ruled && isLast ? [dispute.executedAt] : []);
      expectFields('CourtDisputeChange', changes[0] as Row, { dispute: dispute.id, round: round.id });
    }
    for (const { kind, seedBlock } of rows) expect(seedBlock === null).to.equal(kind !== 'ARMED');
  },
};

/** Each step is a log entry of the contract. */
async function expectLogs({ commune }: Context, address: Address, rows: readonly Row[]): Promise<void> {
  const logs = await commune.publicClient.getLogs({ address, fromBlock: 0n });
  const blocks = new Map(
    logs.map((log) => [`${log.transactionHash}${numberToHex(log.logIndex, { size: 4 }).slice(2)}`, log.blockNumber]),
  );
  for (const { id, blockNumber, transactionHash } of rows) {
    expect(String(blocks.get(id)), id).to.equal(blockNumber);
    expect(id.startsWith(transactionHash)).to.equal(true);
  }
}

/** @param anyOrder steps that may come in another order among each other */
function expectOrder(id: string, changes: readonly Row[], steps: readonly string[], anyOrder: readonly string[] = []) {
  const places = changes.map(({ kind }) => steps.indexOf(anyOrder.includes(kind) ? (anyOrder[0] ?? kind) : kind));
  expect(places, id).to.deep.equal(places.toSorted((a, b) => a - b));
}

function timesIn(changes: readonly Row[], kinds: readonly string[]): string[] {
  return changes.filter(({ kind }) => kinds.includes(kind)).map(({ timestamp }) => timestamp);
}
