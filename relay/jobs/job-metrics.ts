import { Counter, Histogram, type Registry } from 'prom-client';

interface JobMetrics {
  runs: Counter<'job' | 'outcome'>;
  done: Counter<'job'>;
  seconds: Histogram<'job'>;
}

const made = new WeakMap<Registry, JobMetrics>();

/** What every job is measured by; once for each registry. */
export function jobMetrics(registry: Registry): JobMetrics {
  const known = made.get(registry);
  if (known !== undefined) return known;
  const registers = [registry];
  const metrics: JobMetrics = {
    runs: new Counter({
      name: 'relay_job_runs_total',
      help: 'Runs of a job, by outcome',
      labelNames: ['job', 'outcome'],
      registers,
    }),
    done: new Counter({ name: 'relay_job_done_total', help: 'Things that a job did', labelNames: ['job'], registers }),
    seconds: new Histogram({
      name: 'relay_job_seconds',
      help: 'Duration of a run of a job',
      labelNames: ['job'],
      buckets: [0.01, 0.05, 0.2, 1, 5, 20],
      registers,
    }),
  };
  made.set(registry, metrics);
  return metrics;
}
