// Ends the children of a stack whose own process died without doing so. It reads from its standard input which processes
// there are (`+<pid> <signal>`, `-<pid>`); when that pipe closes, it ends those that are left, the last one first.
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, signalGroup } from './signal-group.ts';

const PATIENCE_MS = 5_000;
const STEP_MS = 50;

const children = new Map<number, NodeJS.Signals>();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const [, sign, pid, signal] = /^([+-])(\d+) ?(\w*)$/.exec(line) ?? [];
  if (sign === '+') children.set(Number(pid), (signal || 'SIGTERM') as NodeJS.Signals);
  else children.delete(Number(pid));
}
for (const [pid, signal] of [...children].reverse()) {
  signalGroup(pid, signal);
  for (let waited = 0; waited < PATIENCE_MS && isAlive(pid); waited += STEP_MS) await sleep(STEP_MS);
  if (isAlive(pid)) signalGroup(pid, 'SIGKILL');
}
