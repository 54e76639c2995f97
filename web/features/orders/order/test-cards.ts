/** Cards of the local test provider and what becomes of them. */
export const TEST_CARDS = [
  { number: '4242424242424242', outcome: 'good' },
  { number: '4000000000000002', outcome: 'declined' },
  { number: '4000000000000259', outcome: 'late' },
  { number: '4000000000000101', outcome: 'twice' },
] as const;
