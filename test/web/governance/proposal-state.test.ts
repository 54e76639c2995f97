import { expect } from 'chai';
import {
  EMERGENCY_GRACE_PERIOD_S,
  GRACE_PERIOD_S,
  isOpen,
  nextMoment,
  type ProposalTimes,
  proposalState,
} from '../../../web/features/governance/proposal-state.ts';

const [START, END, ETA] = [1_000, 2_000, 3_000];

const proposal = (facts: Partial<ProposalTimes> = {}): ProposalTimes => ({
  stage: 'PROPOSED',
  decisionClass: 'PARAMETER',
  voteStart: String(START),
  voteEnd: String(END),
  eta: null,
  passing: false,
  ...facts,
});

describe('state of a proposal', () => {
  it('waits up to its snapshot, and is voted on up to its last second', () => {
    expect(proposalState(proposal(), START)).to.equal('pending');
    expect(proposalState(proposal(), START + 1)).to.equal('active');
    expect(proposalState(proposal(), END)).to.equal('active');
    expect(proposalState(proposal(), END + 1)).to.equal('defeated');
  });

  it('is passed where it passes, and expires when nobody queues it', () => {
    const passed = proposal({ passing: true });
    expect(proposalState(passed, END + 1)).to.equal('succeeded');
    expect(proposalState(passed, END + GRACE_PERIOD_S)).to.equal('succeeded');
    expect(proposalState(passed, END + GRACE_PERIOD_S + 1)).to.equal('expired');
  });

  it('is queued until it expires after its time has come', () => {
    const queued = proposal({ stage: 'QUEUED', passing: true, eta: String(ETA) });
    expect(proposalState(queued, ETA - 1)).to.equal('queued');
    expect(proposalState(queued, ETA + GRACE_PERIOD_S)).to.equal('queued');
    expect(proposalState(queued, ETA + GRACE_PERIOD_S + 1)).to.equal('expired');
  });

  it('stays executed or cancelled whatever the time', () => {
    expect(proposalState(proposal({ stage: 'EXECUTED' }), START)).to.equal('executed');
    expect(proposalState(proposal({ stage: 'CANCELED' }), ETA)).to.equal('canceled');
  });

  it('is open as long as something can come of it', () => {
    expect(['pending', 'active', 'succeeded', 'queued'].every((state) => isOpen(state as 'pending'))).to.equal(true);
    expect(['defeated', 'expired', 'executed', 'canceled'].some((state) => isOpen(state as 'expired'))).to.equal(false);
  });

  it('waits for its vote, its queue, its time and its execution', () => {
    expect(nextMoment(proposal(), START)).to.deep.equal({ what: 'begins', at: START + 1 });
    expect(nextMoment(proposal(), END)).to.deep.equal({ what: 'ends', at: END + 1 });
    expect(nextMoment(proposal(), END + 1)).to.equal(null);
    const passed = { passing: true };
    const until = END + GRACE_PERIOD_S;
    expect(nextMoment(proposal(passed), END + 1)).to.deep.equal({ what: 'queueUntil', at: until });
    const emergency = proposal({ ...passed, decisionClass: 'EMERGENCY' });
    const soon = END + EMERGENCY_GRACE_PERIOD_S;
    expect(nextMoment(emergency, END + 1)).to.deep.equal({ what: 'executeUntil', at: soon });
    expect(proposalState(emergency, soon)).to.equal('succeeded');
    expect(proposalState(emergency, soon + 1)).to.equal('expired');
    const queued = proposal({ ...passed, stage: 'QUEUED', eta: String(ETA) });
    expect(nextMoment(queued, ETA - 1)).to.deep.equal({ what: 'executeFrom', at: ETA });
    expect(nextMoment(queued, ETA)).to.deep.equal({ what: 'executeUntil', at: ETA + GRACE_PERIOD_S });
  });
});
