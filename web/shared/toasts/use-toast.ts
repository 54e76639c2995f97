import { showToast, type ToastMessage } from './toast-store.ts';

/** Shows a short message at the edge of the page. */
export function useToast(): (toast: ToastMessage) => void {
  return showToast;
}
