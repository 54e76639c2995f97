import { useEffect, useState } from 'react';
import type { PressStep } from './presses.ts';

/** After so long somebody wonders whether anything still happens. */
const SLOW_MS = 8_000;

/** Whether a press has been at one step for so long that it should say what it waits for. */
export function useIsSlow(step: PressStep | null): boolean {
  const [slow, setSlow] = useState<PressStep | null>(null);
  useEffect(() => {
    setSlow(null);
    if (step === null) return;
    const timer = setTimeout(() => setSlow(step), SLOW_MS);
    return () => clearTimeout(timer);
  }, [step]);
  return step !== null && slow === step;
}
