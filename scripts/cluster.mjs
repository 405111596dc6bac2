import { requireNode } from './lib/node-version.mjs';

requireNode();
const { installIfNeeded } = await import('./lib/install.mjs');
const { buildIfNeeded } = await import('./lib/build.mjs');
await installIfNeeded();
await buildIfNeeded();
const { ClusterFailed, startCluster } = await import('./lib/cluster.mjs');

const DEFAULT_PORT = 3000;

let cluster;
let isStopping = false;

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(0));

try {
  const port = Number(process.env.PORT ?? DEFAULT_PORT);
  cluster = await startCluster({ port, print, signal: stopped.signal });
} catch (error) {
  if (stopped.signal.aborted) process.exit(0);
  console.error(error instanceof ClusterFailed ? error.message : error);
  process.exit(1);
}

const members = [cluster.api, ...cluster.workers];
console.log(`\n  ${cluster.url}\n`);
for (const { name, pid } of members) console.log(`  ${name.padEnd(10)} process ${pid}`);
console.log(
  '\n  PostgreSQL and both Redis run with it. Ctrl-C stops all, and removes what they have kept.\n',
);

for (const { name, ended } of members) {
  void ended.then((how) => {
    if (isStopping) return;
    console.error(`${name} ended with ${how}: the others are stopped too.`);
    void stop(1);
  });
}

/** In the order that loses nothing: the store before what it stands on. */
async function stop(code) {
  if (isStopping) return;
  isStopping = true;
  stopped.abort();
  if (cluster === undefined) return;
  await cluster.stop();
  process.exit(code);
}

/** What a process prints, each line with its name. */
function print(name, text) {
  process.stdout.write(text.trimEnd().replace(/^/gm, `${name.padEnd(10)} `) + '\n');
}
