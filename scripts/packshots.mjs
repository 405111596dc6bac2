import { requireNode } from './lib/node-version.mjs';

/*
 * Draws the pictures of the demo's products into src/demo/pictures, where they are committed: those that are missing or
 * whose drawing or label has changed.
 *
 *   npm run packshots
 */

requireNode();
const { installIfNeeded } = await import('./lib/build/install.mjs');
await installIfNeeded();
const { buildServerIfNeeded } = await import('./lib/build/build.mjs');
await buildServerIfNeeded();
const { updatePictures } = await import('./lib/packshots/picture-files.mjs');
const { inRoot } = await import('./lib/root.mjs');
const { print } = await import('./lib/terminal.mjs');
const { DEMO_CATALOG } = await import(inRoot('dist', 'demo', 'catalog', 'demo-catalog.js'));

const { drawn, removed } = await updatePictures(DEMO_CATALOG);
print(`Drew ${drawn} pictures, removed ${removed}.`);
