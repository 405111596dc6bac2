import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compressTexts } from './compress.mjs';
import { inRoot } from '../root.mjs';
import { run, runTool } from '../run.mjs';
import { giveUp, print } from '../terminal.mjs';

/** What is built, from what, and how. The stamp is written last: a build that was broken off does not count. */
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

/** The server alone, which what the front ends are made from is generated with. */
export const buildServerIfNeeded = () => buildIfNeeded({ parts: PARTS.slice(0, 1) });

/** Builds each part that has changed since its last build, or all of them, and says so in one line each. */
export async function buildIfNeeded({ force = false, parts = PARTS } = {}) {
  for (const part of parts) {
    const before = fingerprint(part.sources);
    if (!force && before === builtFrom(part.stamp)) continue;
    const started = Date.now();
    process.stdout.write(`Building ${part.name} … `);
    const { code, output } = await part.build(force);
    if (code !== 0) giveUp(`failed\n${output}`);
    mkdirSync(dirname(inRoot(part.stamp)), { recursive: true });
    writeFileSync(inRoot(part.stamp), before);
    print(`${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
}

/** For browsers, and what the server draws its first pages with. */
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

/** Only a forced build starts from nothing: the compiler is far quicker where it finds what it made before. */
async function buildServer(force) {
  if (force) rmSync(inRoot('dist'), { recursive: true, force: true });
  const compiled = await runTool('nest', ['build'], { quiet: true });
  if (compiled.code !== 0) return compiled;
  const bundled = await runTool('rolldown', ['--config'], { quiet: true });
  return bundled.code === 0 ? makeQueueTemplate() : bundled;
}

/** The database that the embedded queue begins with. It is what its packages make it, and made again with other ones. */
async function makeQueueTemplate() {
  const versions = ['@electric-sql/pglite', 'bullmq'].map((name) => versionOf(name)).join(' ');
  const stamp = 'dist/platform/queues/embedded/queue-template.versions';
  if (builtFrom(stamp) === versions) return { code: 0, output: '' };
  const folder = inRoot('dist', 'platform', 'queues', 'embedded');
  const made = await run(
    process.execPath,
    [join(folder, 'make-queue-template.js'), join(folder, 'queue-template.tar.gz')],
    { quiet: true },
  );
  if (made.code === 0) writeFileSync(inRoot(stamp), versions);
  return made;
}

function versionOf(name) {
  return JSON.parse(readFileSync(inRoot('node_modules', name, 'package.json'), 'utf8')).version;
}

/** Changes when a file is edited, added, removed, or put back to an older state. */
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
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [found];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}

function builtFrom(stamp) {
  try {
    return readFileSync(inRoot(stamp), 'utf8');
  } catch {
    return undefined;
  }
}
