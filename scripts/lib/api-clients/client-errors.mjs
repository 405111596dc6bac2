import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installIfNeeded } from '../build/install.mjs';
import { inRoot } from '../root.mjs';
import { run } from '../run.mjs';

const FOLDER = 'scripts/lib/api-clients';

/** Generators that users of the API know, with their defaults. The clients need no other package. */
const GENERATORS = [
  { name: 'openapi-typescript', from: '', args: (api, folder) => [api, '-o', join(folder, 'schema.ts')] },
  { name: 'openapi-ts', from: FOLDER, args: (api, folder) => ['-i', api, '-o', folder] },
  {
    name: 'orval',
    from: FOLDER,
    args: (api, folder) => ['--input', api, '--output', join(folder, 'client.ts'), '--client', 'fetch'],
  },
];

const COMPILER_OPTIONS = {
  strict: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  target: 'es2023',
  lib: ['es2023', 'dom', 'dom.iterable'],
  module: 'esnext',
  moduleResolution: 'bundler',
  skipLibCheck: false,
  types: [],
};

/**
 * Generates TypeScript clients from an OpenAPI document, and compiles them strictly.
 *
 * @param {string} description path of the document
 * @returns {Promise<string>} output of the first program that failed; empty if none did
 */
export async function clientErrors(description) {
  await installIfNeeded(FOLDER, { isQuiet: true });
  const folder = mkdtempSync(join(tmpdir(), 'grocery-store-clients-'));
  try {
    for (const { name, from, args } of GENERATORS) {
      const bin = inRoot(from, 'node_modules', '.bin', name);
      const { code, output } = await run(bin, args(description, join(folder, name)), { quiet: true });
      if (code !== 0) return `${name}:\n${output}`;
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: COMPILER_OPTIONS }));
    const compiled = await run(inRoot('node_modules', '.bin', 'tsc'), ['-p', folder], { quiet: true });
    return compiled.code === 0 ? '' : compiled.output;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
