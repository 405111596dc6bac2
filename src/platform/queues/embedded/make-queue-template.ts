import { writeFile } from 'node:fs/promises';
import { DEFAULT_SCHEMA } from 'bullmq';
import { openQueueDatabase } from './queue-database.js';

/** Makes the database that the embedded queue begins with, and writes it to a file. Part of the build. */
async function makeTemplate(file: string): Promise<void> {
  const database = await openQueueDatabase(undefined, DEFAULT_SCHEMA);
  await database.exec('CHECKPOINT');
  const folder = await database.dumpDataDir('gzip');
  await writeFile(file, Buffer.from(await folder.arrayBuffer()));
  await database.close();
}

const [, , file] = process.argv;
if (file === undefined) throw new Error('Say which file the template is to be written to.');
await makeTemplate(file);
process.exit(0); // the database's own runtime would keep the process
