import { availableParallelism } from 'node:os';
import { findChromium, findPostgres, findRedis } from './scripts/lib/test/engines.mjs';

const SWC = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
};

/** NestJS and others are ES modules only: everything is compiled to CommonJS once and cached. */
const COMMON = {
  testEnvironment: 'node',
  transform: { '\\.[cm]?[jt]s$': ['@swc/jest', SWC] },
  transformIgnorePatterns: ['/node_modules/(@swc|typescript)/'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  roots: ['<rootDir>/src', '<rootDir>/test'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};

const DATABASE_TESTS = ['<rootDir>/test/**/*.int-spec.ts', '<rootDir>/test/**/*.e2e-spec.ts'];

const unit = {
  ...COMMON,
  displayName: 'unit',
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
};
const sqlite = {
  ...COMMON,
  displayName: 'sqlite',
  testMatch: DATABASE_TESTS,
  globals: { TEST_ENGINE: 'sqlite', REDIS_SERVER: findRedis() },
  globalSetup: '<rootDir>/test/support/servers/open-run.mjs',
  globalTeardown: '<rootDir>/test/support/servers/close-run.mjs',
};
const postgres = {
  ...COMMON,
  displayName: 'postgres',
  testMatch: DATABASE_TESTS,
  globals: { TEST_ENGINE: 'postgres', REDIS_SERVER: findRedis() },
  globalSetup: '<rootDir>/test/support/servers/start-postgres.mjs',
  globalTeardown: '<rootDir>/test/support/servers/stop-postgres.mjs',
};

/** Tests the built shop in a browser, on SQLite. */
const browser = {
  ...sqlite,
  displayName: 'browser',
  testMatch: ['<rootDir>/test/browser/shop/*.browser-spec.ts'],
};

/** Tests the built back office in a browser, on PostgreSQL and Redis as in production with staff. */
const office = {
  ...postgres,
  displayName: 'office',
  testMatch: ['<rootDir>/test/browser/office/*.browser-spec.ts'],
};

const hasPostgres = process.env.TEST_DATABASE_URL !== undefined || findPostgres() !== undefined;
const hasChromium = findChromium() !== undefined;

export default {
  projects: [
    unit,
    sqlite,
    ...(hasPostgres ? [postgres] : []),
    ...(hasChromium ? [browser] : []),
    ...(hasChromium && hasPostgres ? [office] : []),
  ],
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  // Each API test has a server, and half of them a PostgreSQL, working beside it. Most of that time is waiting.
  maxWorkers: Math.min(4, availableParallelism() + 1),
  testTimeout: 120_000,
};
