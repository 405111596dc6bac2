import { Logger, type INestApplicationContext } from '@nestjs/common';
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { SECOND_MS } from '../platform/common/durations.js';
import { TimeoutError, withTimeout } from '../platform/common/with-timeout.js';
import { stopListening } from '../platform/http/plugins/graceful-shutdown.js';
import { Serving } from '../platform/http/serving.js';
import { EventStreams } from '../platform/realtime/event-streams.js';
import { BackgroundRunner } from './background-runner.js';
import { exitWithError } from './exit-with-error.js';

/** How long requests and jobs in progress may take to finish. */
const WORK_TIMEOUT_MS = 5 * SECOND_MS;

/** Limit of everything after the delay. What has not ended by then waits for something that is away, such as PostgreSQL. */
const TIMEOUT_MS = 6.5 * SECOND_MS;

/** How a process that serves HTTP turns its clients away. */
export interface ServedProgram {
  readonly server: Server;
  /** Time in which a load balancer notices that the process is not ready, in milliseconds. */
  readonly delayMs: number;
}

/**
 * Shuts the program down on SIGTERM or SIGINT, and ends the process with 0.
 *
 * A process that serves first says that it is not ready, and serves all the same until the delay is over. SIGINT, which a
 * person at a terminal sends, skips the delay. Then nothing new begins: no connection, no job. What is in progress may
 * finish. After the limit the process ends in any case: an open transaction is rolled back, and another process takes over
 * its jobs, as after a crash.
 */
export function shutDownOnSignals(app: INestApplicationContext, served?: ServedProgram): void {
  const impatience = new AbortController();
  let isEnding = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (signal === 'SIGINT') impatience.abort();
    if (isEnding) return;
    isEnding = true;
    // A package's timer would keep the process alive although everything is closed.
    shutDown(app, served, impatience.signal).then(() => process.exit(0), exitWithError);
  };
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal);
}

async function shutDown(
  app: INestApplicationContext,
  served: ServedProgram | undefined,
  impatience: AbortSignal,
): Promise<void> {
  if (served?.server.listening === true) {
    app.get(Serving, { strict: false }).end();
    await sleep(served.delayMs, undefined, { signal: impatience }).catch(() => undefined);
  }
  try {
    await withTimeout(TIMEOUT_MS, close(app, served));
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    new Logger('Shutdown').warn('Something did not respond in time. The process ends without it.');
  }
}

/** Everything ends at the same time: requests, event streams, jobs. The rest closes when nothing uses it any more. */
async function close(app: INestApplicationContext, served: ServedProgram | undefined): Promise<void> {
  await Promise.all([
    served?.server.listening === true ? stopListening(served.server, WORK_TIMEOUT_MS) : undefined,
    app.get(EventStreams, { strict: false }).close(),
    app.get(BackgroundRunner, { strict: false }).stop(WORK_TIMEOUT_MS),
  ]);
  await app.close();
}
