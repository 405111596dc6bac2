import { ChangeSignals } from '../../../src/platform/realtime/change-signals.js';
import { testConfig } from '../stores/config.js';
import { afterwards } from '../stores/engine.js';

/** The hints of one process, which reach others where there is a Redis. It is shut after the last test of the file. */
export function newLive(redisUrl?: string): ChangeSignals {
  const live = new ChangeSignals(testConfig({ REDIS_URL: redisUrl }));
  afterwards(async () => live.onApplicationShutdown());
  return live;
}
