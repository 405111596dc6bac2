import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
// Its clean-ups must run after the last test of the suite, so it is loaded outside the first file's describe.
import './engine.js';

const load = createRequire(import.meta.url);

/**
 * Runs the integration tests of a folder as one test file. Loading NestJS and TypeORM takes longer than most of them, and
 * Jest does it for each file.
 */
export function describeRoom(folder: string): void {
  const files = readdirSync(folder).filter(
    (name) => /[.]int-spec[.]ts$/.test(name) && name !== 'index.int-spec.ts',
  );
  for (const name of files.sort()) {
    describe(name.replace(/[.]int-spec[.]ts$/, ''), () => {
      load(join(folder, name));
    });
  }
}
