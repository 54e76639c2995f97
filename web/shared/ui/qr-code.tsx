import { useMemo } from 'react';
import { encode } from 'uqr';
import { useText } from '../i18n/use-text.ts';
import { uiMessages } from './ui-messages.ts';

const QUIET_ZONE = 2;

/** A QR code of a text, dark on white in every theme: scanners want it so. `what` names it to those who do not see it. */
export function QrCode({ value, what }: { value: string; what: string }) {
  const text = useText(uiMessages);
  const { size, path } = useMemo(() => draw(value), [value]);
  return (
    <svg
      role="img"
      aria-label={text('ui.qr', { what })}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="w-full max-w-56 rounded-lg bg-white"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}

function draw(value: string): { size: number; path: string } {
  const { data, size } = encode(value, { ecc: 'M', border: QUIET_ZONE });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size, path };
}
