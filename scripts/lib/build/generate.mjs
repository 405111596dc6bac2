import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../root.mjs';
import { run, runTool } from '../run.mjs';

/** The two programs that are built. */
export const FRONT_ENDS = ['shop-ui', 'admin-ui'];
const TYPES = 'schema.d.ts';
/** All that is written in Vue, with the types and the tests of its own. */
export const UI_WORKSPACES = [...FRONT_ENDS, 'ui-common'];

/** Every file that is generated and committed, by where it is made and where it belongs. */
export const generatedFiles = (folder) => [
  { made: join(folder, 'openapi.json'), kept: 'openapi.json' },
  { made: join(folder, TYPES), kept: `ui-common/src/api/${TYPES}` },
];

/** Describes the API from the built server, and its types from that description. Gives what failed, if anything. */
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

/** Puts what was made where it belongs. */
export function keep(folder) {
  for (const { made, kept } of generatedFiles(folder)) copyFileSync(made, inRoot(kept));
}
