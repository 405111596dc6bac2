import { Injectable, Logger } from '@nestjs/common';
import { setTimeout } from 'node:timers/promises';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds. A list takes about one millisecond, and signing in some hundred. */
const DURATIONS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const MILLISECONDS_TO_ANSWER = 2000;

/** A figure that is found out whenever somebody asks for the metrics. */
export interface Figure {
  /** A gauge goes up and down, a counter only grows for as long as the process runs. */
  readonly kind: 'gauge' | 'counter';
  /** In Prometheus's manner: `grocery_store_outbox_open_events`. */
  readonly name: string;
  /** What it says, in a sentence. */
  readonly help: string;
  readonly read: () => Promise<number> | number;
}

/** All that Prometheus is told of this process. Whatever has a figure to show hands it over once, at start. */
@Injectable()
export class Metrics {
  private readonly logger = new Logger(Metrics.name);
  private readonly registry = new Registry();

  /** How long each request took, in seconds, by the route's pattern: each address would be a series of its own. */
  readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took until their answer was sent.',
    labelNames: ['method', 'route', 'status'],
    buckets: DURATIONS,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Shows a figure from now on. */
  show({ kind, name, help, read }: Figure): void {
    const find = (): Promise<number> => this.found(name, read);
    const options = { name, help, registers: [this.registry] };
    if (kind === 'gauge') {
      const gauge: Gauge = new Gauge({ ...options, collect: async () => gauge.set(await find()) });
      return;
    }
    const counter: Counter = new Counter({
      ...options,
      collect: async () => {
        const value = await find();
        // A counter cannot be no number: it stays what it was.
        if (Number.isNaN(value)) return;
        counter.reset();
        counter.inc(value);
      },
    });
  }

  /** Everything, as Prometheus reads it. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  /** A figure that cannot be told now is no number, and all the others are told nevertheless. */
  private async found(name: string, read: Figure['read']): Promise<number> {
    const patience = new AbortController();
    const tooLate = setTimeout(MILLISECONDS_TO_ANSWER, NaN, { signal: patience.signal }).catch(() => NaN);
    try {
      return await Promise.race([read(), tooLate]);
    } catch (error) {
      this.logger.warn(`${name} could not be told: ${String(error)}`);
      return NaN;
    } finally {
      patience.abort();
    }
  }
}
