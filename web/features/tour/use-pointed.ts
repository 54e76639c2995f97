import { useEffect, useRef, useState } from 'react';
import { freeZone, isApart, type Rectangle } from './pointing.ts';

const LOOK_MS = 120;
/** Where in the free part of the window it is brought: near the top, since toasts stand at the bottom. */
const PLACE = 0.35;
/** Pixels. */
const ELSEWHERE = 24;
/** What moves so soon after a press of the visitor's moves because of it. */
const OWN_DOING_MS = 1_500;

export interface Pointed {
  readonly box: Rectangle;
  /** What stands on it; empty for a picture. */
  readonly label: string;
  /** Something is under way. */
  readonly isBusy: boolean;
  /** It takes no press, and the page says why. */
  readonly isOff: boolean;
  /** Scrolled away, or behind the panel. */
  readonly isAway: boolean;
}

/**
 * The element to press now, watched, and how to bring it into sight. It is brought there by itself when it is a new one or the page has put it
 * elsewhere; who scrolls away, opens something or types is left in peace.
 *
 * @param names `data-tour` attributes, the most wanted first
 * @param panel what stands in front of the page
 */
export function usePointed(names: readonly string[], panel: { readonly current: HTMLElement | null }) {
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const shown = useRef<{ element: HTMLElement; place: number } | null>(null);
  const resting = useRef<number | null>(null);
  const touchedAt = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    const touch = ({ target }: PointerEvent) => {
      const isAsked = target instanceof Element && target.closest('[data-tour], [data-tour-action]') !== null;
      if (!isAsked) touchedAt.current = performance.now();
    };
    const look = () => {
      const element = findPointed(names);
      if (element) follow(element);
      else {
        shown.current = null;
        setPointed(null);
      }
    };
    const follow = (element: HTMLElement) => {
      const box = element.getBoundingClientRect();
      const zone = freeZone(window, panel.current?.getBoundingClientRect());
      const isAway = isApart(box, zone);
      const place = Math.round(box.top + window.scrollY);
      const isSameOne = shown.current?.element === element;
      const isKnown = isSameOne && Math.abs((shown.current?.place ?? 0) - place) < ELSEWHERE;
      // It has to rest first: what is loaded above moves it.
      if (!isKnown && resting.current === place && !isTyping()) {
        shown.current = { element, place };
        const isOwnDoing = isSameOne && performance.now() - touchedAt.current < OWN_DOING_MS;
        if (isAway && !isOwnDoing) bringUp(box, zone);
      }
      resting.current = place;
      const isBusy = element.ariaBusy === 'true';
      const isOff = !isBusy && element instanceof HTMLButtonElement && element.disabled;
      const seen = { label: element.innerText.trim(), isBusy, isOff, isAway };
      setPointed((before) => (before && isSame(before, { box, ...seen }) ? before : { box: copy(box), ...seen }));
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    window.addEventListener('pointerdown', touch, { passive: true });
    return () => {
      clearInterval(timer);
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
      window.removeEventListener('pointerdown', touch);
    };
  }, [names, panel]);

  const show = () => {
    const element = findPointed(names);
    if (element) bringUp(element.getBoundingClientRect(), freeZone(window, panel.current?.getBoundingClientRect()));
  };
  return { pointed, show };
}

/** The first element of these names that is seen on the page. */
function findPointed(names: readonly string[]): HTMLElement | undefined {
  const all = names.flatMap((name) => [...document.querySelectorAll<HTMLElement>(`[data-tour="${name}"]`)]);
  return all.find((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0;
  });
}

function bringUp(box: Rectangle, zone: Rectangle): void {
  const isTall = box.height > zone.height;
  const top = isTall ? box.top - zone.top : box.top - zone.top - (zone.height - box.height) * PLACE;
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  window.scrollBy({ top, behavior: isCalm ? 'instant' : 'smooth' });
}

function isTyping(): boolean {
  return document.activeElement?.matches('input:not([type=radio], [type=checkbox]), textarea, select') ?? false;
}

function isSame(one: Pointed, other: Pointed): boolean {
  const [a, b] = [one.box, other.box];
  const isInPlace = a.top === b.top && a.left === b.left && a.width === b.width && a.height === b.height;
  const isAlike = one.isBusy === other.isBusy && one.isOff === other.isOff && one.isAway === other.isAway;
  return isInPlace && isAlike && one.label === other.label;
}

function copy({ top, left, width, height }: Rectangle): Rectangle {
  return { top, left, width, height };
}
