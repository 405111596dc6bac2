import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Texts are sorted by code point, and LOWER knows all letters. */
const LOCALE = ['--locale=C', `--lc-ctype=${process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8'}`];

/** A server that starts logs each step. On a busy machine they take long. */
const SILENCE_TIMEOUT_MS = 120_000;

/**
 * Runs the server until standard input closes, and removes its folder. Standard input closes on stop(), and also when
 * the parent process ends in whatever way. A server that ends while the file "restart" exists is started again.
 */
const SUPERVISOR_SCRIPT = `
exec 3<&0
while :; do
  "$1/postgres" -D "$2/data" -p "$3" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
    -c shared_buffers=256MB -c max_connections=300 -c "fsync=$4" -c "synchronous_commit=$4" -c "full_page_writes=$4" \
    3<&- & server=$!
  ( while read -r line; do :; done; rm -f "$2/restart"; kill -QUIT $server; kill -CONT $server ) <&3 & reader=$!
  wait $server; status=$?
  kill $reader 2>/dev/null
  [ -e "$2/restart" ] || break
  rm -f "$2/restart"
done
rm -rf "$2"
exit $status`;

/**
 * Creates a PostgreSQL cluster in a temporary folder and starts it on a free port.
 *
 * @param {string} programs the folder with initdb and postgres
 * @param {object} [options]
 * @param {boolean} [options.isDurable] as in production; false if the data need not survive a failure of the machine
 * @returns {Promise<{ url: string, folder: string, stop: () => Promise<void> }>} the URL of its maintenance database, its
 * folder, and its stop function
 */
export async function startCluster(programs, { isDurable = true } = {}) {
  // Another process may take the free port first: the server then exits immediately, and another port is tried.
  return makeCluster(programs, isDurable).catch(() => makeCluster(programs, isDurable));
}

async function makeCluster(programs, isDurable) {
  const owner = await unprivilegedOwner();
  const folder = await mkdtemp(join(tmpdir(), 'grocery-store-postgres-'));
  try {
    if (owner !== undefined) await chown(folder, owner.uid, owner.gid);
    const settings = ['--auth=trust', '--username=postgres', '--encoding=UTF8', ...LOCALE, '--no-sync'];
    await run(join(programs, 'initdb'), ['-D', join(folder, 'data'), ...settings], { ...owner, cwd: '/' });
    return await startServer(programs, folder, { owner, isDurable });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function startServer(programs, folder, { owner, isDurable }) {
  const port = await freePort();
  const args = [programs, folder, String(port), isDurable ? 'on' : 'off'];
  const supervisor = spawn('/bin/sh', ['-c', SUPERVISOR_SCRIPT, 'keeper', ...args], {
    ...owner,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const output = await waitForConnections(url, supervisor);
  if (output !== undefined) throw new Error(`PostgreSQL did not start:\n${output}`);
  const stop = async () => {
    supervisor.ref();
    supervisor.stdin.end();
    if (supervisor.exitCode === null && supervisor.signalCode === null) await once(supervisor, 'exit');
    await rm(folder, { recursive: true, force: true });
  };
  return { url, folder, stop };
}

/** Waits until the server accepts connections. Returns its output if it does not. */
async function waitForConnections(url, supervisor) {
  let output = '';
  for (const stream of [supervisor.stdout, supervisor.stderr]) {
    stream.on('data', (chunk) => (output = (output + chunk).slice(-10_000)));
    stream.unref();
  }
  supervisor.unref();
  let outputAt = Date.now();
  for (const stream of [supervisor.stdout, supervisor.stderr])
    stream.on('data', () => (outputAt = Date.now()));
  while (supervisor.exitCode === null && Date.now() - outputAt < SILENCE_TIMEOUT_MS) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return undefined;
    } catch {
      await sleep(100);
    }
  }
  supervisor.stdin.end();
  return output;
}

/** Returns an account without rights if this process is root, because PostgreSQL refuses to run as root. */
async function unprivilegedOwner() {
  if (process.getuid?.() !== 0) return undefined;
  for (const account of ['postgres', 'nobody']) {
    try {
      return { uid: Number(await run('id', ['-u', account])), gid: Number(await run('id', ['-g', account])) };
    } catch {
      continue;
    }
  }
  throw new Error(
    'PostgreSQL does not run as root, and no unprivileged account was found. Create one named postgres.',
  );
}

async function run(program, args, options = {}) {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (errors += chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program} exited with ${code}:\n${output}${errors}`);
  return output.trim();
}

/** Returns a port of this machine that is free at present. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
