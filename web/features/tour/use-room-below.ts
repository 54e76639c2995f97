import { type RefObject, useEffect } from 'react';

const MARGIN = 24;
/** Narrower windows have the panel at their whole width, and toasts in its place. */
const PHONE = '(width < 40rem)';

/** Makes room for the panel: the end of the page does not hide behind it, and on phones toasts stand above it. */
export function useRoomBelow(panel: RefObject<HTMLElement | null>, isShown: boolean): void {
  useEffect(() => {
    const { current } = panel;
    const content = document.getElementById('content');
    if (!isShown || !current || !content) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      content.style.paddingBottom = `${current.offsetHeight + MARGIN}px`;
      if (window.matchMedia(PHONE).matches) {
        style.setProperty(
          '--toasts-bottom',
          `${window.innerHeight - current.getBoundingClientRect().top + MARGIN / 2}px`,
        );
      } else style.removeProperty('--toasts-bottom');
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
      content.style.paddingBottom = '';
      style.removeProperty('--toasts-bottom');
    };
  }, [panel, isShown]);
}
