import { BACKOFF, QUEUES } from '../../src/platform/queues/queues.js';
import { LEASE_MS } from '../../src/platform/background-tasks/task-leases.js';

it.each(['exports', 'imports'] as const)(
  'the attempts of %s outlive the lease of a killed worker',
  (name) => {
    const retries = Array.from({ length: QUEUES[name].attempts - 1 }, (_, i) => BACKOFF.delay * 2 ** i);
    const shortestMs = retries.reduce((sum, delay) => sum + delay * (1 - BACKOFF.jitter), 0);
    expect(shortestMs).toBeGreaterThan(1.5 * LEASE_MS);
  },
);
