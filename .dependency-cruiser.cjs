const { readdirSync } = require('node:fs');
const { join } = require('node:path');

/*
 * Who imports whom. Each module names all that it may import besides itself, the ground (common, config, database, cache),
 * hints of changes (live), and auth's decorators; whatever else is an error. Nobody imports reports.
 */
const GROUND = ['common', 'config', 'database', 'cache'];
const MAY_IMPORT = {
  live: [],
  pdf: [],
  jobs: [],
  audit: [],
  mail: ['jobs'],
  exports: ['jobs', 'audit'],
  users: ['exports', 'jobs', 'audit', 'mail'],
  auth: ['users', 'jobs', 'audit', 'mail'],
  catalog: ['exports', 'jobs', 'audit', 'mail'],
  imports: ['catalog', 'jobs', 'audit'],
  cart: ['catalog'],
  orders: ['cart', 'catalog', 'exports', 'jobs', 'audit', 'mail', 'pdf'],
  'section-requests': ['catalog', 'users', 'jobs', 'audit', 'mail'],
  dashboard: ['ops'],
  store: ['orders', 'users'],
  storefront: ['catalog', 'store'],
};
/** Who is asking, and which roles there are: the same for everybody. */
const FOR_ANYONE = '^src/(auth/(decorators|signed-in-user)|users/role)[.]ts$';

const folder = (names) => `^src/(${names.join('|')})/`;

const moduleRules = Object.entries(MAY_IMPORT).map(([name, others]) => ({
  name: `${name}-imports`,
  severity: 'error',
  from: { path: folder([name]) },
  to: { path: '^src/', pathNot: [folder([name, ...GROUND, 'live', ...others]), FOR_ANYONE] },
}));

/** Arithmetic and decisions are files with a spec beside them, but for these, whose spec puts something in Nest's place. */
const NOT_PURE = /^(http\/hostile-input|ops\/readiness)$/;

const pure = readdirSync(join(__dirname, 'src'), { recursive: true })
  .filter((file) => file.endsWith('.spec.ts'))
  .map((file) => file.replaceAll('\\', '/').replace('.spec.ts', ''))
  .filter((name) => !NOT_PURE.test(name));

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports and that imports nobody is left over.',
      severity: 'error',
      from: { orphan: true, pathNot: ['[.](spec|d)[.]ts$', '^src/[^/]+[.]ts$'] },
      to: {},
    },
    {
      name: 'ground-imports-no-module',
      severity: 'error',
      from: { path: folder(GROUND) },
      to: { path: '^src/', pathNot: folder(GROUND) },
    },
    ...moduleRules,
    {
      name: 'nobody-imports-reports',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/reports/', '^src/(app|worker)[.]module[.]ts$', '^src/entities[.]ts$'],
      },
      to: { path: '^src/reports/' },
    },
    {
      name: 'reports-imports-entities-alone',
      comment: "Reports read everybody's tables and write into their own alone.",
      severity: 'error',
      from: { path: '^src/reports/' },
      to: {
        path: '^src/',
        pathNot: [
          folder([...GROUND, 'reports', 'pdf', 'jobs', 'mail', 'exports']),
          '[.]entity[.]ts$',
          FOR_ANYONE,
        ],
      },
    },
    {
      name: 'nobody-imports-the-shell',
      comment: 'What starts the program knows all modules, and none knows it.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: folder(['cli', 'demo']) },
      to: { path: '^src/([^/]+[.]ts$|(http|openapi|cli|demo)/)', pathNot: folder(['http', 'openapi']) },
    },
    {
      name: 'pure-files-stay-pure',
      severity: 'error',
      from: { path: `^src/(${pure.join('|')})[.]ts$` },
      to: { path: 'node_modules/(@nestjs|typeorm|fastify|@fastify)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-typeorm-in-controllers',
      severity: 'error',
      from: { path: '[.]controller[.]ts$' },
      to: { path: 'node_modules/(typeorm|@nestjs/typeorm)/' },
    },
    {
      name: 'declared-packages-alone',
      severity: 'error',
      from: { path: '^src/', pathNot: '[.]spec[.]ts$' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined', 'npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
