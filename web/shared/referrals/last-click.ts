import { CLICK_LIFETIME, EVERY_COMMODITY } from '../../../protocol/referrals/referral-grant.ts';

export const LAST_CLICK_KEY = 'last-click';

/** The last referral link by which somebody came, as this browser remembers it; the relay's memory is what counts. */
export interface LastClick {
  readonly code: string;
  readonly recommenderId: number;
  /** {@link EVERY_COMMODITY}: all. */
  readonly commodityId: number;
  /** Chain time, Unix seconds. */
  readonly clickedAt: number;
  readonly validUntil: number;
}

export function readLastClick(found: unknown): LastClick | null {
  const click = found as Partial<LastClick> | null;
  const isClick = typeof click?.code === 'string' && typeof click.recommenderId === 'number';
  return isClick && typeof click.clickedAt === 'number' ? (click as LastClick) : null;
}

/** Whether a click still counts for an order of a commodity at a time (Unix seconds). */
export function isClickValid(click: LastClick, commodityId: number, now: number): boolean {
  const isFor = click.commodityId === EVERY_COMMODITY || click.commodityId === commodityId;
  return isFor && now < click.clickedAt + CLICK_LIFETIME && now < click.validUntil;
}
