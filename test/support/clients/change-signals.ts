import { ChangeSignals } from '../../../src/platform/realtime/change-signals.js';
import { testConfig } from '../stores/config.js';
import { afterFile } from '../stores/engine.js';

/**
 * Creates the change signals of one process, which reach other processes through Redis if given. They are closed
 * after the last test of the file.
 */
export function createChangeSignals(redisUrl?: string): ChangeSignals {
  const signals = new ChangeSignals(testConfig({ REDIS_URL: redisUrl }));
  afterFile(async () => signals.onApplicationShutdown());
  return signals;
}
