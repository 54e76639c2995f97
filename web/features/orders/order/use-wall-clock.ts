import { useEffect, useState } from 'react';

const now = () => Math.floor(Date.now() / 1000);

/** The clock on the wall in Unix seconds, ticking: reservations follow it, whatever a local chain's clock says. */
export function useWallClock(): number {
  const [time, setTime] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return time;
}
