import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { inRoot } from '../root.mjs';
import { limitsOf } from './limits.mjs';

const LANGUAGES = 'src/platform/config/languages.ts';

/** Returns the source of the front ends' `api/languages.ts`: the server's own file. */
export function languagesSource() {
  return generatedSource(LANGUAGES, readFileSync(inRoot(LANGUAGES), 'utf8'));
}

/** Returns the source of the front ends' `api/limits.ts`: a constant for each schema and operation with limits. */
export function limitsSource(description) {
  const constants = Object.entries(limitsOf(description)).map(
    ([name, fields]) => `export const ${name} = ${JSON.stringify(fields)} as const;`,
  );
  return generatedSource('openapi.json', ...constants);
}

/** Returns the source of the front ends' `api/keyed-routes.ts`: the POST operations that take an Idempotency-Key. */
export function keyedRoutesSource({ paths }) {
  const routes = Object.entries(paths).flatMap(([path, { post }]) =>
    post?.parameters?.some(({ name }) => name === 'Idempotency-Key') ? [path] : [],
  );
  return generatedSource('openapi.json', `export const KEYED_ROUTES = ${JSON.stringify(routes)};`);
}

/** Returns formatted TypeScript with a header that names its source. */
export async function generatedSource(source, ...parts) {
  const options = await resolveConfig(inRoot('package.json'));
  const header = `/* Generated from ${source} by \`npm run generate\`. */`;
  return format([header, ...parts].join('\n\n'), { ...options, parser: 'typescript' });
}
