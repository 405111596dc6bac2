import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs Redis until standard input closes, which happens too when the process that wanted it is gone in whatever way. */
const KEEPER = `
exec 3<&0
"$@" 3<&- & server=$!
( while read -r line; do :; done; kill -TERM $server ) <&3 & reader=$!
exec 3<&-
wait $server; status=$?
kill $reader 2>/dev/null
exit $status`;

/** What waits is not to be lost, and never makes room for something else. */
export const QUEUE = { appendonly: 'yes', appendfsync: 'everysec', 'maxmemory-policy': 'noeviction' };

/** What is kept can be found out again: nothing is written down, and the least used makes room. */
export const CACHE = { appendonly: 'no', maxmemory: '64mb', 'maxmemory-policy': 'allkeys-lru' };

/**
 * Starts a Redis of this machine alone.
 *
 * @param {string} program the path of redis-server
 * @param {{ port: number, folder: string, settings: Record<string, string> }} options where it listens, where it keeps its
 *   files, and what differs from its defaults: {@link QUEUE} or {@link CACHE}
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} its address, and its end
 */
export async function startRedis(program, { port, folder, settings }) {
  const all = { port: String(port), bind: '127.0.0.1', dir: folder, save: '', ...settings };
  const args = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value]);
  const keeper = spawn('/bin/sh', ['-c', KEEPER, 'keeper', program, ...args], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  const ready = new Promise((resolve) => {
    keeper.stdout.on('data', (chunk) => {
      output = (output + chunk).slice(-10_000);
      if (output.includes('Ready to accept connections')) resolve(true);
    });
    keeper.once('exit', () => resolve(false));
  });
  if (!(await ready)) throw new Error(`Redis did not start:\n${output}`);
  const stop = async () => {
    keeper.stdin.end();
    if (keeper.exitCode === null && keeper.signalCode === null) await once(keeper, 'exit');
  };
  return { url: `redis://127.0.0.1:${port}`, stop };
}
