import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/**
 * Runs the server until standard input closes, and removes its folder: that happens when stop() says so, and also when
 * the process that wanted the server is gone in whatever way.
 */
const KEEPER = `
exec 3<&0
"$1/postgres" -D "$2/data" -p "$3" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
  -c shared_buffers=256MB -c max_connections=300 -c "fsync=$4" -c "synchronous_commit=$4" -c "full_page_writes=$4" \
  3<&- & server=$!
( while read -r line; do :; done; kill -QUIT $server ) <&3 & reader=$!
exec 3<&-
wait $server; status=$?
kill $reader 2>/dev/null
rm -rf "$2"
exit $status`;

/**
 * Makes a PostgreSQL cluster in a temporary folder and starts it on a free port.
 *
 * @param {string} programs the folder with initdb and postgres
 * @param {object} [options]
 * @param {boolean} [options.isDurable] as in production, unless nobody needs what it holds after the machine has failed
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} the address of its maintenance database, and its end
 */
export async function startCluster(programs, { isDurable = true } = {}) {
  // Another process may take the free port first: then the server ends at once, and another port is tried.
  return makeCluster(programs, isDurable).catch(() => makeCluster(programs, isDurable));
}

async function makeCluster(programs, isDurable) {
  const owner = await unprivilegedOwner();
  const folder = await mkdtemp(join(tmpdir(), 'grocery-store-postgres-'));
  try {
    if (owner !== undefined) await chown(folder, owner.uid, owner.gid);
    const settings = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C', '--no-sync'];
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
  const keeper = spawn('/bin/sh', ['-c', KEEPER, 'keeper', ...args], {
    ...owner,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const output = await accepting(url, keeper);
  if (output !== undefined) throw new Error(`PostgreSQL did not start:\n${output}`);
  const stop = async () => {
    keeper.ref();
    keeper.stdin.end();
    if (keeper.exitCode === null && keeper.signalCode === null) await once(keeper, 'exit');
    await rm(folder, { recursive: true, force: true });
  };
  return { url, stop };
}

/** Waits for the server to take connections. Gives what it printed where it does not. */
async function accepting(url, keeper) {
  let output = '';
  for (const stream of [keeper.stdout, keeper.stderr]) {
    stream.on('data', (chunk) => (output = (output + chunk).slice(-10_000)));
    stream.unref();
  }
  keeper.unref();
  for (let attempt = 0; attempt < 300 && keeper.exitCode === null; attempt++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return undefined;
    } catch {
      await sleep(100);
    }
  }
  keeper.stdin.end();
  return output;
}

/** PostgreSQL refuses to run as root: then it runs as an account without rights. */
async function unprivilegedOwner() {
  if (process.getuid?.() !== 0) return undefined;
  for (const account of ['postgres', 'nobody']) {
    try {
      return { uid: Number(await run('id', ['-u', account])), gid: Number(await run('id', ['-g', account])) };
    } catch {
      continue;
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is neither an account postgres nor nobody.');
}

async function run(program, args, options = {}) {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (errors += chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program} ended with ${code}:\n${output}${errors}`);
  return output.trim();
}

/** A port of this machine that nobody listens on at the moment. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
