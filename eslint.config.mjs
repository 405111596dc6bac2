import js from '@eslint/js';
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';

const NODE_NAMES = [
  'process',
  'console',
  'Buffer',
  'URL',
  'URLSearchParams',
  'Blob',
  'FormData',
  'crypto',
  'fetch',
  'performance',
  'AbortSignal',
  'AbortController',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'setImmediate',
  'structuredClone',
];
const NODE_GLOBALS = Object.fromEntries(NODE_NAMES.map((name) => [name, 'readonly']));
/** Browser globals, for functions that run in a page. */
const BROWSER_NAMES = [
  'document',
  'window',
  'navigator',
  'CSSStyleSheet',
  'MutationObserver',
  'Element',
  'PerformanceObserver',
  'getComputedStyle',
  'requestAnimationFrame',
];

const NO_ENVIRONMENT = {
  object: 'process',
  property: 'env',
  message: 'Only src/platform/config reads the environment. Inject Config.',
};
const NO_ENTITY_MANAGER_WRITES = [
  {
    selector:
      'CallExpression[callee.property.name=/^(save|remove)$/][callee.object.property.name=/^(entities|manager)$/]',
    message: 'Write with SQL, or with insert and update: save() and remove() open their own transactions.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(getRepository|getTreeRepository|getMongoRepository)$/]',
    message: 'Inject Database. A repository joins any open transaction.',
  },
];
const NO_CONNECTIONS = {
  paths: [
    {
      name: 'typeorm',
      importNames: ['DataSource', 'EntityManager', 'Repository'],
      message: 'Inject Database. A repository joins any open transaction.',
    },
    {
      name: '@nestjs/typeorm',
      allowImportNames: ['TypeOrmModule'],
      message: 'Inject Database. A module lists its entities with TypeOrmModule.forFeature().',
    },
  ],
};
const NO_EXCLUSIVE_TESTS = [
  {
    selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name="only"]',
    message: 'Do not commit focused or skipped tests.',
  },
  {
    selector: 'CallExpression[callee.name=/^(fit|fdescribe|xit|xdescribe|xtest)$/]',
    message: 'Do not commit focused or skipped tests.',
  },
];
/** Names of times and of settings in milliseconds. */
const TIME_NAME = '/(_M?S|Ms|[a-z]At|^now|^instant|[sS]econds?|secondsOf|^retryAfter)$/';
const NO_MAGIC_DURATIONS = [
  'Literal[raw=/^(3_?600_?000|86_?400_?000|604_?800_?000)$/]',
  'BinaryExpression[operator=/^[*\u002F%]$/] > Literal[raw=/^60_?000$/]',
  'BinaryExpression[operator="*"][left.operator="*"] > Literal[value=1000]',
  'BinaryExpression[operator="*"] > Literal[value=60] + Literal[value=1000]',
  `BinaryExpression[operator=/^[*\u002F%]$/]:has(Identifier[name=${TIME_NAME}]) > Literal[value=1000]`,
  'VariableDeclarator[id.name=/_MS$/] Literal[value>=1000]',
  'Property[key.name=/^(ttl|delay|timeout)$|Ms$/] > Literal[value>=1000]',
  'CallExpression[callee.name=/^(setTimeout|setInterval|sleep)$/] > Literal[value>=1000]',
  'CallExpression[callee.property.name=/^advance/] > Literal[value>=1000]',
].map((selector) => ({ selector, message: 'Write durations with the constants of durations.ts.' }));
const NO_DATE_FORMATS = [
  {
    selector: 'MemberExpression[property.name="toISOString"]',
    message: 'Format instants with the functions of iso-time.ts.',
  },
];

/** Members that are left out of an object are named with an underscore. */
const NO_UNUSED_VARS = [
  'error',
  { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/dist-server/',
      'node_modules/',
      'data/',
      'coverage/',
      '*/src/api/schema.d.ts',
      '**/env.d.ts',
    ],
  },
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: {
      globals: { ...NODE_GLOBALS, module: 'writable', require: 'readonly', __dirname: 'readonly' },
    },
  },
  {
    files: ['test/browser/support/in-page.mjs', 'scripts/lib/browser/browser.mjs'],
    languageOptions: {
      globals: Object.fromEntries(BROWSER_NAMES.map((name) => [name, 'readonly'])),
    },
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': NO_UNUSED_VARS,
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Views, rows and entities are plain records: their classes carry decorators, not behavior.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Enums of packages are declared ambiently, and their values are written as literals.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // Functions that a framework awaits are async, even if one implementation has nothing to await.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50 }],
      'no-console': 'error',
      'no-restricted-imports': ['error', NO_CONNECTIONS],
      'no-restricted-properties': ['error', NO_ENVIRONMENT],
      'no-restricted-syntax': [
        'error',
        ...NO_ENTITY_MANAGER_WRITES,
        ...NO_EXCLUSIVE_TESTS,
        ...NO_MAGIC_DURATIONS,
        ...NO_DATE_FORMATS,
      ],
    },
  },
  {
    files: [
      'src/main.ts',
      'src/worker.ts',
      'src/app/exit-with-error.ts',
      'src/app/shutdown.ts',
      'src/cli/check-migrations.ts',
      'src/cli/**/*.ts',
      'src/demo/demo-cli.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  { files: ['src/platform/config/**/*.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['src/platform/database/**/*.ts', 'src/cli/check-migrations.ts', 'test/**/*.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  { files: ['src/demo/catalog/**/*.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['test/**/*.ts', 'src/**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines-per-function': 'off',
      'no-restricted-properties': 'off',
      'no-restricted-syntax': ['error', ...NO_EXCLUSIVE_TESTS, ...NO_MAGIC_DURATIONS],
    },
  },
  {
    files: ['shop-ui/**/*.{ts,vue}', 'admin-ui/**/*.{ts,vue}', 'ui-common/**/*.{ts,vue}'],
    extends: [tseslint.configs.strict],
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': NO_UNUSED_VARS,
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 50],
      'no-restricted-syntax': ['error', ...NO_EXCLUSIVE_TESTS, ...NO_MAGIC_DURATIONS, ...NO_DATE_FORMATS],
    },
  },
  {
    files: ['**/*.vue'],
    extends: [vue.configs['flat/recommended'], { rules: vue.configs['no-layout-rules'].rules }],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/define-props-declaration': ['error', 'type-based'],
      // An optional TypeScript property is undefined by default.
      'vue/require-default-prop': 'off',
      // Filters and table states are reactive objects that pages pass to the components that change them.
      'vue/no-mutating-props': ['error', { shallowOnly: true }],
      // The Content-Security-Policy refuses style attributes, and user text must stay text.
      'vue/no-static-inline-styles': 'error',
      // It takes the focus from a field in which the person types: see ui-common/src/browser/first-focus.ts.
      'vue/no-restricted-static-attribute': [
        'error',
        { key: 'autofocus', element: '/^v-(text-field|textarea|autocomplete|select|combobox)$/' },
      ],
      'vue/no-v-html': 'error',
      'vue/no-template-target-blank': 'error',
      'vue/no-unused-refs': 'error',
      'vue/no-useless-mustaches': 'error',
      'vue/no-useless-v-bind': 'error',
    },
  },
  // Every text of the shop is a key, so that each language has it.
  { files: ['shop-ui/**/*.vue'], rules: { 'vue/no-bare-strings-in-template': 'error' } },
  {
    files: ['{shop-ui,admin-ui,ui-common}/**/*.spec.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', ...NO_EXCLUSIVE_TESTS, ...NO_MAGIC_DURATIONS],
    },
  },
  { files: ['**/durations.ts', '**/iso-time.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
