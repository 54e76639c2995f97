import type { TestEvent } from './tables.ts';

interface ScheduledEvent {
  type: TestEvent['type'];
  /** Seconds after the card was given. */
  after: number;
  failure?: string;
  /** Sent so often. */
  times?: number;
}

const SOON = 0.2;
const LATE = 20;

/** Cards of the test provider, and what it tells about a payment with them, when. */
export const CARDS: Readonly<Record<string, { what: string; events: readonly ScheduledEvent[] }>> = {
  '4242424242424242': {
    what: 'succeeds',
    events: [
      { type: 'payment.processing', after: 0 },
      { type: 'payment.succeeded', after: SOON },
    ],
  },
  '4000000000000002': {
    what: 'is declined',
    events: [
      { type: 'payment.processing', after: 0 },
      { type: 'payment.declined', after: SOON, failure: 'card-declined' },
    ],
  },
  '4000000000000259': {
    what: 'succeeds late',
    events: [
      { type: 'payment.processing', after: 0 },
      { type: 'payment.succeeded', after: LATE },
    ],
  },
  '4000000000000101': {
    what: 'sends its events twice and out of order',
    events: [
      { type: 'payment.succeeded', after: 0, times: 2 },
      { type: 'payment.processing', after: SOON, times: 2 },
    ],
  },
};
