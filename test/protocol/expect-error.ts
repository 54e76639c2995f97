import { expect } from 'chai';
import { ProtocolError, type ProtocolErrorCode } from '../../protocol/error.ts';

/** Runs `action`, which must fail with this code, and returns the error for a closer look. */
export function expectError(code: ProtocolErrorCode, action: () => unknown): ProtocolError {
  try {
    action();
  } catch (error) {
    return checked(code, error);
  }
  return expect.fail(`${code} expected, nothing thrown`);
}

/** `expectError` for promises. */
export async function expectRejection(code: ProtocolErrorCode, promise: Promise<unknown>): Promise<ProtocolError> {
  try {
    await promise;
  } catch (error) {
    return checked(code, error);
  }
  return expect.fail(`${code} expected, nothing thrown`);
}

function checked(code: ProtocolErrorCode, error: unknown): ProtocolError {
  expect(error).to.be.instanceOf(ProtocolError);
  const found = error as ProtocolError;
  expect(found.code).to.equal(code);
  return found;
}
