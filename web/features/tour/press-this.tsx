import { ArrowDownUp, Hand } from 'lucide-react';
import { useText } from '../../shared/i18n/use-text.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Spinner } from '../../shared/ui/spinner.tsx';
import { tourMessages } from './messages.ts';
import type { Pointed } from './use-pointed.ts';

/** Longer than that is no name of a button. */
const LABEL_MAX = 32;

interface Props {
  /** Null: nothing can be pressed yet. */
  pointed: Pointed | null;
  onShow: () => void;
}

/** Says what to press, in its own words, and leads there when it is out of sight. */
export function PressThis({ pointed, onShow }: Props) {
  const text = useText(tourMessages);
  if (!pointed || pointed.isBusy) {
    return (
      <p className="flex items-center gap-2 text-muted">
        <Spinner className="size-4 text-jade" />
        {text('tour.wait')}
      </p>
    );
  }
  const { label, isOff, isAway } = pointed;
  if (isOff) return null;
  const isName = label !== '' && label.length <= LABEL_MAX && !label.includes('\n');
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <p className="flex flex-1 items-center gap-2 font-medium">
        <Hand aria-hidden="true" className="size-4 shrink-0 text-amber" />
        {isName ? text('tour.press', { label }) : text('tour.pressRing')}
      </p>
      {isAway && (
        <Button size="small" onClick={onShow} data-tour-action="show">
          <ArrowDownUp aria-hidden="true" className="size-4" />
          {text('tour.show')}
        </Button>
      )}
    </div>
  );
}
