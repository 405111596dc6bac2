import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { defineConfig } from 'rolldown';

/*
 * Makes a few files of the compiled programs and the packages that they use: to find and read thousands of modules is
 * most of what a start would cost.
 */

const MODULES = join(import.meta.dirname, 'dist');
const BUNDLE = join(MODULES, 'bundle');

/** What is started by itself, by the name that it has in the bundle. */
const PROGRAMS = { main: 'main.js', worker: 'worker.js', admin: 'cli/admin.js', demo: 'demo/demo-cli.js' };

/** Packages that stay what they are. */
const EXTERNAL = [
  // They bring machine code, fonts or pages, which they look for beside themselves.
  'better-sqlite3',
  'sharp',
  '@node-rs/argon2',
  '@electric-sql/pglite',
  'pdfkit',
  'fontkit',
  '@bull-board/ui',
  'swagger-ui-dist',
  // Nest and TypeORM look for them by name while they run, and have to find the ones that the program uses.
  'class-transformer',
  'class-validator',
  '@fastify/static',
  'pg',
  'pg-query-stream',
  // Packages would use them if they were there.
  '@nestjs/microservices',
  '@nestjs/platform-express',
  '@nestjs/websockets',
  'pg-native',
];

/** The program's own modules find their files where the compiler has put them, and their lines lead back to the sources. */
const ownModules = {
  name: 'own-modules',
  load(id) {
    if (!id.startsWith(MODULES)) return undefined;
    const folder = `(import.meta.dirname + '/${relative(BUNDLE, dirname(id))}')`;
    return {
      code: readFileSync(id, 'utf8').replaceAll('import.meta.dirname', folder),
      map: JSON.parse(readFileSync(`${id}.map`, 'utf8')),
    };
  },
};

export default defineConfig({
  input: Object.fromEntries(Object.entries(PROGRAMS).map(([name, file]) => [name, join(MODULES, file)])),
  platform: 'node',
  external: (id) => EXTERNAL.some((name) => id === name || id.startsWith(`${name}/`)),
  plugins: [ownModules],
  // bull-board evaluates a text where it is not told what src/operations/queue-board/queue-board.ts tells it.
  checks: { eval: false },
  onLog(level, log) {
    if (level === 'warn') throw new Error(log.message);
  },
  output: {
    dir: BUNDLE,
    cleanDir: true,
    chunkFileNames: '[name].js',
    // Nest logs the names of classes, and TypeORM makes names of tables of them.
    keepNames: true,
    sourcemap: true,
    sourcemapExcludeSources: true,
  },
});
