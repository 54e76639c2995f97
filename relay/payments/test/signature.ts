import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Hex } from 'viem';

export const SIGNATURE_HEADER = 'test-signature';
/** An older signature may be a replay (seconds). */
const TOLERANCE = 300;

/** What provider and relay share; from the operator's key, so that a restart does not change it. */
export function testSecrets(operatorKey: Hex) {
  const derive = (purpose: string) =>
    createHash('sha256').update(`test provider ${purpose} ${operatorKey}`).digest('hex');
  return { webhookSecret: derive('webhook'), apiKey: derive('api') };
}

/** `t=<Unix seconds>,v1=<HMAC-SHA-256 over t.body>` */
export function signBody(secret: string, body: string, time: number): string {
  return `t=${time},v1=${hmac(secret, `${time}.${body}`).toString('hex')}`;
}

/** Whether the header was made for these bytes with the secret, not long ago. */
export function isSigned(secret: string, body: Buffer, header: unknown, now: number): boolean {
  const [, time, given] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(String(header)) ?? [];
  if (time === undefined || given === undefined || Math.abs(now - Number(time)) > TOLERANCE) return false;
  return timingSafeEqual(Buffer.from(given, 'hex'), hmac(secret, Buffer.concat([Buffer.from(`${time}.`), body])));
}

function hmac(secret: string, content: string | Buffer): Buffer {
  return createHmac('sha256', secret).update(content).digest();
}
