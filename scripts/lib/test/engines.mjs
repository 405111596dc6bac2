import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const DEBIAN_FOLDER = '/usr/lib/postgresql';
const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * Finds the folder with PostgreSQL's server programs. PATH comes first, then the folders of Debian, newest version
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
 * Finds the path of redis-server.
 *
 * @returns {string | undefined}
 */
export function findRedis() {
  return pathFolders()
    .map((folder) => join(folder, 'redis-server'))
    .find(isProgram);
}

/**
 * Finds a Chromium that tests and measurements can drive. CHROMIUM comes first, then the names that Debian and others
 * use.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env.CHROMIUM;
  const inPath = pathFolders().flatMap((folder) => CHROMIUM_NAMES.map((name) => join(folder, name)));
  return [...(named === undefined ? [] : [named]), ...inPath].find(isProgram);
}

/** True if a missing engine is a failure and not only reported. */
export const allEnginesRequired = process.env.REQUIRE_ENGINES === 'all';

function pathFolders() {
  return (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
}

function debianFolders() {
  try {
    return readdirSync(DEBIAN_FOLDER)
      .sort((a, b) => Number(b) - Number(a))
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
