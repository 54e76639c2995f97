import { type RefObject, useEffect } from 'react';

const MARGIN = 24;
/** Narrower windows have the panel at their whole width, and toasts in its place. */
const PHONE = '(width < 40rem)';

/** Makes room for the panel: it stands on the clock's bar, the end of the page does not hide behind it, on phones toasts stand above it. */
export function useRoomBelow(panel: RefObject<HTMLElement | null>, isShown: boolean): void {
  useEffect(() => {
    const { current } = panel;
    const content = document.getElementById('content');
    const clock = document.querySelector<HTMLElement>('[data-clock-bar]');
    if (!isShown || !current || !content) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      if (clock) style.setProperty('--clock-height', `${clock.offsetHeight}px`);
      content.style.paddingBottom = `${current.offsetHeight + MARGIN}px`;
      if (window.matchMedia(PHONE).matches) {
        const above = window.innerHeight - current.getBoundingClientRect().top + MARGIN / 2;
        style.setProperty('--toasts-bottom', `${above}px`);
      } else style.removeProperty('--toasts-bottom');
    });
    for (const element of [current, clock]) if (element) observer.observe(element);
    return () => {
      observer.disconnect();
      content.style.paddingBottom = '';
      for (const name of ['--clock-height', '--toasts-bottom']) style.removeProperty(name);
    };
  }, [panel, isShown]);
}
