import { spawn } from 'node:child_process';
import { SECOND_MS } from '../../src/platform/common/durations.js';
import { ROOT } from '../../scripts/lib/root.mjs';
import { captureOutput, waitForExit, waitUntil } from '../support/servers/processes.js';
import { afterFile, createStoreLocation } from '../support/stores/engine.js';

const MAX_END_MS = 15 * SECOND_MS;

it.each(['SIGTERM', 'SIGKILL'] as const)('ends the store when npm is ended by %s', async (signal) => {
  const { dataDir, databaseUrl = '' } = await createStoreLocation();
  const npm = spawn('npm', ['start'], {
    cwd: ROOT,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      REDIS_URL: '',
      PORT: '0',
      DEMO: 'off',
      ADMIN_PASSWORD: 'Correct-horse-battery-staple',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  afterFile(async () => void npm.kill('SIGKILL'));
  const output = captureOutput(npm);
  const url = (): string | undefined => /http:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0];
  await waitUntil(() => url() !== undefined || npm.exitCode !== null);
  expect([output(), url()]).toEqual([expect.anything(), expect.any(String)]);
  expect((await fetch(`${url()}/health/live`)).status).toBe(200);

  npm.kill(signal);
  await waitForExit(npm);
  const killedAt = performance.now();
  await waitUntil(() => isRefused(url()));
  expect(performance.now() - killedAt).toBeLessThan(MAX_END_MS);
});

/** Returns true if nothing listens at the address any longer. */
async function isRefused(url = ''): Promise<boolean> {
  try {
    await (await fetch(`${url}/health/live`)).text();
    return false;
  } catch (error) {
    return ((error as Error).cause as NodeJS.ErrnoException).code === 'ECONNREFUSED';
  }
}
