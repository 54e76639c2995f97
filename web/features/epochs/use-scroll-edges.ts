import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

/** Nearer to an end than this counts as being there; pixels. */
const NEAR = 4;

/** On which sides of something that scrolls sideways there is more. It starts at its end, where the newest stands. */
export function useScrollEdges(ref: RefObject<HTMLElement | null>, count: number) {
  const [more, setMore] = useState({ left: false, right: false });

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is new comes at the end
  useLayoutEffect(() => {
    if (ref.current) ref.current.scrollLeft = ref.current.scrollWidth;
  }, [ref, count]);

  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const look = () => {
      const { scrollLeft, scrollWidth, clientWidth } = element;
      setMore({ left: scrollLeft > NEAR, right: scrollLeft < scrollWidth - clientWidth - NEAR });
    };
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [ref]);

  return more;
}
