import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { inRoot } from '../root.mjs';

const LANGUAGES = 'src/platform/config/languages.ts';

/** Returns the source of the front ends' `api/languages.ts`: the server's own file. */
export function languagesSource() {
  return formatted([header(LANGUAGES), readFileSync(inRoot(LANGUAGES), 'utf8')]);
}

const header = (source) => `/* Generated from ${source} by \`npm run generate\`. */`;

async function formatted(parts) {
  const options = await resolveConfig(inRoot('package.json'));
  return format(parts.join('\n\n'), { ...options, parser: 'typescript' });
}
