import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { inRoot } from '../root.mjs';
import { limitsOf } from './limits.mjs';

const LANGUAGES = 'src/platform/config/languages.ts';

/** Returns the source of the front ends' `api/languages.ts`: the server's own file. */
export function languagesSource() {
  return formatted([header(LANGUAGES), readFileSync(inRoot(LANGUAGES), 'utf8')]);
}

/** Returns the source of the front ends' `api/limits.ts`: a constant for each schema and operation with limits. */
export function limitsSource(description) {
  const constants = Object.entries(limitsOf(description)).map(
    ([name, fields]) => `export const ${name} = ${JSON.stringify(fields)} as const;`,
  );
  return formatted([header('openapi.json'), ...constants]);
}

/** Returns the source of the front ends' `api/keyed-routes.ts`: the POST operations that take an Idempotency-Key. */
export function keyedRoutesSource({ paths }) {
  const routes = Object.entries(paths).flatMap(([path, { post }]) =>
    post?.parameters?.some(({ name }) => name === 'Idempotency-Key') ? [path] : [],
  );
  return formatted([header('openapi.json'), `export const KEYED_ROUTES = ${JSON.stringify(routes)};`]);
}

const header = (source) => `/* Generated from ${source} by \`npm run generate\`. */`;

async function formatted(parts) {
  const options = await resolveConfig(inRoot('package.json'));
  return format(parts.join('\n\n'), { ...options, parser: 'typescript' });
}
