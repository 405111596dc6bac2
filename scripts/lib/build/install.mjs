import { existsSync, readFileSync, statSync } from 'node:fs';
import { withProgress } from '../progress.mjs';
import { inRoot } from '../root.mjs';
import { run } from '../run.mjs';
import { exitWithError } from '../terminal.mjs';

/** Includes development packages whatever NODE_ENV says, because the build needs them. */
const NPM_OPTIONS = ['--include=dev', '--no-audit', '--no-fund'];

/**
 * Installs the packages of a lock file, unless they are installed already.
 *
 * @param {string} [folder] with the lock file, relative to the root folder
 * @param {object} [options]
 * @param {boolean} [options.isQuiet] prints nothing
 */
export async function installIfNeeded(folder = '', { isQuiet = false } = {}) {
  const installed = modifiedAt(folder, 'node_modules/.package-lock.json');
  if (installed !== undefined && installed >= (modifiedAt(folder, 'package-lock.json') ?? 0)) return;
  const manifests = packageManifests(folder);
  const install = () => run('npm', ['ci', '--prefix', inRoot(folder), ...NPM_OPTIONS], { quiet: true });
  const { code, output } = await (isQuiet
    ? install()
    : withProgress(
        `Installing ${manifests.length} packages (takes a minute or two, once)`,
        install,
        () => ` (${stateOf(manifests)})`,
      ));
  if (code === 0) return;
  exitWithError(`${output}\nInstallation failed. See the output of npm above.`);
}

/** Returns the paths of the package.json files that an installation creates on this machine. */
function packageManifests(folder) {
  const { packages } = JSON.parse(readFileSync(inRoot(folder, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, { optional, link }]) => path.includes('node_modules') && !optional && !link)
    .map(([path]) => inRoot(folder, path, 'package.json'));
}

function stateOf(manifests) {
  const unpacked = manifests.filter((file) => existsSync(file)).length;
  if (unpacked === manifests.length) return 'running install scripts';
  return `${Math.floor((unpacked / manifests.length) * 100)} % unpacked`;
}

function modifiedAt(...path) {
  return statSync(inRoot(...path), { throwIfNoEntry: false })?.mtimeMs;
}
