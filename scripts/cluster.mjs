import { requireNode } from './lib/node-version.mjs';

requireNode();
const { installIfNeeded } = await import('./lib/build/install.mjs');
const { buildIfNeeded } = await import('./lib/build/build.mjs');
await installIfNeeded();
await buildIfNeeded();
const { ClusterFailed, startCluster } = await import('./lib/cluster/cluster.mjs');
const { complain, giveUp, print } = await import('./lib/terminal.mjs');

const DEFAULT_PORT = 3000;

let cluster;
let isStopping = false;

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(0));

try {
  const port = Number(process.env.PORT ?? DEFAULT_PORT);
  cluster = await startCluster({ port, print: printNamed, signal: stopped.signal });
  introduce(cluster);
} catch (error) {
  if (!stopped.signal.aborted) giveUp(error instanceof ClusterFailed ? error.message : error.stack);
}

/** Says what runs, and stops all where one of it ends by itself. */
function introduce({ url, api, workers }) {
  const members = [api, ...workers];
  print(`\n  ${url}\n`);
  for (const { name, pid } of members) print(`  ${name.padEnd(10)} process ${pid}`);
  print('\n  PostgreSQL and both Redis run with it. Ctrl-C stops all, and removes what they have kept.\n');
  for (const { name, ended } of members) {
    void ended.then((how) => {
      if (isStopping) return;
      complain(`${name} ended with ${how}: the others are stopped too.`);
      void stop(1);
    });
  }
}

/** In the order that loses nothing: the store before what it stands on. */
async function stop(code) {
  if (isStopping) return;
  isStopping = true;
  stopped.abort();
  if (cluster === undefined) return;
  process.exitCode = code;
  await cluster.stop();
}

/** What a process prints, each line with its name. */
function printNamed(name, text) {
  print(text.trimEnd().replace(/^/gm, `${name.padEnd(10)} `));
}
