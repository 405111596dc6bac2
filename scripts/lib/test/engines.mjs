import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const DEBIAN_FOLDER = '/usr/lib/postgresql';
const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * The folder with PostgreSQL's server programs, or undefined. PATH counts first, then where Debian keeps them, newest
 * first.
 *
 * @returns {string | undefined}
 */
export function findPostgres() {
  return [...pathFolders(), ...debianFolders()].find(
    (folder) => isProgram(join(folder, 'initdb')) && isProgram(join(folder, 'postgres')),
  );
}

/**
 * The path of redis-server, or undefined.
 *
 * @returns {string | undefined}
 */
export function findRedis() {
  return pathFolders()
    .map((folder) => join(folder, 'redis-server'))
    .find(isProgram);
}

/**
 * The path of a Chromium that tests and measurements can drive, or undefined: CHROMIUM counts first, then what Debian and
 * others call it.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env.CHROMIUM;
  const inPath = pathFolders().flatMap((folder) => CHROMIUM_NAMES.map((name) => join(folder, name)));
  return [...(named === undefined ? [] : [named]), ...inPath].find(isProgram);
}

/** Whether a missing engine is a failure, and not only something to tell. */
export const allEnginesRequired = process.env.REQUIRE_ENGINES === 'all';

function pathFolders() {
  return (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
}

function debianFolders() {
  try {
    return readdirSync(DEBIAN_FOLDER)
      .sort((one, other) => Number(other) - Number(one))
      .map((version) => join(DEBIAN_FOLDER, version, 'bin'));
  } catch {
    return [];
  }
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
