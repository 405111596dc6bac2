import { statSync } from 'node:fs';
import { inRoot } from '../root.mjs';
import { run } from '../run.mjs';
import { giveUp, print } from '../terminal.mjs';

/** Includes development packages whatever NODE_ENV says, because the build needs them. */
const NPM_OPTIONS = ['--include=dev', '--no-audit', '--no-fund'];

/** Installs the packages of the lock file, unless they are installed already. */
export async function installIfNeeded() {
  const installed = modifiedAt('node_modules/.package-lock.json');
  if (installed !== undefined && installed >= (modifiedAt('package-lock.json') ?? 0)) return;
  print('Installing the packages of package-lock.json (takes a minute or two, once) …');
  const { code, output } = await run('npm', ['ci', ...NPM_OPTIONS], { quiet: true });
  if (code === 0) return;
  giveUp(`${output}\nInstallation failed. See the output of npm above.`);
}

function modifiedAt(path) {
  return statSync(inRoot(path), { throwIfNoEntry: false })?.mtimeMs;
}
