import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../root.mjs';
import { run, runTool } from '../run.mjs';

/** Front ends that are built. */
export const FRONT_ENDS = ['shop-ui', 'admin-ui'];
const TYPES = 'schema.d.ts';
/** Workspaces with Vue code, each with its own types and tests. */
export const UI_WORKSPACES = [...FRONT_ENDS, 'ui-common'];

/** Returns the generated files that are committed: where they are made, and where they belong. */
export const generatedFiles = (folder) => [
  { made: join(folder, 'openapi.json'), kept: 'openapi.json' },
  { made: join(folder, TYPES), kept: `ui-common/src/api/${TYPES}` },
];

/**
 * Generates the API description from the built server, and types from that description. Returns the output of a
 * failed step.
 */
export async function generateInto(folder) {
  const described = await run(
    process.execPath,
    [inRoot('dist', 'cli', 'generate-openapi.js'), join(folder, 'openapi.json')],
    {
      quiet: true,
    },
  );
  if (described.code !== 0) return described.output;
  const typed = await runTool(
    'openapi-typescript',
    [join(folder, 'openapi.json'), '-o', join(folder, TYPES)],
    {
      quiet: true,
    },
  );
  return typed.code === 0 ? undefined : typed.output;
}

/** Copies the generated files to where they belong. */
export function keep(folder) {
  for (const { made, kept } of generatedFiles(folder)) copyFileSync(made, inRoot(kept));
}
