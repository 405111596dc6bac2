import { SECOND_MS } from '../../../src/platform/common/durations.js';
import { sleep } from '../servers/processes.js';
import type { Client } from './client.js';

const PROBE_INTERVAL_MS = 100;
/** As load balancers do, so that one slow response changes nothing. */
const PROBES_TO_GIVE_UP = 2;
const REQUEST_PAUSE_MS = 3;

/** A request of the traffic. */
export type TrafficRequest = (client: Client) => Promise<{ readonly status: number }>;

/**
 * Requests to a store through a load balancer: a prober asks whether it is ready, and requests are sent while it is. None is
 * ever sent again. A failure is a request without a response, or with a status from 500.
 */
export class ProbedTraffic {
  /** Number of requests with a response. */
  answered = 0;
  readonly failures: string[] = [];
  private isReady = true;
  private readonly ended: Promise<unknown>;

  /**
   * Begins to send.
   *
   * @param clients number of requests at a time
   */
  constructor(
    private readonly client: Client,
    requests: readonly TrafficRequest[],
    clients: number,
  ) {
    const senders = Array.from({ length: clients }, (_, i) => this.send(requests, i));
    this.ended = Promise.all([this.probe(), ...senders]);
  }

  /** Resolves when the prober has given up, and each request has its response. */
  async end(): Promise<void> {
    await this.ended;
  }

  private async probe(): Promise<void> {
    let failedProbes = 0;
    while (failedProbes < PROBES_TO_GIVE_UP) {
      await sleep(PROBE_INTERVAL_MS);
      const isReady = await this.client.get('//health/ready').then(
        ({ status }) => status === 200,
        () => false,
      );
      failedProbes = isReady ? 0 : failedProbes + 1;
    }
    this.isReady = false;
  }

  private async send(requests: readonly TrafficRequest[], offset: number): Promise<void> {
    for (let i = offset; this.isReady; i++) {
      const startedAt = Date.now();
      try {
        const { status } = await requests[i % requests.length]!(this.client);
        if (status >= 500) this.failures.push(`status ${status}`);
        this.answered += 1;
      } catch (error) {
        const { message, cause } = error as Error;
        const seconds = ((Date.now() - startedAt) / SECOND_MS).toFixed(3);
        this.failures.push(`${message} after ${seconds} s (${String((cause as Error | undefined)?.cause)})`);
      }
      await sleep(REQUEST_PAUSE_MS);
    }
  }
}
