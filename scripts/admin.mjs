import { buildIfNeeded } from './lib/build/build.mjs';
import { installIfNeeded } from './lib/build/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { runInPlace } from './lib/run.mjs';

requireNode();
await installIfNeeded();
await buildIfNeeded();
await runInPlace('dist/bundle/admin.js');
