import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
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

/**
 * `npm test` runs either the `essential` tests or `all`; without a scope, named files run on every engine.
 *
 * @type {'essential' | 'all' | undefined}
 */
const SCOPE = process.env.TEST_SCOPE;

/** In a whole run, the integration tests of a folder run as one file: its index. */
const ROOM_SUITES = readdirSync(join(import.meta.dirname, 'test'), { recursive: true })
  .filter((file) => basename(file) === 'index.int-spec.ts')
  .map(dirname);
const INTEGRATION_TESTS_IGNORED =
  SCOPE === undefined
    ? ['/index[.]int-spec[.]ts$']
    : [`<rootDir>/test/(${ROOM_SUITES.join('|')})/(?!index[.])[^/]*[.]int-spec[.]ts$`];

/**
 * End-to-end tests that run on both engines in every scope: of crashes, races and background work. On PostgreSQL, the others run in
 * the scope `all` only; what depends on the engine is in the integration tests besides.
 */
const ON_BOTH_ENGINES =
  '/test/((background|processes)/.*|.*/(idempotency|charges|tax-classes|issued-documents|document-settings|credits|oversell|cancel-race|stale-edits|section-races|bulk-change-races))[.]e2e-spec[.]ts$';
const ENGINE_INDEPENDENT = [`^(?!.*${ON_BOTH_ENGINES}).*[.]e2e-spec[.]ts$`];

/** Proofs of many rounds, whose short versions are in the folders of their subjects. They run in the scope `all` only. */
const ENDURANCE = SCOPE === 'essential' ? ['<rootDir>/test/endurance/'] : [];

/** Tests that measure time. `npm test` runs them after the others, one at a time: with them, they would measure each other. */
const MEASUREMENTS = process.env.TEST_MEASUREMENTS === 'later' ? ['<rootDir>/test/measurements/'] : [];

const database = {
  ...COMMON,
  testEnvironment: '<rootDir>/test/support/jest/worker-environment.mjs',
  testMatch: ['<rootDir>/test/**/*.int-spec.ts', '<rootDir>/test/**/*.e2e-spec.ts'],
  testPathIgnorePatterns: [...INTEGRATION_TESTS_IGNORED, ...ENDURANCE, ...MEASUREMENTS],
};

const unit = {
  ...COMMON,
  displayName: 'unit',
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
};
const sqlite = {
  ...database,
  displayName: 'sqlite',
  globals: { TEST_ENGINE: 'sqlite', REDIS_SERVER: findRedis() },
  globalSetup: '<rootDir>/test/support/jest/open-run.mjs',
  globalTeardown: '<rootDir>/test/support/jest/close-run.mjs',
};
const postgres = {
  ...database,
  displayName: 'postgres',
  testPathIgnorePatterns: [
    ...database.testPathIgnorePatterns,
    ...(SCOPE === 'essential' ? ENGINE_INDEPENDENT : []),
  ],
  globals: { TEST_ENGINE: 'postgres', REDIS_SERVER: findRedis() },
  globalSetup: '<rootDir>/test/support/jest/start-postgres.mjs',
  globalTeardown: '<rootDir>/test/support/jest/stop-postgres.mjs',
};

/** Browser tests beyond the main journeys: of every page, of long work, and of work in several windows. They run in the scope `all` only. */
const LONG_BROWSER_TESTS = [
  '/test/browser/.*/([a-z-]*accessibility[a-z-]*|hostile-text|large-table|long-words|first-press|reflow)[.]browser-spec[.]ts$',
  '/test/browser/shop/(sessions|signed-in|usual|weekly-shop)[.]browser-spec[.]ts$',
  '/test/browser/office/(customer-import|customers|files|order-import|first-focus|first-steps-of-managers)[.]browser-spec[.]ts$',
  '/test/browser/office/(live|lost-pages|saved-views|selections|stock-sheets)[.]browser-spec[.]ts$',
];
const browserIgnored = SCOPE === 'essential' ? LONG_BROWSER_TESTS : [];

/** Tests the built shop in a browser, on SQLite. */
const browser = {
  ...sqlite,
  displayName: 'browser',
  testPathIgnorePatterns: browserIgnored,
  testMatch: ['<rootDir>/test/browser/shop/*.browser-spec.ts'],
};

/** Tests the built back office in a browser, on PostgreSQL and Redis as in production with staff. */
const office = {
  ...postgres,
  displayName: 'office',
  testPathIgnorePatterns: browserIgnored,
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
  reporters: ['default', '<rootDir>/test/support/jest/slowest-files.mjs'],
  testSequencer: '<rootDir>/test/support/jest/sequencer.mjs',
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  // Each API test has a server, and half of them a PostgreSQL, working beside it. Most of that time is waiting.
  maxWorkers: Math.min(4, availableParallelism() + 1),
  // It only ends a test that hangs: a busy machine may be ten times slower than another.
  testTimeout: 900_000,
};
