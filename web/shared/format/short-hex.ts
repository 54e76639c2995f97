/** The ends of a long hexadecimal or CID, enough to compare by eye. */
export function shortHex(text: string, ends = 4): string {
  const head = text.startsWith('0x') ? ends + 2 : ends;
  return text.length <= head + ends + 1 ? text : `${text.slice(0, head)}…${text.slice(-ends)}`;
}
