import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { Clock } from './common/clock.js';
import { ConfigError } from './config/config-error.js';
import { loadConfig, type Config } from './config/config.js';
import { createApp } from './create-app.js';
import type { Database } from './database/database.js';
import { FolderInUse } from './database/folder-lock.js';
import { openDatabase } from './database/open-database.js';
import { readDemoAccounts } from './demo/demo-accounts.js';
import { isStoreEmpty, loadDemoStore } from './demo/load-demo-store.js';
import { ENTITIES } from './entities.js';
import { FirstAdmin } from './users/first-admin.js';
import { welcome, type NewAdmin } from './welcome.js';

const SECONDS_TO_FINISH = 10;

async function main(): Promise<void> {
  const config = loadConfig();
  const database = await openDatabase({ ...config, entities: ENTITIES });
  const app = await createApp(AppModule.with({ config, database, clock: new Clock() }));
  stopOnSignals(app);
  const newAdmin = await moveIn(app, config, database);
  await listen(app, config);
  const demo = config.demo ? await readDemoAccounts(config.dataDir) : undefined;
  console.log(welcome({ name: config.store.name, url: await app.getUrl(), newAdmin, demo }));
}

/** What an empty store needs before its first customer. Gives the first admin, where there is a password to tell. */
async function moveIn(app: NestFastifyApplication, config: Config, database: Database): Promise<NewAdmin> {
  if (!config.demo || !(await isStoreEmpty(database))) return app.get(FirstAdmin).ensure();
  console.log('The store is empty: the demo store moves in, which takes some seconds.');
  return (await loadDemoStore(config, database)).newAdmin;
}

async function listen(app: NestFastifyApplication, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new ConfigError(
      `Port ${port} of ${host} is taken. Stop what listens there, or give the store another PORT.`,
    );
  }
}

/** Takes no new connection, lets the requests under way finish, and closes the database after them. */
function stopOnSignals(app: NestFastifyApplication): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => app.getHttpServer().closeAllConnections(), SECONDS_TO_FINISH * 1000).unref();
    app.close().then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
}

/** An operator's mistake is told in a sentence; a fault of the program's own with all that there is to know. */
function fail(error: unknown): never {
  const isPlain = error instanceof ConfigError || error instanceof FolderInUse;
  console.error(isPlain ? error.message : error);
  process.exit(1);
}

main().catch(fail);
