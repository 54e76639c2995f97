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

/**
 * Elements to point at, by their `data-tour` attribute; the first one that is there and visible. Buttons that send a transaction have
 * the name of the contract's function.
 */
export const HIGHLIGHTS: Readonly<Record<TourStep, readonly string[]>> = {
  twin: ['market-item'],
  offer: ['offer', 'offer-seal', 'wizard-next', 'set-price', 'offer-lot'],
  register: ['register'],
  buy: ['pay', 'buy'],
  settle: [],
  commit: ['faucet', 'commit', 'report-seal', 'measure', 'report-ready'],
  close: [],
  unseal: ['unseal', 'unseal-check'],
  reveal: ['reveal', 'report-publish'],
  judge: [],
  claim: ['claim'],
  money: ['money-flow'],
};
