import { requireNode } from './lib/node-version.mjs';

requireNode();
const { installIfNeeded } = await import('./lib/install.mjs');
const { buildIfNeeded } = await import('./lib/build.mjs');
const { become } = await import('./lib/run.mjs');

await installIfNeeded();
await buildIfNeeded();
become('dist/main.js');
