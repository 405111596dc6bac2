import { requireNode } from './lib/node-version.mjs';

requireNode();
const { installIfNeeded } = await import('./lib/build/install.mjs');
const { buildIfNeeded } = await import('./lib/build/build.mjs');
const { runInPlace } = await import('./lib/run.mjs');

await installIfNeeded();
await buildIfNeeded();
// `npm start` runs everything in one process; `start:api` and `start:worker` split the work, on PostgreSQL and Redis.
const [role = process.env.ROLE ?? 'all'] = process.argv.slice(2);
process.env.ROLE = role;
await runInPlace(role === 'worker' ? 'dist/bundle/worker.js' : 'dist/bundle/main.js');
