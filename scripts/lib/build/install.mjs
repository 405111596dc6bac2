import { statSync } from 'node:fs';
import { inRoot } from '../root.mjs';
import { run } from '../run.mjs';
import { giveUp, print } from '../terminal.mjs';

/** Whatever NODE_ENV says: the packages that build the store are among those for development. */
const NPM_OPTIONS = ['--include=dev', '--no-audit', '--no-fund'];

/** Installs what the lock file names, where that has not been done yet. */
export async function installIfNeeded() {
  const installed = modifiedAt('node_modules/.package-lock.json');
  if (installed !== undefined && installed >= (modifiedAt('package-lock.json') ?? 0)) return;
  print('Installing the packages that package-lock.json names. This takes a minute or two, once.');
  const { code, output } = await run('npm', ['ci', ...NPM_OPTIONS], { quiet: true });
  if (code === 0) return;
  giveUp(`${output}\nThe packages could not be installed. See above for what npm says.`);
}

function modifiedAt(path) {
  return statSync(inRoot(path), { throwIfNoEntry: false })?.mtimeMs;
}
