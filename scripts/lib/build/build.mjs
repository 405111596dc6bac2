import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compressTexts } from './compress.mjs';
import { withProgress } from '../progress.mjs';
import { inRoot } from '../root.mjs';
import { runTool } from '../run.mjs';
import { exitWithError } from '../terminal.mjs';

/**
 * Parts of the build, with their sources and build functions. The stamp is written last, so that an interrupted build
 * does not count.
 */
const PARTS = [
  {
    name: 'server',
    sources: [
      'src',
      'rolldown.config.mjs',
      'nest-cli.json',
      'tsconfig.json',
      'tsconfig.build.json',
      'package-lock.json',
    ],
    stamp: 'dist/.built',
    build: buildServer,
  },
  ...['shop-ui', 'admin-ui'].map((workspace) => ({
    name: workspace,
    sources: [
      'ui-common/src',
      ...['src', 'public', 'index.html', 'vite.config.ts', 'package.json'].map(
        (path) => `${workspace}/${path}`,
      ),
    ],
    stamp: `${workspace}/dist/.built`,
    build: () => (workspace === 'shop-ui' ? buildShop() : buildFrontEnd(workspace)),
  })),
];

/** Builds only the server, from which files of the front ends are generated. */
export const buildServerIfNeeded = () => buildIfNeeded({ parts: PARTS.slice(0, 1) });

/**
 * Builds each part that has changed since its last build, or all with `force`.
 *
 * @param {object} [options]
 * @param {boolean} [options.isQuiet] prints nothing
 */
export async function buildIfNeeded({ force = false, parts = PARTS, isQuiet = false } = {}) {
  for (const part of parts) {
    const before = fingerprint(part.sources);
    if (!force && before === readStamp(part.stamp)) continue;
    const build = () => part.build(force);
    const { code, output } = await (isQuiet ? build() : withProgress(`Building ${part.name}`, build));
    if (code !== 0) exitWithError(`Build of ${part.name} failed:\n${output}`);
    mkdirSync(dirname(inRoot(part.stamp)), { recursive: true });
    writeFileSync(inRoot(part.stamp), before);
  }
}

/** Builds the shop for browsers and for server-side rendering. */
async function buildShop() {
  const built = await buildFrontEnd('shop-ui');
  if (built.code !== 0) return built;
  const entry = ['--ssr', 'src/entry-server.ts'];
  return runTool('vite', ['build', 'shop-ui', ...entry, '--logLevel', 'warn'], { quiet: true });
}

async function buildFrontEnd(workspace) {
  const built = await runTool('vite', ['build', workspace, '--logLevel', 'warn'], { quiet: true });
  if (built.code === 0) await compressTexts(inRoot(workspace, 'dist'));
  return built;
}

/** Builds the server. Only a forced build starts from nothing: incremental compilation is far faster. */
async function buildServer(force) {
  if (force) rmSync(inRoot('dist'), { recursive: true, force: true });
  const compiled = await runTool('nest', ['build'], { quiet: true });
  if (compiled.code !== 0) return compiled;
  return runTool('rolldown', ['--config'], { quiet: true });
}

/** Returns a text that changes when a file is edited, added, removed, or restored to an older state. */
function fingerprint(paths) {
  let newest = 0;
  let files = 0;
  let bytes = 0;
  for (const file of paths.flatMap((path) => filesUnder(inRoot(path)))) {
    newest = Math.max(newest, file.mtimeMs);
    bytes += file.size;
    files += 1;
  }
  return `${files} files, ${bytes} bytes, ${newest}`;
}

function filesUnder(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return [stats];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}

function readStamp(stamp) {
  try {
    return readFileSync(inRoot(stamp), 'utf8');
  } catch {
    return undefined;
  }
}
