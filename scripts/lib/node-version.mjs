import { giveUp } from './terminal.mjs';

const NEEDED = [20, 19];

/** Ends with one clear sentence where Node is too old, before anything fails in a way that nobody understands. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  giveUp(`The store needs Node.js ${NEEDED.join('.')} or later; this is ${process.versions.node}.`);
}
