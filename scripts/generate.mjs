import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildServerIfNeeded } from './lib/build/build.mjs';
import { generatedFiles, generateInto, copyGenerated } from './lib/build/generate.mjs';
import { installIfNeeded } from './lib/build/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { printError, print } from './lib/terminal.mjs';

requireNode();
await installIfNeeded();
await buildServerIfNeeded();
const folder = mkdtempSync(join(tmpdir(), 'grocery-store-generate-'));
try {
  const failure = await generateInto(folder);
  if (failure === undefined) copyGenerated(folder);
  else {
    printError(failure);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (process.exitCode === undefined) {
  print(
    `Generated ${generatedFiles('')
      .map(({ committed }) => committed)
      .join(', ')}.`,
  );
}
