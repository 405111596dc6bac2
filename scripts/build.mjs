import { buildIfNeeded } from './lib/build/build.mjs';
import { requireNode } from './lib/node-version.mjs';

requireNode();
await buildIfNeeded({ force: process.argv.includes('--force') });
