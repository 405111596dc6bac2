import { rm } from 'node:fs/promises';

/** Removes the folder of this test run after the last test, with what killed tests left behind. */
export default async function closeRun() {
  await rm(process.env.TEST_RUN_FOLDER, { recursive: true, force: true, maxRetries: 3 });
}
