import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientErrors } from './lib/api-clients/client-errors.mjs';
import { buildIfNeeded } from './lib/build/build.mjs';
import { proseErrors } from './lib/prose/prose.mjs';
import { heaviestFirstPage, JS_BUDGETS } from './lib/build/bundle.mjs';
import { composeErrors } from './lib/cluster/compose.mjs';
import { generatedFiles, generateInto } from './lib/build/generate.mjs';
import { installIfNeeded } from './lib/build/install.mjs';
import { checkLocales } from './lib/i18n/locales.mjs';
import { requireNode } from './lib/node-version.mjs';
import { inRoot } from './lib/root.mjs';
import { endWithNpm, run, runTool } from './lib/run.mjs';
import { print } from './lib/terminal.mjs';

requireNode();
endWithNpm();
await installIfNeeded();

const MAX_CONCURRENT_STEPS = 2;
const tool =
  (name, ...args) =>
  () =>
    runTool(name, args, { quiet: true });
const builtProgram =
  (...args) =>
  () =>
    run(process.execPath, args, { quiet: true });

const STEPS = [
  { name: 'lint', run: tool('eslint', '.', '--max-warnings', '0') },
  { name: 'types', run: tool('tsc', '--noEmit') },
  { name: 'format', run: tool('prettier', '--check', '--log-level', 'warn', '.') },
  { name: 'types of the front ends', run: tool('vue-tsc', '--noEmit', '-p', 'tsconfig.ui.json') },
  { name: 'import rules', run: tool('depcruise', 'src', '--config', '.dependency-cruiser.cjs') },
  ...['shop-ui', 'admin-ui'].map((workspace) => ({
    name: `import rules of ${workspace}`,
    run: tool('depcruise', `${workspace}/src`, '--config', `${workspace}/.dependency-cruiser.cjs`),
  })),
  { name: 'prose', run: checkProse },
  { name: 'unused code', run: tool('knip', '--no-progress') },
  ...['shop-ui', 'admin-ui'].map((workspace) => ({
    name: `texts of ${workspace}`,
    run: () => checkTexts(workspace),
  })),
  { name: 'generated API clients', run: compileClients },
  { name: 'openapi.json', run: tool('redocly', 'lint', 'openapi.json', '--config', 'redocly.yaml') },
];

/** Steps that read the built programs. They wait for the build, which runs beside the other steps. */
const STEPS_AFTER_BUILD = [
  ...Object.entries(JS_BUDGETS).map(([workspace, budget]) => ({
    name: `bundle of ${workspace}`,
    run: () => checkBundle(workspace, budget),
  })),
  { name: 'generated files', run: compareGenerated },
  { name: 'docker-compose.yml', run: checkCompose },
  {
    name: 'migrations',
    run: builtProgram(inRoot('dist', 'cli', 'check-migrations.js'), process.env.TEST_DATABASE_URL ?? ''),
  },
];

/** Wording that is not the field's: see scripts/lib/prose/prose-terms.json. */
function checkProse() {
  const errors = proseErrors();
  return { code: errors.length > 0 ? 1 : 0, output: errors.join('\n') };
}

/** Generates API clients with the generators that others use, and compiles them strictly. */
async function compileClients() {
  const output = await clientErrors(inRoot('openapi.json'));
  return { code: output === '' ? 0 : 1, output };
}

function checkTexts(workspace) {
  const { errors, keys } = checkLocales(workspace);
  return { code: errors.length > 0 ? 1 : 0, output: errors.join('\n'), note: `${keys} keys` };
}

/** Checks the JavaScript that a front end's first page makes the browser fetch and run against its budget. */
function checkBundle(workspace, budget) {
  const { page, kilobytes, files } = heaviestFirstPage(workspace);
  const isTooMuch = kilobytes > budget;
  const lines = files.map(({ file, kilobytes: each }) => `${each.toFixed(1)} kB  ${file}`);
  return {
    code: isTooMuch ? 1 : 0,
    output: isTooMuch ? [page, ...lines].join('\n') : '',
    note: `${kilobytes.toFixed(1)} of ${budget} kB of JavaScript, gzipped`,
  };
}

/** Checks that the committed generated files equal newly generated ones. */
async function compareGenerated() {
  const folder = mkdtempSync(join(tmpdir(), 'grocery-store-check-'));
  try {
    const failure = await generateInto(folder);
    if (failure !== undefined) return { code: 1, output: failure };
    const stale = generatedFiles(folder).filter(
      ({ generated, committed }) => read(generated) !== read(inRoot(committed)),
    );
    const output = stale
      .map(({ committed }) => `${committed} is out of date. Run: npm run generate\n`)
      .join('');
    return { code: stale.length > 0 ? 1 : 0, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function checkCompose() {
  const errors = await composeErrors();
  return { code: errors.length > 0 ? 1 : 0, output: errors.join('\n') };
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Runs steps until the list is empty. Concurrent calls share one list. */
async function work(steps, failed) {
  for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
    const started = Date.now();
    const { code, output, note } = await step.run();
    const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6);
    print(
      `${code === 0 ? 'ok    ' : 'FAILED'} ${seconds} s  ${[step.name, note].filter(Boolean).join(': ')}`,
    );
    if (code !== 0) {
      failed.push(step.name);
      print(output.trimEnd().replace(/^/gm, '         '));
    }
  }
}

async function build() {
  await buildIfNeeded({ isQuiet: true });
  return { code: 0, output: '' };
}

async function runAll(steps, failed) {
  const remaining = [...steps];
  await Promise.all(Array.from({ length: MAX_CONCURRENT_STEPS }, () => work(remaining, failed)));
}

const failed = [];
await runAll([{ name: 'build', run: build }, ...STEPS], failed);
await runAll(STEPS_AFTER_BUILD, failed);
const count = 1 + STEPS.length + STEPS_AFTER_BUILD.length;
print(`${count - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
