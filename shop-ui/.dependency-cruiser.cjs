/*
 * Who imports whom in the shop. A feature owns its page, parts, queries and routes: it builds on the ground, and takes from
 * other features only what is named here.
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
/** Each of the ground imports itself and what is said here, but no feature. */
const GROUND = {
  api: [],
  theme: [],
  common: ['api'],
  session: ['common', 'api'],
  offline: ['api'],
  composables: ['common', 'api', 'session', 'offline'],
};
/** What stands in for the ground in specs. */
const FOR_SPECS = '^shop-ui/src/testing/';
/** Texts are everybody's, and know nobody. */
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
      comment: 'A file that nobody imports and that imports nobody is left over.',
      severity: 'error',
      from: { orphan: true, pathNot: ['[.](spec|d)[.]ts$'] },
      to: {},
    },
    ...Object.entries(GROUND).map(([name, others]) =>
      rule(`${name}-imports`, folder([name]), folder([name, ...others]), TEXTS),
    ),
    ...Object.entries(MAY_IMPORT).map(([name, others]) =>
      rule(
        `${name}-imports`,
        feature([name])[0],
        folder([...Object.keys(GROUND), 'components']),
        feature([name, ...others]),
        TEXTS,
      ),
    ),
    {
      name: 'testing-is-for-specs',
      severity: 'error',
      from: { path: '^shop-ui/src/', pathNot: ['[.]spec[.]ts$', FOR_SPECS] },
      to: { path: FOR_SPECS },
    },
    // A card and its stepper show what is in the cart, wherever they stand.
    rule(
      'components-imports',
      folder(['components']),
      folder([...Object.keys(GROUND), 'components']),
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
