import { isAddressEqual } from 'viem';
import { epochAt } from '../../protocol/clock/epoch-at.ts';
import type { Problem } from '../api/problem.ts';
import type { ProblemCode } from '../api/problem-codes.ts';
import { NoSignerKey, signerFor } from '../receipts/signer-of.ts';
import type { Relay } from '../relay.ts';
import { ProblemError } from '../server/problem-error.ts';
import { type PlatformState, platformState } from './platform-state.ts';

/** Why orders that are placed now could not be settled. */
export interface OrderObstacle {
  code: Extract<ProblemCode, `platform-${string}` | 'signer-key-missing'>;
  values: NonNullable<Problem['values']>;
}

/** Null: the platform may take orders. */
export async function orderObstacle(relay: Relay): Promise<OrderObstacle | null> {
  const state = await platformState(relay);
  return ofState(relay, state) ?? (await ofSigner(relay, state?.epoch ?? 0));
}

/** @throws ProblemError when orders that are placed now could not be settled */
export async function checkMayTakeOrders(relay: Relay): Promise<void> {
  const obstacle = await orderObstacle(relay);
  if (obstacle !== null) throw new ProblemError(obstacle.code, obstacle.values);
}

function ofState({ chain }: Relay, state: PlatformState | null): OrderObstacle | null {
  const { platformId, operator, clock } = chain;
  if (state === null) return { code: 'platform-not-admitted', values: { platformId } };
  if (!isAddressEqual(state.operator, operator.address)) {
    return { code: 'platform-operator-differs', values: { platformId, operator: state.operator } };
  }
  if (state.suspendedSince !== null) {
    return { code: 'platform-suspended', values: { platformId, epoch: epochAt(clock, state.suspendedSince) } };
  }
  const { cover, required } = state;
  if (cover < required) {
    return { code: 'platform-bond-too-low', values: { platformId, cover: `${cover}`, required: `${required}` } };
  }
  return null;
}

async function ofSigner(relay: Relay, epoch: number): Promise<OrderObstacle | null> {
  try {
    await signerFor(relay, epoch);
    return null;
  } catch (error) {
    if (!(error instanceof NoSignerKey)) throw error;
    return { code: 'signer-key-missing', values: { epoch, signer: error.signer } };
  }
}
