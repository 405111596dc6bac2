/*
 * Import rules of the shop. A feature owns its page, parts, queries and routes. It may import the foundation folders, and
 * from other features only those listed here.
 */
const MAY_IMPORT = {
  cart: [],
  catalog: ['cart'],
  checkout: ['cart'],
  orders: ['cart'],
  account: [],
  'sign-in': [],
  'section-requests': [],
  'error-pages': [],
};
/** A foundation folder may import itself and the folders listed here, but no feature. */
const FOUNDATION = {
  api: [],
  theme: [],
  common: ['api'],
  session: ['common', 'api'],
  offline: ['api'],
  composables: ['common', 'api', 'session', 'offline'],
};
/** Test doubles for specs. */
const TESTING = '^shop-ui/src/testing/';
/** Every folder may import texts; texts import no folder. */
const TEXTS = '^shop-ui/src/(i18n[.]ts$|locales/)';

const folder = (names) => `^shop-ui/src/(${names.join('|')})/`;
const feature = (names) => (names.length === 0 ? [] : [`^shop-ui/src/features/(${names.join('|')})/`]);
const rule = (name, from, ...allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '[.]spec[.]ts$' },
  to: { path: '^shop-ui/src/', pathNot: allowed.flat() },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'A file without imports and importers is unused.',
      severity: 'error',
      from: { orphan: true, pathNot: ['[.](spec|d)[.]ts$'] },
      to: {},
    },
    ...Object.entries(FOUNDATION).map(([name, others]) =>
      rule(`${name}-imports`, folder([name]), folder([name, ...others]), TEXTS),
    ),
    ...Object.entries(MAY_IMPORT).map(([name, others]) =>
      rule(
        `${name}-imports`,
        feature([name])[0],
        folder([...Object.keys(FOUNDATION), 'components']),
        feature([name, ...others]),
        TEXTS,
      ),
    ),
    {
      name: 'testing-is-for-specs',
      severity: 'error',
      from: { path: '^shop-ui/src/', pathNot: ['[.]spec[.]ts$', TESTING] },
      to: { path: TESTING },
    },
    // The product card and its stepper show the cart quantity on every page.
    rule(
      'components-imports',
      folder(['components']),
      folder([...Object.keys(FOUNDATION), 'components']),
      feature(['cart']),
      TEXTS,
    ),
    {
      name: 'every-feature-has-a-rule',
      severity: 'error',
      from: { path: '^shop-ui/src/features/', pathNot: feature(Object.keys(MAY_IMPORT)) },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[.](json|css)$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.vue', '.mjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
    },
  },
};
