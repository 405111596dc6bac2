const { FRONT_END_OPTIONS, importRules } = require('../scripts/lib/import-rules.cjs');

const LAYERS = [
  {
    name: 'foundation',
    rooms: { theme: [], styles: [], locales: [], common: [], composables: ['common'] },
  },
  { name: 'components', rooms: { components: [] } },
  /* A feature owns its pages, parts, queries and routes. */
  {
    name: 'features',
    folder: 'features/',
    rooms: {
      dashboard: [],
      notifications: ['dashboard', 'orders'],
      exports: [],
      sections: [],
      taxes: [],
      documents: ['exports', 'taxes'],
      stock: ['exports'],
      products: ['exports', 'sections', 'stock', 'taxes'],
      'stock-sheets': ['sections', 'stock'],
      imports: ['sections'],
      orders: ['dashboard', 'documents', 'exports', 'sections'],
      customers: ['orders'],
      'phone-orders': ['orders', 'customers'],
      'section-requests': [],
      'search-words': [],
      reports: ['exports', 'taxes'],
      operations: ['sections', 'taxes'],
      users: ['exports', 'operations'],
      settings: ['taxes'],
      'command-palette': [],
      'sign-in': [],
      'error-pages': [],
    },
  },
  { name: 'layout', rooms: { layout: [] } },
];

module.exports = { forbidden: importRules('admin-ui/src', LAYERS), options: FRONT_END_OPTIONS };
