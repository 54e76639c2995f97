export interface ToastMessage {
  /** A later toast with the same key takes the place of an earlier one. */
  readonly key: string;
  readonly kind: 'busy' | 'success' | 'error' | 'info';
  readonly title: string;
  readonly body?: string;
}

/** Errors and things under way stay until they end or are dismissed. */
const SHOWN_MS = 6_000;

let toasts: readonly ToastMessage[] = [];
const listeners = new Set<() => void>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();

export function showToast(toast: ToastMessage): void {
  clearTimeout(timers.get(toast.key));
  const isShown = toasts.some(({ key }) => key === toast.key);
  set(isShown ? toasts.map((one) => (one.key === toast.key ? toast : one)) : [...toasts, toast]);
  if (toast.kind === 'success' || toast.kind === 'info') {
    timers.set(
      toast.key,
      setTimeout(() => dismissToast(toast.key), SHOWN_MS),
    );
  }
}

export function dismissToast(key: string): void {
  clearTimeout(timers.get(key));
  timers.delete(key);
  set(toasts.filter((toast) => toast.key !== key));
}

export function currentToasts(): readonly ToastMessage[] {
  return toasts;
}

export function subscribeToasts(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function set(next: readonly ToastMessage[]): void {
  toasts = next;
  for (const changed of listeners) changed();
}
