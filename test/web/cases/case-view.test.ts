import { expect } from 'chai';
import { caseStatus, challengeView, demandView, inOrderOfUrgency } from '../../../web/shared/cases/case-view.ts';
import { receipt } from '../receipts/sample-receipt.ts';

const shared = {
  platform: { number: 1 },
  epoch: { number: 4 },
  challenger: { id: `0x${'11'.repeat(20)}` },
  pledge: '200000000000000',
  openedAt: '500',
  deadline: '550',
  closedAt: null,
  state: 'OPEN',
} as const;
const challenge = {
  ...shared,
  id: `0x${'aa'.repeat(32)}`,
  orderId: receipt.orderId,
  lotNumber: '7',
  quantity: '2',
  sales: '20000000',
  fee: '3000000',
  commission: '0',
  recommenderNumber: '0',
  nomineeNumber: '3',
  buyerCommitment: receipt.buyerCommitment,
} as const;
const demand = {
  ...shared,
  id: `0x${'bb'.repeat(36)}`,
  leafId: `0x${'cc'.repeat(32)}`,
  kind: 'NOMINEE',
  lotNumber: '7',
  payeeNumber: '3',
  absent: false,
  late: false,
} as const;

describe('a case of the index', () => {
  it('gives back the receipt as the contract takes it', () => {
    const view = challengeView(challenge);
    expect(view.kind === 'receipt' && view.receipt).to.deep.equal(receipt);
    expect(view.pledge).to.equal(200_000_000_000_000n);
  });

  it('gives back the leaf as the contract takes it', () => {
    const view = demandView(demand);
    expect(view.kind === 'leaf' && view.leaf).to.deep.equal({ platformId: 1, epoch: 4, kind: 1, lotId: 7, payeeId: 3 });
  });

  it('is overdue once the last second of its deadline is over', () => {
    expect(caseStatus(demandView(demand), 550)).to.equal('open');
    expect(caseStatus(demandView(demand), 551)).to.equal('overdue');
    expect(caseStatus(demandView({ ...demand, state: 'SLASHED' }), 551)).to.equal('slashed');
  });

  it('comes by urgency, closed ones last', () => {
    const closed = { ...demand, id: '0xc1', state: 'ANSWERED', closedAt: '560' } as const;
    const later = { ...demand, id: '0x1a', deadline: '600' } as const;
    const all = [demandView(closed), demandView(later), demandView(demand)];
    expect(inOrderOfUrgency(all).map(({ id }) => id)).to.deep.equal([demand.id, '0x1a', '0xc1']);
  });
});
