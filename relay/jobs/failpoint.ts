const [target, countdown = '1'] = (process.env.RELAY_FAILPOINT ?? '').split(':');
let remaining = Number(countdown);

/**
 * A named place at which a test lets the process die as if the power had failed. Does nothing unless the environment says
 * `RELAY_FAILPOINT=<name>`, or `<name>:<n>` for the n-th time.
 */
export function failpoint(name: string): void {
  if (target !== name) return;
  remaining -= 1;
  if (remaining === 0) process.kill(process.pid, 'SIGKILL');
}
