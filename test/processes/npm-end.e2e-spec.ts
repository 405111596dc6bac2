import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { SECOND_MS } from '../../src/platform/common/durations.js';
import { ROOT } from '../../scripts/lib/root.mjs';
import { captureOutput, waitForExit, waitUntil } from '../support/servers/processes.js';
import { afterFile, createStoreLocation, describeIf } from '../support/stores/engine.js';

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

describeIf(process.platform === 'linux')('a check', () => {
  it('ends with all its programs when npm is killed', async () => {
    const npm = spawn('npm', ['run', 'check'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'ignore'] });
    afterFile(async () => void npm.kill('SIGKILL'));
    const programs = new Map<number, string>();
    await waitUntil(async () => {
      await addDescendants(programs, npm.pid ?? 0);
      return [...programs.values()].some((command) => command.includes('eslint'));
    });

    npm.kill('SIGKILL');
    await waitForExit(npm);
    await waitUntil(async () => {
      const commands = await Promise.all([...programs.keys()].map(commandOf));
      return commands.every((command) => command === '');
    }, MAX_END_MS / SECOND_MS);
  });
});

/** Adds the processes that a process has started, with their commands. */
async function addDescendants(programs: Map<number, string>, pid: number): Promise<void> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  for (const child of children.split(' ').filter(Boolean).map(Number)) {
    programs.set(child, await commandOf(child));
    await addDescendants(programs, child);
  }
}

/** Returns the command line of a process. It is empty if the process has ended. */
function commandOf(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
}

/** Returns true if nothing listens at the address any longer. */
async function isRefused(url = ''): Promise<boolean> {
  try {
    await (await fetch(`${url}/health/live`)).text();
    return false;
  } catch (error) {
    return ((error as Error).cause as NodeJS.ErrnoException).code === 'ECONNREFUSED';
  }
}
