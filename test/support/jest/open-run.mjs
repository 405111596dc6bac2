import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Names this test run and creates its folder before the first test. All data of its tests are below the folder, or in
 * databases with its name.
 */
export default async function openRun() {
  if (process.env.TEST_RUN !== undefined) return;
  process.env.TEST_RUN = `grocery_test_${randomBytes(6).toString('hex')}`;
  process.env.TEST_RUN_FOLDER = join(tmpdir(), process.env.TEST_RUN);
  await mkdir(process.env.TEST_RUN_FOLDER);
}
