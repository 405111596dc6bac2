const { FRONT_END_OPTIONS, importRules } = require('../scripts/lib/import-rules.cjs');

const LAYERS = [
  {
    name: 'foundation',
    rooms: {
      api: [],
      theme: [],
      styles: [],
      common: ['api'],
      session: ['common', 'api'],
      offline: ['api'],
      head: ['common'],
      composables: ['common', 'api', 'session', 'offline'],
    },
  },
  // The product card and its stepper show the cart quantity on every page.
  { name: 'components', rooms: { components: ['features/cart'] } },
  /* A feature owns its page, parts, queries and routes. */
  {
    name: 'features',
    folder: 'features/',
    rooms: {
      cart: [],
      // The home page offers the last order again.
      catalog: ['cart', 'orders'],
      checkout: ['cart'],
      orders: ['cart'],
      account: [],
      'sign-in': [],
      'section-requests': [],
      'error-pages': [],
    },
  },
  { name: 'layout', rooms: { layout: [] } },
  { name: 'app', rooms: { app: [] } },
  { name: 'server', rooms: { server: [] } },
];

/** Texts, and test doubles for specs. */
const OPEN = ['i18n[.]ts$', 'locales/', 'testing/'];

module.exports = {
  forbidden: [
    ...importRules('shop-ui/src', LAYERS, OPEN),
    {
      name: 'testing-is-for-specs',
      severity: 'error',
      from: { path: '^shop-ui/src/', pathNot: ['[.]spec[.]ts$', '^shop-ui/src/testing/'] },
      to: { path: '^shop-ui/src/testing/' },
    },
  ],
  options: FRONT_END_OPTIONS,
};
