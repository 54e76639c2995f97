import type { OrderRequest } from '../../../../relay/api/orders.ts';

/** What was typed about where to deliver. */
export interface DeliveryDraft {
  readonly recipient: string;
  readonly address: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

export const NO_DELIVERY: DeliveryDraft = { recipient: '', address: '', country: 'CN' };

/** Countries of the list, as goods come from and go to; ISO 3166-1 alpha-2. */
export const COUNTRIES = [
  ['CN', 'HK', 'MO', 'TW', 'SG', 'MY', 'JP', 'KR', 'TH', 'VN', 'ID', 'PH', 'IN', 'AE', 'AU', 'NZ'],
  ['GB', 'IE', 'DE', 'FR', 'ES', 'IT', 'PT', 'NL', 'BE', 'AT', 'CH', 'SE', 'NO', 'DK', 'FI', 'PL'],
  ['US', 'CA', 'MX', 'BR', 'AR', 'CL', 'ZA', 'KE', 'NG', 'EG'],
].flat();

export type DeliveryAnswer =
  | { readonly delivery: OrderRequest['delivery'] }
  | { readonly problem: 'missing' | 'incomplete' };

/** The delivery of an order out of a draft. Where nothing is really sent it may stay empty. */
export function deliveryOf({ recipient, address, country }: DeliveryDraft, isOptional: boolean): DeliveryAnswer {
  const [name, street] = [recipient.trim(), address.trim()];
  if (name && street) return { delivery: { recipient: name, address: street, country } };
  if (name || street) return { problem: 'incomplete' };
  return isOptional ? { delivery: undefined } : { problem: 'missing' };
}
