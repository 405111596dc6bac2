import { exitWithError } from './terminal.mjs';

const MIN_VERSION = [20, 19];

/** Exits with one clear sentence if Node is too old, before anything fails in a confusing way. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > MIN_VERSION[0] || (major === MIN_VERSION[0] && minor >= MIN_VERSION[1])) return;
  exitWithError(
    `The store needs Node.js ${MIN_VERSION.join('.')} or later; this is ${process.versions.node}.`,
  );
}
