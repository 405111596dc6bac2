import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { AppModule } from './app/app.module.js';
import { BackgroundRunner } from './app/background-runner.js';
import { ENTITIES } from './app/entities.js';
import { closeOnSignals, exitWithError } from './app/process-lifecycle.js';
import { Clock } from './platform/common/clock.js';
import { print } from './platform/common/console-output.js';
import { keepFilesPrivate } from './platform/common/files/private-files.js';
import { loadConfig } from './platform/config/config.js';
import { openDatabase } from './platform/database/open-database.js';
import { RequestLogger } from './platform/http/observability/request-logger.js';

/** Runs background jobs and serves no requests. */
async function work(): Promise<void> {
  keepFilesPrivate();
  const config = loadConfig();
  const database = await openDatabase({ ...config, entities: ENTITIES });
  const app = await NestFactory.createApplicationContext(
    AppModule.with({ config, database, clock: new Clock(), runsJobs: true }),
    { logger: new RequestLogger(pino({ level: config.logLevel })), abortOnError: false },
  );
  closeOnSignals(app);
  await app.get(BackgroundRunner).start();
  print(`A worker of ${config.store.name} is at work.`);
}

work().catch(exitWithError);
