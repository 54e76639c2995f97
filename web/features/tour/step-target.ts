import type { TourStep } from './tour-steps.ts';

export interface TargetFacts {
  readonly commodityNumber: number | undefined;
  readonly lotNumber: number | undefined;
  readonly moneyEpoch: number | undefined;
}

/** Page on which a step is done; null where only time has to pass, or while it is not known yet. */
export function stepTarget(step: TourStep, { commodityNumber, lotNumber, moneyEpoch }: TargetFacts): string | null {
  const lot = lotNumber === undefined ? null : String(lotNumber);
  switch (step) {
    case 'twin':
      return '/market';
    case 'offer':
      // On chain, but nobody can buy it before it has a price.
      if (lot) return `/produce/lots/${lot}`;
      return commodityNumber === undefined ? null : `/produce/commodities/${commodityNumber}/offer?example=true`;
    case 'register':
      return '/experience';
    case 'buy':
      return lot && `/checkout/${lot}`;
    case 'commit':
    case 'reveal':
    case 'claim':
      return lot && `/experience/${lot}`;
    case 'unseal':
      return lot && `/produce/lots/${lot}`;
    case 'money':
      return moneyEpoch === undefined ? '/epochs' : `/epochs/${moneyEpoch}`;
    default:
      return null;
  }
}

const OFFER = /^\/produce\/commodities\/\d+\/offer$/;

/** Whether a path is the page of a step. @param target of {@link stepTarget} */
export function isOnTarget(step: TourStep, target: string | null, path: string): boolean {
  // The page of products, and every other one that shows them.
  if (step === 'twin') return path === '/' || path === '/market';
  // Where it was offered, its price is named, too.
  if (step === 'offer' && OFFER.test(path)) return true;
  // From the checkout on he is led by the order.
  if (step === 'buy' && path.startsWith('/orders/')) return true;
  return target !== null && target.split('?')[0] === path;
}

/**
 * Elements to point at, by their `data-tour` attribute; the first one that is there and visible. Buttons that send a transaction have
 * the name of the contract's function.
 */
export const HIGHLIGHTS: Readonly<Record<TourStep, readonly string[]>> = {
  twin: ['market-item'],
  offer: ['offer', 'offer-seal', 'topUpBond', 'wizard-next', 'set-price'],
  register: ['register'],
  buy: ['pay', 'buy', 'sign-in'],
  settle: [],
  commit: ['faucet', 'commit', 'report-seal', 'measure', 'report-ready', 'sign-in'],
  close: [],
  unseal: ['unseal', 'unseal-check'],
  reveal: ['reveal', 'report-publish', 'sign-in'],
  judge: [],
  claim: ['claim', 'sign-in'],
  money: ['money-flow'],
};
