import { setFlagsFromString } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { Ask, Say, ThreadData } from './messages.js';
import { openQueueDatabase, runStatement } from './queue-database.js';

/*
 * The thread of the embedded queue: a database is computed here, so that requests are served meanwhile.
 */

const port = parentPort;
if (port === null) throw new Error('This is a thread of the program, and nothing to be started by itself.');

// V8 would compile once more what has run for some milliseconds, with all cores, while the store is starting.
setFlagsFromString('--wasm-tiering-budget=100000000');

const say = (message: Say): void => port.postMessage(message);
const { template, schema } = workerData as ThreadData;
const opening = openQueueDatabase(template, schema).then((database) => {
  database.onNotification((channel, payload) => say({ channel, payload }));
  return database;
});

async function answer({ id, text, values }: Ask): Promise<Say> {
  try {
    return { id, ...(await runStatement(await opening, text, values)) };
  } catch (error) {
    return { id, error: (error as Error).message, code: (error as { code?: string }).code };
  }
}

port.on('message', (ask: Ask) => void answer(ask).then(say));
