import { existsSync, readFileSync, statSync } from 'node:fs';
import { withProgress } from '../progress.mjs';
import { inRoot } from '../root.mjs';
import { run } from '../run.mjs';
import { giveUp } from '../terminal.mjs';

/** Includes development packages whatever NODE_ENV says, because the build needs them. */
const NPM_OPTIONS = ['--include=dev', '--no-audit', '--no-fund'];

/** Installs the packages of the lock file, unless they are installed already. */
export async function installIfNeeded() {
  const installed = modifiedAt('node_modules/.package-lock.json');
  if (installed !== undefined && installed >= (modifiedAt('package-lock.json') ?? 0)) return;
  const folders = packageFolders();
  const { code, output } = await withProgress(
    `Installing ${folders.length} packages (takes a minute or two, once)`,
    () => run('npm', ['ci', ...NPM_OPTIONS], { quiet: true }),
    () => ` (${unpackedShare(folders)} unpacked)`,
  );
  if (code === 0) return;
  giveUp(`${output}\nInstallation failed. See the output of npm above.`);
}

/** Returns the folders that an installation creates on this machine. */
function packageFolders() {
  const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([folder, { optional, link }]) => folder.includes('node_modules') && !optional && !link)
    .map(([folder]) => inRoot(folder, 'package.json'));
}

function unpackedShare(folders) {
  return `${Math.floor((folders.filter((file) => existsSync(file)).length / folders.length) * 100)} %`;
}

function modifiedAt(path) {
  return statSync(inRoot(path), { throwIfNoEntry: false })?.mtimeMs;
}
