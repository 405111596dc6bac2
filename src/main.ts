import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app/app.module.js';
import { BackgroundRunner } from './app/background-runner.js';
import { createApp } from './app/create-app.js';
import { exitWithError } from './app/exit-with-error.js';
import { openStore } from './app/open-store.js';
import { rewriteCards } from './app/rewrite-cards.js';
import { shutDownOnSignals } from './app/shutdown.js';
import { readDemoAccounts } from './demo/people/demo-accounts.js';
import { printedProgress } from './demo/demo-progress.js';
import { isStoreEmpty } from './demo/is-store-empty.js';
import { Clock } from './platform/common/clock.js';
import { print } from './platform/common/console-output.js';
import { SECOND_MS } from './platform/common/durations.js';
import { keepFilesPrivate } from './platform/common/files/private-files.js';
import { reportCrashes } from './platform/common/process/crash-handler.js';
import { ConfigError } from './platform/config/config-error.js';
import { loadConfig, type Config } from './platform/config/config.js';
import type { Database } from './platform/database/database.js';
import { heldMailNotice } from './platform/mail/delivery/held-mail.js';
import { startupBanner, type NewAdmin } from './startup-banner.js';
import { FirstAdmin } from './users/admin/first-admin.js';

async function main(): Promise<void> {
  keepFilesPrivate();
  const config = loadConfig();
  const database = await openStore(config);
  const app = await createApp(AppModule.with({ config, database, clock: new Clock(), runsJobs: true }));
  shutDownOnSignals(app, { server: app.getHttpServer(), delayMs: config.shutdownDelaySeconds * SECOND_MS });
  const newAdmin = await prepareStore(app, config, database);
  await listen(app, config);
  await app.get(BackgroundRunner).start();
  rewriteCards(app);
  const demo = config.demo ? await readDemoAccounts(config.dataDir) : undefined;
  const url = await app.getUrl();
  print(startupBanner({ name: config.store.name, url, newAdmin, demo, mailNotice: heldMailNotice(config) }));
}

/** Creates the first admin, and loads the demo data into an empty database. Returns the admin if it has a generated password. */
async function prepareStore(
  app: NestFastifyApplication,
  config: Config,
  database: Database,
): Promise<NewAdmin> {
  if (!config.demo || !(await isStoreEmpty(database))) return app.get(FirstAdmin).ensure();
  print('Empty database: loading demo data (takes a few seconds)…');
  const { seedDemoStore } = await import('./demo/seed-demo-store.js');
  return (await seedDemoStore(config, database, { onProgress: printedProgress() })).newAdmin;
}

async function listen(app: NestFastifyApplication, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new ConfigError(
      `Port ${port} on ${host} is in use. Stop the program that listens there, or set another PORT.`,
    );
  }
}

reportCrashes('log');
main().catch(exitWithError);
