import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { defineConfig } from 'rolldown';

/*
 * Bundles the compiled programs and their packages into a few files, because finding and reading thousands of modules
 * is most of the startup time.
 */

const MODULES = join(import.meta.dirname, 'dist');
const BUNDLE = join(MODULES, 'bundle');

/** Entry points by their name in the bundle. */
const PROGRAMS = { main: 'main.js', worker: 'worker.js', admin: 'cli/admin.js', demo: 'demo/demo-cli.js' };

/** Packages that are not bundled. */
const EXTERNAL = [
  // These contain native code, fonts or pages, which they look for in their own folder.
  'better-sqlite3',
  'sharp',
  '@node-rs/argon2',
  'pdfkit',
  'fontkit',
  '@bull-board/ui',
  'swagger-ui-dist',
  // Nest and TypeORM load these by name at runtime, and must get the instances that the program uses.
  'class-transformer',
  'class-validator',
  '@fastify/static',
  'pg',
  // Optional packages that are not installed.
  '@nestjs/microservices',
  '@nestjs/platform-express',
  '@nestjs/websockets',
  'pg-native',
  'pg-query-stream',
];

/** Makes the program's own modules find files in their compiled folders, and source maps lead back to the sources. */
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

/**
 * Leaves out the part of @nestjs/typeorm that looks for classes of TypeORM before version 1. It would load all of TypeORM a
 * second time.
 */
let isLegacyTypeormLeftOut = false;
const noLegacyTypeorm = {
  name: 'no-legacy-typeorm',
  load(id) {
    if (!id.endsWith('@nestjs/typeorm/dist/common/typeorm-compat.js')) return undefined;
    isLegacyTypeormLeftOut = true;
    return 'export const Connection = undefined; export const AbstractRepository = undefined;';
  },
  buildEnd() {
    if (!isLegacyTypeormLeftOut) throw new Error('@nestjs/typeorm has no typeorm-compat.js any longer.');
  },
};

export default defineConfig({
  input: Object.fromEntries(Object.entries(PROGRAMS).map(([name, file]) => [name, join(MODULES, file)])),
  platform: 'node',
  external: (id) => EXTERNAL.some((name) => id === name || id.startsWith(`${name}/`)),
  plugins: [ownModules, noLegacyTypeorm],
  // bull-board uses eval only without the options that src/operations/queue-board/queue-board.ts sets.
  checks: { eval: false },
  onLog(level, log) {
    if (level === 'warn') throw new Error(log.message);
  },
  output: {
    dir: BUNDLE,
    cleanDir: true,
    chunkFileNames: '[name].js',
    // Nest logs class names, and TypeORM derives table names from them.
    keepNames: true,
    sourcemap: true,
    sourcemapExcludeSources: true,
  },
});
