import { type ReactNode, useEffect } from 'react';

interface Props {
  /** Also the title of the browser's tab. */
  title: string;
  intro?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

const SITE = '可信商业数字公社 · Trusted Commerce Commune';

/** Sets the title of the browser's tab. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} – ${SITE}` : SITE;
  }, [title]);
}

/** Frame of a page: one h1, what it is for, what can be done. */
export function Page({ title, intro, actions, children }: Props) {
  usePageTitle(title);
  return (
    <div className="container-page grid gap-8 py-8 sm:py-12">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="grid max-w-3xl gap-2">
          <h1 className="font-display text-3xl font-semibold tracking-tight sm:text-4xl">{title}</h1>
          {intro && <p className="text-lg text-muted">{intro}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-3 empty:hidden">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
