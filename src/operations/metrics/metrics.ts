import { Injectable, Logger } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { SECOND_MS } from '../../platform/common/durations.js';
import { withTimeout } from '../../platform/common/with-timeout.js';

/** Buckets in seconds. A list takes about one millisecond, signing in about a hundred. */
const DURATIONS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A metric that takes longer is exported as NaN. */
const READ_TIMEOUT_MS = 2 * SECOND_MS;

/** A metric that is read at each scrape. */
export interface StoreMetric {
  /** A gauge goes up and down; a counter only grows while the process runs. */
  readonly kind: 'gauge' | 'counter';
  /** Prometheus name, such as `grocery_store_outbox_open_events`. */
  readonly name: string;
  /** Description, as a sentence. */
  readonly help: string;
  readonly read: () => Promise<number> | number;
}

/** Metrics of this process for Prometheus. Features register theirs once, at start. */
@Injectable()
export class Metrics {
  private readonly logger = new Logger(Metrics.name);
  private readonly registry = new Registry();

  /** Request durations in seconds, by route pattern: labels by URL would be unbounded. */
  readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of requests until the response was sent.',
    labelNames: ['method', 'route', 'status'],
    buckets: DURATIONS,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Registers a metric. */
  register({ kind, name, help, read }: StoreMetric): void {
    const current = (): Promise<number> => this.readOrNaN(name, read);
    const options = { name, help, registers: [this.registry] };
    if (kind === 'gauge') {
      const gauge: Gauge = new Gauge({ ...options, collect: async () => gauge.set(await current()) });
      return;
    }
    const counter: Counter = new Counter({
      ...options,
      collect: async () => {
        const value = await current();
        // A counter cannot be NaN: it keeps its value.
        if (Number.isNaN(value)) return;
        counter.reset();
        counter.inc(value);
      },
    });
  }

  /** Returns all metrics in Prometheus's text format. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  /** Returns NaN if the metric cannot be read now, so that the others are exported all the same. */
  private async readOrNaN(name: string, read: StoreMetric['read']): Promise<number> {
    try {
      return await withTimeout(READ_TIMEOUT_MS, Promise.resolve(read()));
    } catch (error) {
      this.logger.warn(`${name} could not be read: ${String(error)}`);
      return NaN;
    }
  }
}
