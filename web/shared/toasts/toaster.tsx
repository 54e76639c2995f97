import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Spinner } from '../ui/spinner.tsx';
import { uiMessages } from '../ui/ui-messages.ts';
import { currentToasts, dismissToast, subscribeToasts, type ToastMessage } from './toast-store.ts';

const ICONS: Record<ToastMessage['kind'], React.ReactNode> = {
  busy: <Spinner className="size-5 text-jade" />,
  success: <CircleCheck aria-hidden="true" className="size-5 text-jade" />,
  error: <CircleAlert aria-hidden="true" className="size-5 text-danger" />,
  info: <Info aria-hidden="true" className="size-5 text-sky" />,
};

/** The stack of toasts; screen readers hear them when they come. */
export function Toaster() {
  const text = useText(uiMessages);
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts);
  return (
    <ol
      aria-live="polite"
      className="pointer-events-none fixed inset-x-3 bottom-[var(--toasts-bottom,6rem)] z-50 grid justify-items-end gap-2 sm:left-auto sm:w-96 lg:bottom-6"
    >
      {toasts.map(({ key, kind, title, body }) => (
        <li
          key={key}
          className="appear pointer-events-auto flex w-full items-start gap-3 rounded-xl border border-line bg-surface p-3 shadow-card"
        >
          <span className="mt-0.5">{ICONS[kind]}</span>
          <span className="min-w-0 flex-1">
            <span className="block font-medium">{title}</span>
            {body && <span className="block text-sm text-muted">{body}</span>}
          </span>
          <button
            type="button"
            aria-label={text('ui.dismiss')}
            className="grid size-8 place-items-center rounded-md text-muted hover:bg-sunken"
            onClick={() => dismissToast(key)}
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        </li>
      ))}
    </ol>
  );
}
