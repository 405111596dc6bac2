import { requireNode } from './lib/node-version.mjs';

requireNode();
const { installIfNeeded } = await import('./lib/build/install.mjs');
const { buildIfNeeded } = await import('./lib/build/build.mjs');
await installIfNeeded();
await buildIfNeeded();
const { ClusterFailed, startCluster } = await import('./lib/cluster/cluster.mjs');
const { onNpmEnd } = await import('./lib/npm-end.mjs');
const { printError, exitWithError, print } = await import('./lib/terminal.mjs');

const DEFAULT_PORT = 3000;

let cluster;
let isStopping = false;

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(0));
onNpmEnd(() => stop(0));

try {
  const port = Number(process.env.PORT ?? DEFAULT_PORT);
  cluster = await startCluster({ port, print: printNamed, signal: stopped.signal });
  printMembers(cluster);
} catch (error) {
  if (!stopped.signal.aborted) exitWithError(error instanceof ClusterFailed ? error.message : error.stack);
}

/** Prints what runs, and stops everything if one process exits by itself. */
function printMembers({ url, api, workers }) {
  const members = [api, ...workers];
  print(`\n  ${url}\n`);
  for (const { name, pid } of members) print(`  ${name.padEnd(10)} process ${pid}`);
  print('\n  PostgreSQL and two Redis servers run with it. Ctrl-C stops everything and removes all data.\n');
  for (const { name, exited } of members) {
    void exited.then((exitStatus) => {
      if (isStopping) return;
      printError(`${name} exited with ${exitStatus}; stopping the others.`);
      void stop(1);
    });
  }
}

/** Stops the cluster in the order that loses nothing: the store before the services it depends on. */
async function stop(code) {
  if (isStopping) return;
  isStopping = true;
  stopped.abort();
  if (cluster === undefined) return;
  process.exitCode = code;
  await cluster.stop();
}

/** Prints the output of a process, each line with its name. */
function printNamed(name, text) {
  print(text.trimEnd().replace(/^/gm, `${name.padEnd(10)} `));
}
