import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app/app.module.js';
import { BackgroundRunner } from './app/background-runner.js';
import { createApp } from './app/create-app.js';
import { ENTITIES } from './app/entities.js';
import { closeOnSignals, exitWithError } from './app/process-lifecycle.js';
import { readDemoAccounts } from './demo/demo-accounts.js';
import { isStoreEmpty } from './demo/is-store-empty.js';
import { Clock } from './platform/common/clock.js';
import { print } from './platform/common/console-output.js';
import { ConfigError } from './platform/config/config-error.js';
import { loadConfig, type Config } from './platform/config/config.js';
import type { Database } from './platform/database/database.js';
import { openDatabase } from './platform/database/open-database.js';
import { queueConnection } from './platform/queues/queue-connection.js';
import { startupBanner, type NewAdmin } from './startup-banner.js';
import { FirstAdmin } from './users/admin/first-admin.js';

const SECONDS_TO_FINISH = 10;

async function main(): Promise<void> {
  const config = loadConfig();
  const database = await openDatabase({ ...config, entities: ENTITIES });
  const queue = queueConnection(config);
  const app = await createApp(AppModule.with({ config, database, clock: new Clock(), queue }));
  // It takes no new connection, and what is under way may finish, but not for ever.
  closeOnSignals(app, () =>
    setTimeout(() => app.getHttpServer().closeAllConnections(), SECONDS_TO_FINISH * 1000).unref(),
  );
  const newAdmin = await moveIn(app, config, database);
  await listen(app, config);
  await app.get(BackgroundRunner).start();
  const demo = config.demo ? await readDemoAccounts(config.dataDir) : undefined;
  print(startupBanner({ name: config.store.name, url: await app.getUrl(), newAdmin, demo }));
}

/** What an empty store needs before its first customer. Gives the first admin, where there is a password to tell. */
async function moveIn(app: NestFastifyApplication, config: Config, database: Database): Promise<NewAdmin> {
  if (!config.demo || !(await isStoreEmpty(database))) return app.get(FirstAdmin).ensure();
  print('The store is empty: the demo store moves in, which takes some seconds.');
  const { seedDemoStore: seedDemoStore } = await import('./demo/seed-demo-store.js');
  return (await seedDemoStore(config, database)).newAdmin;
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

main().catch(exitWithError);
