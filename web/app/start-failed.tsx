/** Before there is a configuration there is no language either: both are said. */
export function StartFailed({ error }: { error: unknown }) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-xl content-center gap-4 px-6">
      <h1 className="font-display text-2xl font-semibold">The app could not start · 应用未能启动</h1>
      <p lang="en">
        Its configuration did not load. The server may still be starting: reload in a moment. If it stays so, check that{' '}
        <code>/config.json</code> is there.
      </p>
      <p lang="zh-Hans">
        配置未能加载。服务器可能仍在启动：请稍后刷新。若一直如此，请检查 <code>/config.json</code> 是否存在。
      </p>
      <pre className="overflow-x-auto rounded-lg bg-sunken p-3 text-sm text-muted">{String(error)}</pre>
      <button
        type="button"
        className="min-h-11 justify-self-start rounded-lg bg-jade px-4 font-medium text-on-jade"
        onClick={() => window.location.reload()}
      >
        Reload · 刷新
      </button>
    </main>
  );
}
