import { spawn } from 'node:child_process';
import { buildIfNeeded } from './lib/build/build.mjs';
import { installIfNeeded } from './lib/build/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { onNpmEnd } from './lib/npm-end.mjs';
import { ROOT, inRoot } from './lib/root.mjs';

requireNode();
await installIfNeeded();
await buildIfNeeded();

const FRONT_ENDS = [
  ['shop-ui', '5173'],
  ['admin-ui', '5174'],
];
const bin = (name) => inRoot('node_modules', '.bin', name);
const children = [];

// The compiler writes what has changed, Node restarts the server, and the front ends reload themselves.
start(bin('nest'), ['build', '--watch', '--preserveWatchOutput']);
start(process.execPath, [
  '--watch',
  '--watch-preserve-output',
  '--enable-source-maps',
  inRoot('dist', 'main.js'),
]);
for (const [workspace, port] of FRONT_ENDS) {
  start(bin('vite'), [workspace, '--port', port, '--strictPort', '--clearScreen', 'false']);
}

function start(command, args) {
  const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  child.on('exit', stop);
  children.push(child);
}

/** Stops all children when one of them ends. */
function stop() {
  for (const child of children) child.kill('SIGTERM');
}

process.on('SIGINT', stop).on('SIGTERM', stop);
onNpmEnd(stop);
