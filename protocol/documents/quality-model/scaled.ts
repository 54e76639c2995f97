const DECIMAL = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/;

/** Whether a text is a plain decimal number: no exponent, no plus sign, no superfluous leading zero. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}

/** Digits after the point of a decimal string. */
export function fractionDigits(text: string): number {
  return DECIMAL.exec(text)?.[3]?.length ?? 0;
}

/** The integer that a decimal string is in units of 10^−decimals; what cannot be said exactly is an error. */
export function toScaled(text: string, decimals: number): number {
  const [, sign, whole, fraction = ''] = DECIMAL.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`not a decimal number: "${text}"`);
  if (fraction.length > decimals) throw new RangeError(`more than ${decimals} decimals: "${text}"`);
  const magnitude = Number(whole + fraction.padEnd(decimals, '0'));
  if (!Number.isSafeInteger(magnitude)) throw new RangeError(`too large: "${text}" with ${decimals} decimals`);
  return sign === '-' && magnitude > 0 ? -magnitude : magnitude;
}

/** The decimal string of an integer in units of 10^−decimals, with exactly that many decimals. */
export function fromScaled(scaled: number, decimals: number): string {
  if (!Number.isSafeInteger(scaled)) throw new RangeError(`not an integer: ${scaled}`);
  const digits = String(Math.abs(scaled)).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const fraction = decimals > 0 ? `.${digits.slice(point)}` : '';
  return `${scaled < 0 ? '-' : ''}${digits.slice(0, point)}${fraction}`;
}
