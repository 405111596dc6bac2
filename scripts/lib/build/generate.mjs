import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../root.mjs';
import { run, runTool } from '../run.mjs';
import { FONT_NAMES, languageDrawingsSource, smallFont } from './front-end-fonts.mjs';
import { keyedRoutesSource, languagesSource, limitsSource } from './front-end-sources.mjs';

const DESCRIPTION = 'openapi.json';
const TYPES = 'schema.d.ts';
const LANGUAGES = 'languages.ts';
const LIMITS = 'limits.ts';
const KEYED_ROUTES = 'keyed-routes.ts';
const LANGUAGE_DRAWINGS = 'language-drawings.ts';

/** Returns the generated files that are committed: where they are generated, and where they belong. */
export const generatedFiles = (folder) => [
  { generated: join(folder, DESCRIPTION), committed: DESCRIPTION },
  ...[TYPES, LANGUAGES, LIMITS, KEYED_ROUTES].map((name) => ({
    generated: join(folder, name),
    committed: `ui-common/src/api/${name}`,
  })),
  { generated: join(folder, LANGUAGE_DRAWINGS), committed: `ui-common/src/${LANGUAGE_DRAWINGS}` },
  ...FONT_NAMES.map((name) => ({
    generated: join(folder, name),
    committed: `ui-common/src/styles/fonts/${name}`,
  })),
];

/**
 * Generates the API description from the built server, and files of the front ends from that description and the server's
 * source, and their small fonts from packages. Returns the output of a failed step.
 */
export async function generateInto(folder) {
  const description = join(folder, DESCRIPTION);
  const described = await run(process.execPath, [inRoot('dist', 'cli', 'generate-openapi.js'), description], {
    quiet: true,
  });
  if (described.code !== 0) return described.output;
  writeFileSync(join(folder, LANGUAGES), await languagesSource());
  const document = JSON.parse(readFileSync(description, 'utf8'));
  writeFileSync(join(folder, LIMITS), await limitsSource(document));
  writeFileSync(join(folder, KEYED_ROUTES), await keyedRoutesSource(document));
  writeFileSync(join(folder, LANGUAGE_DRAWINGS), await languageDrawingsSource());
  for (const name of FONT_NAMES) writeFileSync(join(folder, name), await smallFont(name));
  const typed = await runTool('openapi-typescript', [description, '-o', join(folder, TYPES)], {
    quiet: true,
  });
  return typed.code === 0 ? undefined : typed.output;
}

/** Copies the generated files to where they belong. */
export function copyGenerated(folder) {
  for (const { generated, committed } of generatedFiles(folder)) copyFileSync(generated, inRoot(committed));
}
