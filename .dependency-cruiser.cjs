const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const { importRules } = require('./scripts/lib/import-rules.cjs');

/* The rooms of src/, layer by layer. */
const LAYERS = [
  {
    name: 'ground',
    folder: 'platform/',
    rooms: {
      access: [],
      common: [],
      config: ['common'],
      database: ['common'],
      cache: ['common', 'config'],
      calendar: ['common', 'database'],
      csv: ['common'],
      pdf: ['common'],
    },
  },
  {
    name: 'platform',
    folder: 'platform/',
    rooms: {
      realtime: [],
      http: ['realtime'],
      retention: [],
      idempotency: [],
      queues: [],
      outbox: ['queues', 'retention'],
      schedules: ['outbox', 'queues', 'retention'],
      'background-tasks': ['realtime', 'http'],
      audit: [],
      chat: [],
      mail: ['http', 'chat', 'retention', 'audit'],
      exports: [
        'audit',
        'background-tasks',
        'http',
        'idempotency',
        'outbox',
        'queues',
        'realtime',
        'retention',
      ],
    },
  },
  {
    name: 'rules',
    folder: 'rules/',
    rooms: {
      pricing: [],
      documents: ['pricing'],
      'order-number': [],
      'order-status': [],
      places: [],
      'stock-level': [],
      texts: [],
    },
  },
  {
    name: 'domain',
    rooms: {
      settings: [],
      taxes: ['settings'],
      documents: ['settings', 'taxes'],
      stock: [],
      catalog: ['stock', 'taxes'],
      customers: ['catalog'],
      users: ['customers'],
      auth: ['users'],
      cart: ['catalog', 'settings', 'stock', 'taxes'],
      orders: ['cart', 'catalog', 'customers', 'documents', 'settings', 'stock', 'taxes', 'users'],
      'section-requests': ['catalog'],
      'stock-sheets': ['catalog', 'stock'],
      invitations: ['auth', 'customers', 'users'],
      imports: ['catalog', 'customers', 'invitations', 'orders', 'stock', 'taxes', 'users'],
      'saved-views': [],
      'store-info': ['settings', 'taxes'],
    },
  },
  /* Read models query every table in SQL: they need no code of the domain. */
  {
    name: 'read models',
    rooms: { 'audit-log': [], books: [], reports: [], dashboard: ['books'] },
    skips: 'domain',
  },
  {
    name: 'shell',
    rooms: {
      operations: [],
      ssr: [],
      openapi: ['operations'],
      app: ['operations', 'ssr', 'openapi'],
      demo: ['app'],
      cli: ['app', 'openapi'],
    },
  },
];

/** Calculations and decisions have a spec beside them. In these two the spec replaces what NestJS provides. */
const NOT_PURE = /^(platform\/http\/limits\/inspect-input|operations\/health\/(disk-space|readiness))$/;

const pure = readdirSync(join(__dirname, 'src'), { recursive: true })
  .filter((file) => file.endsWith('.spec.ts'))
  .map((file) => file.replaceAll('\\', '/').replace('.spec.ts', ''))
  .filter((name) => !NOT_PURE.test(name));

module.exports = {
  forbidden: [
    ...importRules('src', LAYERS),
    {
      name: 'pure-files-stay-pure',
      severity: 'error',
      from: { path: `^src/(${pure.join('|')})[.]ts$` },
      to: { path: 'node_modules/(@nestjs|typeorm|fastify|@fastify)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'prices-import-nothing',
      comment: 'The front ends compile these files too.',
      severity: 'error',
      from: { path: '^src/rules/pricing/(quote|tax|rounding)[.]ts$' },
      to: { pathNot: '^src/rules/pricing/(tax|rounding)[.]ts$' },
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
