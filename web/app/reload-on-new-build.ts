const LAST_RELOAD = 'commune:reloaded-for-new-build';
const APART_MS = 10_000;

/** A tab that was open while the page was built anew asks for files that are gone: one reload gets the new ones. */
export function reloadOnNewBuild(): void {
  window.addEventListener('vite:preloadError', (event) => {
    // A file that is missing in the new build, too, must not reload for ever; then the error shows.
    if (Date.now() - Number(sessionStorage.getItem(LAST_RELOAD) ?? 0) < APART_MS) return;
    sessionStorage.setItem(LAST_RELOAD, String(Date.now()));
    event.preventDefault();
    window.location.reload();
  });
}
