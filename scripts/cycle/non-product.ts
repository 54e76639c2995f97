/**
 * Stock codes of the *Online Retail* data sets that book something else than goods: postage (POST, DOT, C2, C3), discount (D),
 * manual entry (M), samples (S), bad debt (B), charity (CRUK), fees, adjustments, gift vouchers and tests. PADS and the DCGS
 * codes look alike but are goods.
 */
const BOOKINGS = new Set(['POST', 'DOT', 'C2', 'C3', 'D', 'M', 'S', 'B', 'CRUK', 'AMAZONFEE', 'BANK CHARGES']);
const BOOKING_FAMILY = /^(ADJUST\d*|GIFT_\d.*|TEST\d+)$/;

/** Whether a stock code (in capitals) is a booking and no good that a lot could hold. */
export function isNonProduct(stockCode: string): boolean {
  return BOOKINGS.has(stockCode) || BOOKING_FAMILY.test(stockCode);
}
