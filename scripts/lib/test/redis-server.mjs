import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs Redis until standard input closes. That also happens when the parent process ends in whatever way. */
const SUPERVISOR_SCRIPT = `
exec 3<&0
"$@" 3<&- & server=$!
echo "pid $server"
( while read -r line; do :; done; kill -TERM $server ) <&3 & reader=$!
exec 3<&-
wait $server; status=$?
kill $reader 2>/dev/null
exit $status`;

/** Settings for jobs: they are persisted and never evicted. */
export const QUEUE = { appendonly: 'yes', appendfsync: 'everysec', 'maxmemory-policy': 'noeviction' };

/** Settings for the cache: nothing is persisted, and the least used entries are evicted. */
export const CACHE = { appendonly: 'no', maxmemory: '64mb', 'maxmemory-policy': 'allkeys-lru' };

/**
 * Starts a Redis that only this machine can reach. It does not keep this process running.
 *
 * @param {string} program the path of redis-server
 * @param {{ port: number, folder: string, settings: Record<string, string> }} options its port, its data folder, and
 * the settings that differ from the defaults: {@link QUEUE} or {@link CACHE}
 * @returns {Promise<{ url: string, pid: number, stop: () => Promise<void> }>} its URL, its process ID, and its stop
 * function
 */
export async function startRedis(program, { port, folder, settings }) {
  const all = { port: String(port), bind: '127.0.0.1', dir: folder, save: '', ...settings };
  const args = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value]);
  const supervisor = spawn('/bin/sh', ['-c', SUPERVISOR_SCRIPT, 'keeper', program, ...args], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  const ready = new Promise((resolve) => {
    supervisor.stdout.on('data', (chunk) => {
      output = (output + chunk).slice(-10_000);
      if (output.includes('Ready to accept connections')) resolve(true);
    });
    supervisor.once('exit', () => resolve(false));
  });
  if (!(await ready)) throw new Error(`Redis did not start:\n${output}`);
  for (const handle of [supervisor, supervisor.stdin, supervisor.stdout]) handle.unref();
  const stop = async () => {
    supervisor.ref();
    supervisor.stdin.end();
    if (supervisor.exitCode === null && supervisor.signalCode === null) await once(supervisor, 'exit');
  };
  return { url: `redis://127.0.0.1:${port}`, pid: Number(/^pid (\d+)/.exec(output)[1]), stop };
}
