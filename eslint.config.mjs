import js from '@eslint/js';
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';

const NODE = [
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
const NODE_GLOBALS = Object.fromEntries(NODE.map((name) => [name, 'readonly']));
/** What pages have, for the functions that are sent into one. */
const IN_PAGE = [
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
    message: 'Write by SQL, or by insert and update: save() and remove() open transactions of their own.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(getRepository|getTreeRepository|getMongoRepository)$/]',
    message: 'Inject Database. A repository would join whichever transaction is open.',
  },
  {
    selector: 'Decorator > CallExpression[callee.name=/^Inject(Repository|DataSource|EntityManager)$/]',
    message: 'Inject Database.',
  },
];
const NO_LONELY_TESTS = [
  {
    selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name="only"]',
    message: 'All tests run, always.',
  },
  {
    selector: 'CallExpression[callee.name=/^(fit|fdescribe|xit|xdescribe|xtest)$/]',
    message: 'All tests run, always.',
  },
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
      globals: Object.fromEntries(IN_PAGE.map((name) => [name, 'readonly'])),
    },
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Views, rows and entities are plain records here: their classes carry decorators, not behaviour.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // The enums of packages are declared ambiently, and their values written as what they are.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // What a framework awaits is async, also where one implementation has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50 }],
      'no-console': 'error',
      'no-restricted-properties': ['error', NO_ENVIRONMENT],
      'no-restricted-syntax': ['error', ...NO_ENTITY_MANAGER_WRITES, ...NO_LONELY_TESTS],
    },
  },
  {
    files: [
      'src/main.ts',
      'src/worker.ts',
      'src/app/process-lifecycle.ts',
      'src/cli/check-migrations.ts',
      'src/cli/**/*.ts',
      'src/demo/demo-cli.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  { files: ['src/platform/config/**/*.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['src/demo/catalog/**/*.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['test/**/*.ts', 'src/**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines-per-function': 'off',
      'no-restricted-properties': 'off',
      'no-restricted-syntax': ['error', ...NO_LONELY_TESTS],
    },
  },
  {
    files: ['shop-ui/**/*.{ts,vue}', 'admin-ui/**/*.{ts,vue}', 'ui-common/**/*.{ts,vue}'],
    extends: [tseslint.configs.strict],
    rules: {
      'no-undef': 'off',
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 50],
      'no-restricted-syntax': ['error', ...NO_LONELY_TESTS],
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
      // An optional property of TypeScript's is undefined where it is not given, and says so.
      'vue/require-default-prop': 'off',
      // Filters and states of tables are reactive objects that a page hands to the parts that write them.
      'vue/no-mutating-props': ['error', { shallowOnly: true }],
      // The Content-Security-Policy refuses style attributes, and text that people wrote is text.
      'vue/no-static-inline-styles': 'error',
      'vue/no-v-html': 'error',
      'vue/no-template-target-blank': 'error',
      'vue/no-unused-refs': 'error',
      'vue/no-useless-mustaches': 'error',
      'vue/no-useless-v-bind': 'error',
    },
  },
  // Every text of the shop is a key, so that it is there in each language.
  { files: ['shop-ui/**/*.vue'], rules: { 'vue/no-bare-strings-in-template': 'error' } },
  { files: ['{shop-ui,admin-ui,ui-common}/**/*.spec.ts'], rules: { 'max-lines-per-function': 'off' } },
);
