import { findBookDiscrepancies, findFailedEvents } from '../assertions/books.js';
import { afterFile, createStoreLocation, ENGINE, type StoreLocation } from '../stores/engine.js';
import { Server, serverAt } from './server.js';

/** A running server, as plain data: its Jest worker keeps it, and each test file has classes of its own. */
interface RunningServer {
  readonly url: string;
  readonly location: Pick<StoreLocation, 'dataDir' | 'databaseUrl'>;
  readonly env: Readonly<Record<string, string>>;
}

const { workerState } = globalThis as unknown as {
  /** See worker-environment.mjs. */
  readonly workerState: Map<string, Promise<RunningServer>>;
};

/** A server that several test files use, one after the other. */
class SharedServer extends Server {
  constructor(
    readonly url: string,
    location: RunningServer['location'],
    env: RunningServer['env'],
  ) {
    super(location, env);
  }
}

/**
 * Returns the server that the test files of a Jest worker share, on the project's database. It has data of other files:
 * a file must not count all rows of a table, assume an empty list, read the latest mail without its recipient, or change
 * settings and time. After the file's last test, no further event may have failed, and the books must
 * have no further discrepancy.
 */
export async function useSharedServer(): Promise<Server> {
  const key = `server on ${ENGINE}`;
  const running = workerState.get(key) ?? startSharedServer();
  workerState.set(key, running);
  const { url, location, env } = await running;
  const server = new SharedServer(url, location, env);
  const errorsBefore = await findErrors(server);
  afterFile(async () => {
    expect(await findErrors(server)).toEqual(errorsBefore);
  });
  return server;
}

async function findErrors(server: Server): Promise<{ discrepancies: string[]; failedEvents: unknown[] }> {
  return {
    discrepancies: await findBookDiscrepancies(server),
    failedEvents: await findFailedEvents(server),
  };
}

/** Starts the server. It ends with the worker, and its data are removed with those of the run. */
async function startSharedServer(): Promise<RunningServer> {
  const location = await createStoreLocation({ isShared: true });
  const server = serverAt(location);
  await server.start();
  server.detach();
  const { dataDir, databaseUrl } = location;
  return { url: server.url, location: { dataDir, databaseUrl }, env: server.env };
}
